using AgentScaler.Hosting;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Filtering;

/// <summary>
/// Measures the realism of a run's tasks and episodes. The sample is even over the domains and of limited size, so that a large run takes about as long
/// as a small one.
/// </summary>
public sealed class RealismMeasure(IDocumentStore store, EnvironmentCache environments)
{
    private const int MostTasks = 1000;

    /// <param name="reference">A file of people's utterances (see <see cref="RealismReference"/>). May be null.</param>
    public async Task<RealismSection> MeasureAsync(string run, string? reference, CancellationToken cancellationToken)
    {
        var slugs = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var environment in store.WhereAsync<EnvironmentDocument>(Collections.Environments, run, "status", EnvironmentDocument.Materialized,
            cancellationToken))
        {
            slugs.Add(environment.Slug);
        }

        var report = new RealismReport(reference is null ? [] : RealismReference.Read(reference));
        var share = Math.Max(1, MostTasks / Math.Max(1, slugs.Count));
        foreach (var slug in slugs.Take(MostTasks))
        {
            var tasks = await store.WhereAsync<TaskSpecification>(Collections.Tasks, run, "domain", slug, cancellationToken).Take(share)
                .ToListAsync(cancellationToken);
            if (tasks.Count == 0)
            {
                continue;
            }

            // One episode per task, requested together.
            var episodes = await Task.WhenAll(tasks.Select(task => store.WhereAsync<Trajectory>(Collections.Trajectories, run, "task", task.Id,
                cancellationToken).FirstOrDefaultAsync(cancellationToken).AsTask()));
            List<IReadOnlyList<ChatMessage>> conversations = [.. episodes.OfType<Trajectory>().Select(trajectory => trajectory.Messages)];
            report.Add(await environments.GetAsync(run, slug, cancellationToken), tasks, conversations);
        }

        return report.Section();
    }
}
