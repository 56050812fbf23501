using AgentScaler.Environments.Sessions;
using AgentScaler.Hosting;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Serving.Sessions;

/// <summary>
/// The environment sessions of all runs. A session is stored as its log, and the process that used it last keeps its state for speed. A session that is
/// idle for long, or beyond the limit, is removed from memory and played again from its log when it is used.
/// </summary>
internal sealed class SessionStore(IDocumentStore store, EnvironmentCache environments, SessionMemory memory)
{
    /// <summary>Sessions that are in memory now.</summary>
    public int InMemory => memory.Count;

    public async Task<LiveSession> OpenAsync(string run, string domain, CompiledEnvironment environment, string? task, CancellationToken cancellationToken)
    {
        var document = new SessionDocument($"session_{Guid.CreateVersion7():n}", domain, environment.Definition.Id, task);
        await store.PutIfAbsentAsync(Collections.Sessions, TypedDocuments.Of(run, document.Id, document), cancellationToken);
        return memory.Keep(run, new LiveSession(document, environment));
    }

    /// <summary>Runs an action with exclusive use of a session that is up to date with its log.</summary>
    /// <exception cref="KeyNotFoundException">There is no such session.</exception>
    public async Task<T> WithAsync<T>(string run, string id, Func<LiveSession, Task<T>> use, CancellationToken cancellationToken)
    {
        var session = await FindAsync(run, id, cancellationToken);
        await session.Turn.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(run, session, cancellationToken);
            return await use(session);
        }
        finally
        {
            session.Turn.Release();
        }
    }

    /// <summary>Makes the call of a step, or returns the result of an earlier attempt.</summary>
    /// <param name="step">The number of the step, from 0 on. Null for the next step.</param>
    /// <exception cref="KeyNotFoundException">There is no such session.</exception>
    /// <exception cref="InvalidOperationException">The step is not the next, the step was another call, or the session is closed.</exception>
    public Task<SessionCall> CallAsync(string run, string id, int? step, string name, string arguments, CancellationToken cancellationToken) =>
        WithAsync(run, id, session => CallAsync(run, session, step ?? session.Calls.Count, name, arguments, cancellationToken), cancellationToken);

    /// <summary>Closes a session and returns the number of its calls.</summary>
    /// <exception cref="KeyNotFoundException">There is no such session.</exception>
    public Task<int> CloseAsync(string run, string id, CancellationToken cancellationToken) =>
        WithAsync(
            run,
            id,
            async session =>
            {
                while (!session.IsClosed)
                {
                    await AppendAsync(run, session, new SessionCall(session.Calls.Count, null, "", null), cancellationToken);
                }

                return session.Calls.Count;
            },
            cancellationToken);

    private async Task<SessionCall> CallAsync(string run, LiveSession session, int step, string name, string arguments, CancellationToken cancellationToken)
    {
        while (step >= session.Calls.Count)
        {
            if (session.IsClosed)
            {
                throw new InvalidOperationException($"Session '{session.Document.Id}' is closed.");
            }

            if (step > session.Calls.Count)
            {
                throw new InvalidOperationException($"Step {step} is not the next of session '{session.Document.Id}'; that is {session.Calls.Count}.");
            }

            var before = session.Session.Snapshot();
            var entry = new SessionCall(step, name, arguments, session.Play(name, arguments));
            var written = false;
            try
            {
                written = await store.PutIfAbsentAsync(Collections.SessionCalls, Written(run, session, entry), cancellationToken);
            }
            finally
            {
                if (!written)
                {
                    session.Session.Restore(before);
                }
            }

            if (written)
            {
                session.Note(entry);
            }
            else
            {
                await CatchUpAsync(run, session, cancellationToken);
            }
        }

        var made = session.Calls[step];
        return made.Name == name && made.Arguments == arguments
            ? made
            : throw new InvalidOperationException($"Step {step} of session '{session.Document.Id}' was another call, of '{made.Name}'.");
    }

    private async Task AppendAsync(string run, LiveSession session, SessionCall entry, CancellationToken cancellationToken)
    {
        await store.PutIfAbsentAsync(Collections.SessionCalls, Written(run, session, entry), cancellationToken);
        await CatchUpAsync(run, session, cancellationToken);
    }

    private static Document Written(string run, LiveSession session, SessionCall entry) =>
        TypedDocuments.Of(run, SessionCall.IdOf(session.Document.Id, entry.Step), entry, ("session", session.Document.Id));

    /// <summary>Plays the entries that other processes have added to the log.</summary>
    private async Task CatchUpAsync(string run, LiveSession session, CancellationToken cancellationToken)
    {
        while (!session.IsClosed
            && await store.FindAsync<SessionCall>(
                Collections.SessionCalls, run, SessionCall.IdOf(session.Document.Id, session.Calls.Count), cancellationToken) is { } entry)
        {
            session.Follow(entry);
        }
    }

    private async Task<LiveSession> FindAsync(string run, string id, CancellationToken cancellationToken)
    {
        if (memory.Find(run, id) is { } session)
        {
            return session;
        }

        var document = await store.FindAsync<SessionDocument>(Collections.Sessions, run, id, cancellationToken)
            ?? throw new KeyNotFoundException($"Run '{run}' has no session '{id}'.");
        var environment = await environments.GetAsync(run, document.Domain, cancellationToken);
        if (environment.Definition.Id != document.EnvironmentId)
        {
            throw new InvalidOperationException($"The environment of session '{id}' has been made anew; open another session.");
        }

        return memory.Keep(run, new LiveSession(document, environment));
    }
}
