using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace AgentScaler.Storage.Sqlite;

/// <summary>The embedded document store: one SQLite file in WAL mode.</summary>
public sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    /// <summary>Documents read at a time while streaming. No read transaction stays open between two pages.</summary>
    private const int PageSize = 256;

    private readonly SqliteConnections _connections;
    private readonly SqliteWriter _writer;
    private readonly TimeProvider _time;

    /// <summary>Opens or creates the file, and creates the tables and indexes of every collection.</summary>
    public SqliteDocumentStore(SqliteStoreOptions options, TimeProvider time)
    {
        _time = time;
        _connections = new SqliteConnections(options);
        var connection = _connections.OpenWriter();
        foreach (var collection in Collections.All)
        {
            SqliteConnections.Execute(connection, SqliteSchema.Create(collection));
        }

        _writer = new SqliteWriter(connection, options.MaxGroup);
    }

    public Task<bool> PutIfAbsentAsync(CollectionDefinition collection, Document document, CancellationToken cancellationToken) =>
        _writer.WriteAsync(w => Insert(w, collection, document), cancellationToken);

    public Task<int> PutManyIfAbsentAsync(CollectionDefinition collection, IReadOnlyCollection<Document> documents, CancellationToken cancellationToken) =>
        _writer.WriteAsync(w => documents.Count(document => Insert(w, collection, document)), cancellationToken);

    public Task<Document?> GetAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken) =>
        Read(
            $"SELECT {SqliteSchema.Columns(collection)} FROM \"{collection.Name}\" WHERE run = $run AND id = $id",
            [("$run", run), ("$id", id)],
            reader => reader.Read() ? ReadDocument(collection, reader) : null,
            cancellationToken);

    public IAsyncEnumerable<Document> QueryAsync(CollectionDefinition collection, string run, string index, string value, CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        return PagesAsync(collection, run, null, $"AND \"{SqliteSchema.Column(index)}\" = $value", ("$value", value), cancellationToken);
    }

    public IAsyncEnumerable<Document> StreamAsync(CollectionDefinition collection, string run, string? after, CancellationToken cancellationToken) =>
        PagesAsync(collection, run, after, "", null, cancellationToken);

    public Task<IReadOnlyList<string>> IdsAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken) =>
        IdsAsync(collection, run, "id", cancellationToken);

    public Task<IReadOnlyList<string>> IdsByAsync(CollectionDefinition collection, string run, string index, CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        return IdsAsync(collection, run, $"\"{SqliteSchema.Column(index)}\", id", cancellationToken);
    }

    private Task<IReadOnlyList<string>> IdsAsync(CollectionDefinition collection, string run, string order, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<string>>(
            $"SELECT id FROM \"{collection.Name}\" WHERE run = $run ORDER BY {order}",
            [("$run", run)],
            reader =>
            {
                var ids = new List<string>();
                while (reader.Read())
                {
                    ids.Add(reader.GetString(0));
                }

                return ids;
            },
            cancellationToken);

    public Task<IReadOnlyDictionary<string, long>> CountByAsync(CollectionDefinition collection, string run, string index, CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        var column = SqliteSchema.Column(index);
        return Read<IReadOnlyDictionary<string, long>>(
            $"SELECT \"{column}\", COUNT(*) FROM \"{collection.Name}\" WHERE run = $run AND \"{column}\" IS NOT NULL GROUP BY \"{column}\"",
            [("$run", run)],
            reader =>
            {
                var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
                while (reader.Read())
                {
                    counts[reader.GetString(0)] = reader.GetInt64(1);
                }

                return counts;
            },
            cancellationToken);
    }

    public Task<long> CountAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken) =>
        Read(
            $"SELECT COUNT(*) FROM \"{collection.Name}\" WHERE run = $run",
            [("$run", run)],
            reader => reader.Read() ? reader.GetInt64(0) : 0,
            cancellationToken);

    public Task<bool> CompareAndSetAsync(CollectionDefinition collection, Document document, long expectedVersion, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            w =>
            {
                if (expectedVersion == 0)
                {
                    return Insert(w, collection, document);
                }

                var command = w.Command(SqliteSchema.Update(collection));
                Bind(command, collection, document);
                command.Parameters.AddWithValue("$version", expectedVersion);
                return command.ExecuteNonQuery() == 1;
            },
            cancellationToken);

    public Task<Document?> LeaseAsync(CollectionDefinition collection, string index, string value, string owner, TimeSpan duration,
        CancellationToken cancellationToken)
    {
        collection.RequireIndex(index);
        return _writer.WriteAsync(
            w =>
            {
                var now = Now();
                var command = w.Command($"""
                    UPDATE "{collection.Name}" SET owner = $owner, lease = $until
                    WHERE rowid = (SELECT rowid FROM "{collection.Name}" WHERE "{SqliteSchema.Column(index)}" = $value AND lease < $now
                                   ORDER BY run, id LIMIT 1)
                    RETURNING {SqliteSchema.Columns(collection)}
                    """);
                command.Parameters.AddWithValue("$owner", owner);
                command.Parameters.AddWithValue("$until", now + (long)duration.TotalMilliseconds);
                command.Parameters.AddWithValue("$now", now);
                command.Parameters.AddWithValue("$value", value);
                using var reader = command.ExecuteReader();
                return new Leased(reader.Read() ? ReadDocument(collection, reader) : null);
            },
            cancellationToken).ContinueWith(
                task => task.GetAwaiter().GetResult().Document, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task<bool> RenewLeaseAsync(CollectionDefinition collection, string run, string id, string owner, TimeSpan duration,
        CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            w =>
            {
                var command = w.Command($"UPDATE \"{collection.Name}\" SET lease = $until WHERE run = $run AND id = $id AND owner = $owner");
                command.Parameters.AddWithValue("$until", Now() + (long)duration.TotalMilliseconds);
                command.Parameters.AddWithValue("$run", run);
                command.Parameters.AddWithValue("$id", id);
                command.Parameters.AddWithValue("$owner", owner);
                return command.ExecuteNonQuery() == 1;
            },
            cancellationToken);

    public Task DeleteAsync(CollectionDefinition collection, string run, CancellationToken cancellationToken) =>
        Delete($"DELETE FROM \"{collection.Name}\" WHERE run = $run", [("$run", run)], cancellationToken);

    public Task<bool> DeleteAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken) =>
        Delete($"DELETE FROM \"{collection.Name}\" WHERE run = $run AND id = $id", [("$run", run), ("$id", id)], cancellationToken);

    /// <summary>Waits for all queued writes and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _connections.Dispose();
    }

    private static bool Insert(SqliteWriter writer, CollectionDefinition collection, Document document)
    {
        var command = writer.Command(SqliteSchema.Insert(collection));
        Bind(command, collection, document);
        return command.ExecuteNonQuery() == 1;
    }

    private static void Bind(SqliteCommand command, CollectionDefinition collection, Document document)
    {
        collection.RequireIndexes(document);
        document.RequireBounded();
        command.Parameters.AddWithValue("$run", document.Run);
        command.Parameters.AddWithValue("$id", document.Id);
        command.Parameters.AddWithValue("$body", document.Body);
        for (var i = 0; i < collection.Indexes.Count; i++)
        {
            command.Parameters.AddWithValue(
                "$i" + i.ToString(System.Globalization.CultureInfo.InvariantCulture),
                document.Indexes.TryGetValue(collection.Indexes[i], out var value) ? value : DBNull.Value);
        }
    }

    private static Document ReadDocument(CollectionDefinition collection, SqliteDataReader reader)
    {
        var indexes = new Dictionary<string, string>(collection.Indexes.Count, StringComparer.Ordinal);
        for (var i = 0; i < collection.Indexes.Count; i++)
        {
            if (!reader.IsDBNull(3 + i))
            {
                indexes[collection.Indexes[i]] = reader.GetString(3 + i);
            }
        }

        return new Document(reader.GetString(0), reader.GetString(1), reader.GetString(3 + collection.Indexes.Count), indexes, reader.GetInt64(2));
    }

    private async IAsyncEnumerable<Document> PagesAsync(
        CollectionDefinition collection, string run, string? after, string filter, (string, object)? value,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {SqliteSchema.Columns(collection)} FROM "{collection.Name}"
            WHERE run = $run AND id > $after {filter} ORDER BY id LIMIT {PageSize}
            """;
        while (true)
        {
            var parameters = new List<(string, object)> { ("$run", run), ("$after", after ?? "") };
            if (value is { } one)
            {
                parameters.Add(one);
            }

            var page = await Read(
                sql,
                parameters,
                reader =>
                {
                    var documents = new List<Document>();
                    while (reader.Read())
                    {
                        documents.Add(ReadDocument(collection, reader));
                    }

                    return documents;
                },
                cancellationToken);
            foreach (var document in page)
            {
                yield return document;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    private Task<T> Read<T>(string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<SqliteDataReader, T> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = _connections.RentReader();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }

            using var reader = command.ExecuteReader();
            return Task.FromResult(read(reader));
        }
        finally
        {
            _connections.Return(connection);
        }
    }

    private Task<bool> Delete(string sql, IReadOnlyList<(string Name, object Value)> parameters, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            w =>
            {
                var command = w.Command(sql);
                foreach (var (name, value) in parameters)
                {
                    command.Parameters.AddWithValue(name, value);
                }

                return command.ExecuteNonQuery() > 0;
            },
            cancellationToken);

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record Leased(Document? Document);
}
