using System.Collections.Concurrent;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace AgentScaler.TestInfrastructure.Gateway;

/// <summary>Answers the commands of a connection itself and hands all others to the engine as whole BSON documents.</summary>
internal sealed class EngineCommands(NpgsqlDataSource engine, ConcurrentDictionary<long, byte[]> cursors)
{
    // A chunk of GridFS has 255 KiB, a page at most 16 MiB.
    private const int ChunksAtOnce = 32;

    private static readonly string[] Envelope = ["lsid", "$db", "$clusterTime", "txnNumber", "$readPreference", "startTransaction", "autocommit"];

    public async Task<BsonDocument> ExecuteAsync(BsonDocument request, CancellationToken cancellationToken)
    {
        var name = request.GetElement(0).Name;
        var database = request.GetValue("$db", "admin").AsString;
        var command = new BsonDocument(request.Where(element => !Envelope.Contains(element.Name)));
        try
        {
            return name.ToLowerInvariant() switch
            {
                "hello" or "ismaster" => Hello(),
                "ping" or "endsessions" => new BsonDocument("ok", 1.0),
                "buildinfo" => new BsonDocument { { "version", "7.0.0" }, { "versionArray", new BsonArray { 7, 0, 0, 0 } }, { "ok", 1.0 } },
                "killcursors" => Kill(command),
                "getmore" => await MoreAsync(database, Bounded(command, command["collection"].AsString), cancellationToken),
                "find" => await FirstPageAsync("find_cursor_first_page", database, Bounded(command, command[0].AsString), cancellationToken),
                "aggregate" => await FirstPageAsync("aggregate_cursor_first_page", database, command, cancellationToken),
                "listcollections" => await FirstPageAsync("list_collections_cursor_first_page", database, command, cancellationToken),
                "listindexes" => await FirstPageAsync("list_indexes_cursor_first_page", database, command, cancellationToken),
                "insert" => EngineErrors.Translate(await CallAsync("p_result", "insert", database, command, cancellationToken)),
                "update" => EngineErrors.Translate(await CallAsync("p_result", "update", database, command, cancellationToken)),
                "delete" => EngineErrors.Translate(await CallAsync("p_result", "delete", database, command, cancellationToken)),
                "findandmodify" => await CallAsync("p_result", "find_and_modify", database, command, cancellationToken),
                "count" => await CallAsync("document", "count_query", database, command, cancellationToken),
                "distinct" => await CallAsync("document", "distinct_query", database, command, cancellationToken),
                "createindexes" => await CreateIndexesAsync(database, command, cancellationToken),
                "create" => await CallAsync("create_collection_view", "create_collection_view", database, command, cancellationToken),
                "listdatabases" =>
                    await ScalarAsync("SELECT documentdb_api.list_databases($1::bytea::documentdb_core.bson)::bytea", cancellationToken, Bson(command)),
                "drop" => await DropAsync("drop_collection($1, $2)", cancellationToken, Text(database), Text(command[0].AsString)),
                "dropdatabase" => await DropAsync("drop_database($1)", cancellationToken, Text(database)),
                _ => EngineErrors.Reply(59, "CommandNotFound", $"no such command: '{name}'"),
            };
        }
        catch (PostgresException exception)
        {
            return EngineErrors.Reply(exception);
        }
    }

    private static BsonDocument Hello() => new()
    {
        { "helloOk", true }, { "isWritablePrimary", true }, { "ismaster", true }, { "maxBsonObjectSize", 16 * 1024 * 1024 },
        { "maxMessageSizeBytes", 48_000_000 }, { "maxWriteBatchSize", 100_000 }, { "logicalSessionTimeoutMinutes", 30 },
        { "minWireVersion", 0 }, { "maxWireVersion", 21 }, { "readOnly", false }, { "ok", 1.0 },
    };

