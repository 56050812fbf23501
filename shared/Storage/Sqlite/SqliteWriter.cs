using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace AgentScaler.Storage.Sqlite;

/// <summary>
/// Writes to the database on behalf of all callers in this process. Writes that arrive during one commit share the next transaction, which is
/// what makes many small writes fast. Each caller continues when its own write is committed.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly int _maxGroup;
    private readonly Task _loop;

    public SqliteWriter(SqliteConnection connection, int maxGroup)
    {
        _connection = connection;
        _maxGroup = maxGroup;
        _loop = Task.Run(RunAsync);
    }

    public async Task<T> WriteAsync<T>(Func<SqliteWriter, T> action, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new Work(writer => action(writer)!);
        if (!_queue.Writer.TryWrite(work))
        {
            throw new ObjectDisposedException(nameof(SqliteDocumentStore));
        }

        // Once queued the write happens; cancelling only stops waiting for it.
        return (T)await work.Completion.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Returns the prepared command for a text, creating it on first use.</summary>
    public SqliteCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            _commands[sql] = command;
        }

        command.Parameters.Clear();
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<Work>(_maxGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < _maxGroup && _queue.Reader.TryRead(out var work))
            {
                group.Add(work);
            }

            if (!TryCommit(group))
            {
                // One of the group failed: each again alone, so that only the guilty one fails.
                foreach (var work in group)
                {
                    TryCommit([work], final: true);
                }
            }
        }
    }

    private bool TryCommit(IReadOnlyList<Work> group, bool final = false)
    {
        try
        {
            Execute("BEGIN IMMEDIATE");
            var results = new object[group.Count];
            for (var i = 0; i < group.Count; i++)
            {
                results[i] = group[i].Action(this);
            }

            Execute("COMMIT");
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Completion.TrySetResult(results[i]);
            }

            return true;
        }
        catch (Exception exception)
        {
            if (!SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle!).Equals(1))
            {
                Execute("ROLLBACK");
            }

            if (final)
            {
                group[0].Completion.TrySetException(exception);
            }

            return false;
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Work(Func<SqliteWriter, object> Action)
    {
        public TaskCompletionSource<object> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
