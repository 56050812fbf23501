using AgentScaler.Environments.Sessions;
using AgentScaler.Hosting;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Trajectories;

namespace AgentScaler.Serving.Sessions;

/// <summary>
/// Opens, plays, shows, judges and closes the sessions of live environments, for all protocols. An empty run means the newest run with the requested
/// object.
/// </summary>
internal sealed class EnvironmentSessions(
    RunRepository runs, RunChoice choice, IDocumentStore store, EnvironmentCache environments, SessionStore sessions, SessionJudge judge)
{
    /// <summary>Returns the materialized domains of a run in order of slug.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public async Task<IReadOnlyList<EnvironmentDocument>> DomainsAsync(string run, CancellationToken cancellationToken)
    {
        var chosen = (await runs.ChosenAsync(run, cancellationToken)).Id;
        var domains = new List<EnvironmentDocument>();
        await foreach (var environment in store.WhereAsync<EnvironmentDocument>(
            Collections.Environments, chosen, "status", EnvironmentDocument.Materialized, cancellationToken))
        {
            domains.Add(environment);
        }

        return [.. domains.OrderBy(domain => domain.Slug, StringComparer.Ordinal)];
    }

    /// <exception cref="KeyNotFoundException">The run does not exist or does not have the domain.</exception>
    public async Task<CompiledEnvironment> EnvironmentAsync(string run, string domain, CancellationToken cancellationToken)
    {
        var chosen = await choice.WithDomainAsync(run, domain, cancellationToken);
        return await CompiledAsync(chosen, domain, cancellationToken);
    }

    /// <summary>Opens a session on a domain, or on the domain of a task.</summary>
    /// <param name="domain">The domain's slug. It may be empty if a task is given.</param>
    /// <param name="task">The task of the session. Empty for none.</param>
    /// <exception cref="KeyNotFoundException">The run, domain or task does not exist.</exception>
    /// <exception cref="ArgumentException">The task belongs to another domain.</exception>
    public async Task<OpenedSession> OpenAsync(string run, string domain, string task, CancellationToken cancellationToken)
    {
        if (task.Length == 0)
        {
            var chosen = await choice.WithDomainAsync(run, domain, cancellationToken);
            return await OpenedAsync(chosen, domain, null, cancellationToken);
        }

        var holder = await choice.WithTaskAsync(run, task, cancellationToken);
        var specification = await store.FindAsync<TaskSpecification>(Collections.Tasks, holder, task, cancellationToken)
            ?? throw new KeyNotFoundException($"Run '{holder}' has no task '{task}'.");
        return domain.Length > 0 && domain != specification.Domain
            ? throw new ArgumentException($"Task '{specification.Id}' is of domain '{specification.Domain}', not '{domain}'.")
            : await OpenedAsync(holder, specification.Domain, specification, cancellationToken);
    }

    /// <summary>Makes the call of a step, or returns the result of an earlier attempt.</summary>
    /// <param name="step">The number of the step, from 0 on. Null for the next step.</param>
    /// <param name="arguments">JSON text.</param>
    /// <exception cref="ArgumentException">The step is negative, or the name is missing.</exception>
    /// <exception cref="KeyNotFoundException">There is no such run or session.</exception>
    /// <exception cref="InvalidOperationException">The step is not the next, the step was another call, or the session is closed.</exception>
    public async Task<SessionCall> CallAsync(string run, string session, int? step, string name, string arguments, CancellationToken cancellationToken)
    {
        if (step < 0 || name.Length == 0)
        {
            throw new ArgumentException("A call needs a step_index of 0 or more and a name.");
        }

        var chosen = await choice.WithSessionAsync(run, session, cancellationToken);
        return await sessions.CallAsync(chosen, session, step, name, arguments, cancellationToken);
    }

    /// <summary>Reads from a session that is up to date with its log.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run or session.</exception>
    public async Task<T> LookAsync<T>(string run, string session, Func<string, LiveSession, T> look, CancellationToken cancellationToken)
    {
        var chosen = await choice.WithSessionAsync(run, session, cancellationToken);
        return await sessions.WithAsync(chosen, session, live => Task.FromResult(look(chosen, live)), cancellationToken);
    }

    /// <summary>Judges a session by its task.</summary>
    /// <param name="answer">The agent's last text to the user. Empty if the answer is not judged.</param>
    /// <exception cref="KeyNotFoundException">There is no such run, session or task.</exception>
    /// <exception cref="InvalidOperationException">The session has no task.</exception>
    public async Task<Verdict> JudgeAsync(string run, string session, string answer, CancellationToken cancellationToken)
    {
        var chosen = await choice.WithSessionAsync(run, session, cancellationToken);
        return await sessions.WithAsync(chosen, session, live => judge.JudgeAsync(chosen, live, answer, cancellationToken), cancellationToken);
    }

    /// <summary>Closes a session and returns the number of its calls.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run or session.</exception>
    public async Task<int> CloseAsync(string run, string session, CancellationToken cancellationToken)
    {
        var chosen = await choice.WithSessionAsync(run, session, cancellationToken);
        return await sessions.CloseAsync(chosen, session, cancellationToken);
    }

    private async Task<OpenedSession> OpenedAsync(string run, string domain, TaskSpecification? task, CancellationToken cancellationToken)
    {
        var environment = await CompiledAsync(run, domain, cancellationToken);
        var session = await sessions.OpenAsync(run, domain, environment, task?.Id, cancellationToken);
        return new OpenedSession(run, session.Document.Id, domain, task?.Intent ?? "", environment);
    }

    private async Task<CompiledEnvironment> CompiledAsync(string run, string domain, CancellationToken cancellationToken)
    {
        try
        {
            return await environments.GetAsync(run, domain, cancellationToken);
        }
        catch (UnrecoverableException exception)
        {
            throw new KeyNotFoundException(exception.Message, exception);
        }
    }
}