    /// <summary>
    /// The driver reads the chunks of a file without a bound, and the engine ends a page that its size fills with the sort's last document instead
    /// of the next one. Pages that end by number are right.
    /// </summary>
    private static BsonDocument Bounded(BsonDocument command, string collection) =>
        collection.EndsWith(".chunks", StringComparison.Ordinal) && !command.Contains("batchSize") ? command.Add("batchSize", ChunksAtOnce) : command;

    private async Task<BsonDocument> FirstPageAsync(string function, string database, BsonDocument command, CancellationToken cancellationToken)
    {
        await using var query =
            engine.CreateCommand($"SELECT cursorpage::bytea, continuation::bytea FROM documentdb_api.{function}($1, $2::bytea::documentdb_core.bson)");
        query.Parameters.AddRange(new[] { Text(database), Bson(command) });
        return await PageAsync(query, cancellationToken);
    }

    private async Task<BsonDocument> MoreAsync(string database, BsonDocument command, CancellationToken cancellationToken)
    {
        var id = command["getMore"].ToInt64();
        if (!cursors.TryRemove(id, out var continuation))
        {
            return EngineErrors.Reply(43, "CursorNotFound", $"cursor id {id} not found");
        }

        await using var query = engine.CreateCommand(
            "SELECT cursorpage::bytea, continuation::bytea FROM documentdb_api.cursor_get_more($1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bson)");
        query.Parameters.AddRange(new[] { Text(database), Bson(command), new NpgsqlParameter { Value = continuation, NpgsqlDbType = NpgsqlDbType.Bytea } });
        return await PageAsync(query, cancellationToken);
    }

    /// <summary>One page; what the engine needs to go on is kept by the cursor's id.</summary>
    private async Task<BsonDocument> PageAsync(NpgsqlCommand query, CancellationToken cancellationToken)
    {
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var page = Document((byte[])reader[0]);
        var id = page["cursor"]["id"].ToInt64();
        if (id != 0 && !await reader.IsDBNullAsync(1, cancellationToken))
        {
            cursors[id] = (byte[])reader[1];
        }

        return page;
    }

    private BsonDocument Kill(BsonDocument command)
    {
        foreach (var id in command["cursors"].AsBsonArray)
        {
            cursors.TryRemove(id.ToInt64(), out _);
        }

        return new BsonDocument { { "cursorsKilled", command["cursors"] }, { "ok", 1.0 } };
    }

    private async Task<BsonDocument> CreateIndexesAsync(string database, BsonDocument command, CancellationToken cancellationToken)
    {
        var reply = await CallAsync("retval", "create_indexes_background", database, command, cancellationToken);
        return reply.TryGetValue("raw", out var raw) && raw["defaultShard"].AsBsonDocument is { } shard && shard.Contains("errmsg")
            ? EngineErrors.Reply(86, "IndexKeySpecsConflict", shard["errmsg"].AsString)
            : new BsonDocument("ok", 1.0);
    }

    private Task<BsonDocument> CallAsync(string column, string function, string database, BsonDocument command, CancellationToken cancellationToken) =>
        ScalarAsync($"SELECT {column}::bytea FROM documentdb_api.{function}($1, $2::bytea::documentdb_core.bson)", cancellationToken, Text(database),
            Bson(command));

    private async Task<BsonDocument> DropAsync(string call, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var query = engine.CreateCommand($"SELECT documentdb_api.{call}");
        query.Parameters.AddRange(parameters);
        await query.ExecuteNonQueryAsync(cancellationToken);
        return new BsonDocument("ok", 1.0);
    }

    private async Task<BsonDocument> ScalarAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var query = engine.CreateCommand(sql);
        query.Parameters.AddRange(parameters);
        return Document((byte[])(await query.ExecuteScalarAsync(cancellationToken))!);
    }

    private static BsonDocument Document(byte[] bson) => BsonSerializer.Deserialize<BsonDocument>(bson);

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Bson(BsonDocument value) => new() { Value = value.ToBson(), NpgsqlDbType = NpgsqlDbType.Bytea };
}
