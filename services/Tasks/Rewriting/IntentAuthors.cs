using AgentScaler.Environments.Sessions;
using AgentScaler.LanguageModels;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks.Rewriting;

/// <summary>Rewrites whole task sets. All domains of a process share an endpoint's budget.</summary>
public sealed class IntentAuthors(AuthorClients clients)
{
    /// <summary>Returns the set in other words if an author is configured, else the set itself.</summary>
    public async Task<TaskSet> RewriteAsync(TaskSet set, CompiledEnvironment environment, EndpointOptions author, ICompletionLedger ledger,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(author);
        if (author.Endpoint is null)
        {
            return set;
        }

        var rewriter = new IntentRewriter(clients.Of(author, "Tasks option author_endpoint"), ledger);
        var intents = set.Tasks.Select(t => t.Intent).ToHashSet(StringComparer.Ordinal);
        var tasks = new List<TaskSpecification>();
        foreach (var task in set.Tasks)
        {
            var rewritten = await rewriter.RewriteAsync(environment, task, intents.Contains, cancellationToken);
            intents.Add(rewritten.Intent);
            tasks.Add(rewritten);
        }

        var count = tasks.Zip(set.Tasks).Count(t => t.First.Id != t.Second.Id);
        return set with { Tasks = [.. tasks.OrderBy(t => t.Id, StringComparer.Ordinal)], Figures = set.Figures with { Rewritten = count } };
    }
}
