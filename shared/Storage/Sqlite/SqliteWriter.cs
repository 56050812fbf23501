using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace AgentScaler.Storage.Sqlite;

/// <summary>
/// Writes to the database on behalf of all callers in this process. Writes that arrive during one commit share the next transaction, which is
/// what makes many small writes fast. Each caller continues when its own write is committed.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly int maxGroup;
    private readonly Task loop;

    public SqliteWriter(SqliteConnection connection, int maxGroup)
    {
        this.connection = connection;
        this.maxGroup = maxGroup;
        loop = Task.Run(RunAsync);
    }

    public async Task<T> WriteAsync<T>(Func<SqliteWriter, T> action, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new Work(writer => action(writer)!);
        if (!queue.Writer.TryWrite(work))
        {
            throw new ObjectDisposedException(nameof(SqliteDocumentStore));
        }

        // Once queued the write happens; cancelling only stops waiting for it.
        return (T)await work.Completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the prepared command for a text, creating it on first use.</summary>
    public SqliteCommand Command(string sql)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            commands[sql] = command;
        }

        command.Parameters.Clear();
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        foreach (var command in commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var group = new List<Work>(maxGroup);
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < maxGroup && queue.Reader.TryRead(out var work))
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
            if (!SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!).Equals(1))
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
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Work(Func<SqliteWriter, object> Action)
    {
        public TaskCompletionSource<object> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
