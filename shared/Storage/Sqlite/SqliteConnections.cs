using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace AgentScaler.Storage.Sqlite;

/// <summary>
/// Connections to one database file. Read connections are pooled. In WAL mode readers and the writer do not block each other, and a second
/// process always reads a consistent state.
/// </summary>
internal sealed class SqliteConnections(SqliteStoreOptions options) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _readers = [];

    public SqliteConnection OpenWriter()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Path))!;
        Directory.CreateDirectory(folder);
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        // A commit survives the death of the process; only a power cut may lose the last ones, and a run resumes from there.
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;");
        return connection;
    }

    public SqliteConnection RentReader() => _readers.TryTake(out var connection) ? connection : Open(SqliteOpenMode.ReadWrite);

    public void Return(SqliteConnection reader) => _readers.Add(reader);

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = mode,
            Pooling = false,
        }.ToString());
        connection.Open();
        Execute(connection, FormattableString.Invariant(
            $"PRAGMA busy_timeout={(long)options.BusyTimeout.TotalMilliseconds}; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"));
        return connection;
    }
}
