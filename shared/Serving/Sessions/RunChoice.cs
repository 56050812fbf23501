using System.Collections.Concurrent;
using AgentScaler.Hosting;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Serving.Sessions;

/// <summary>
/// The run that a request means: the one that it names, or, where its <c>run_id</c> is empty, the newest that has what is asked for. MCP and
/// HTTP choose in the same way.
/// </summary>
internal sealed class RunChoice(RunRepository runs, IDocumentStore store, EnvironmentCache environments)
{
    private const int MostSessions = 16_384;

    // A session stays in its run, and its calls would look for it again and again.
    private readonly ConcurrentDictionary<string, string> sessions = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">There is no such run, or it has no such domain.</exception>
    public Task<string> WithDomainAsync(string named, string domain, CancellationToken cancellationToken) =>
        WithAsync(named, $"materialized domain '{domain}'", "; GET /api/v1/domains and ListDomains list those that it has", run => environments.HasAsync(run, domain, cancellationToken), cancellationToken);

    /// <exception cref="KeyNotFoundException">There is no such run, or it has no such task.</exception>
    public Task<string> WithTaskAsync(string named, string task, CancellationToken cancellationToken) =>
        WithAsync(named, $"task '{task}'", "", run => HoldsAsync(Collections.Tasks, run, task, cancellationToken), cancellationToken);

    /// <exception cref="KeyNotFoundException">There is no such run, or it has no such session.</exception>
    public async Task<string> WithSessionAsync(string named, string session, CancellationToken cancellationToken)
    {
        // Whether a named run has it is said by the store of sessions, which must look anyhow.
        if (named.Length > 0 || sessions.TryGetValue(session, out named!))
        {
            return named;
        }

        var run = await WithAsync(
            "", $"session '{session}'", "", candidate => HoldsAsync(Collections.Sessions, candidate, session, cancellationToken), cancellationToken);
        if (sessions.Count >= MostSessions)
        {
            sessions.Clear();
        }

        return sessions[session] = run;
    }

    private async Task<string> WithAsync(string named, string what, string hint, Func<string, Task<bool>> has, CancellationToken cancellationToken)
    {
        if (named.Length > 0)
        {
            await runs.ChosenAsync(named, cancellationToken);
            return await has(named) ? named : throw new KeyNotFoundException($"Run '{named}' has no {what}{hint}.");
        }

        return (await runs.NewestAsync(run => has(run.Id), cancellationToken))?.Id ?? throw new KeyNotFoundException($"No run has a {what}{hint}.");
    }

    private async Task<bool> HoldsAsync(CollectionDefinition collection, string run, string id, CancellationToken cancellationToken) =>
        await store.GetAsync(collection, run, id, cancellationToken) is not null;
}
