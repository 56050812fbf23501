using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Filtering.Datasets;

/// <summary>
/// Chooses the rows of every dataset: without duplicates, balanced over domains and lengths, and split without leakage. The same facts give the same
/// plan in any order.
/// </summary>
public static class DatasetPlanner
{
    /// <param name="domains">The domains of the tasks. A domain that is missing here is never held out.</param>
    /// <param name="accepted">Facts of the accepted trajectories.</param>
    public static IReadOnlyList<DatasetPlan> Plan(
        IEnumerable<TaskFacts> tasks, IReadOnlyList<DomainFacts> domains, IEnumerable<EpisodeFacts> accepted, DatasetOptions options, long seed)
    {
        options.Validate();
        var all = tasks.OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var split = TaskSplit.Of(all, domains, options, seed);
        var rows = WithoutDuplicates(accepted, options);
        var plans = new List<DatasetPlan> { Of("stage1", 1, null) };
        plans.AddRange(split.Verticals.Select(v => Of($"stage2-{v}", 2, v)));
        return plans;

        DatasetPlan Of(string name, int stage, string? domain)
        {
            bool Inside(string other) => domain is null ? !split.Verticals.Contains(other, StringComparer.Ordinal) : other == domain;
            var inside = rows.Where(r => Inside(r.Domain)).ToLookup(r => split.IsValidation(r.Task));
            return new DatasetPlan(
                name,
                stage,
                domain,
                Balanced([.. inside[false]], options, seed),
                Balanced([.. inside[true]], options, seed),
                [.. all.Where(t => Inside(t.Domain) && split.IsValidation(t.Id)).Select(t => t.Id)],
                [.. split.HeldOutDomains.Where(Inside)],
                [.. split.UnseenProviderDomains.Where(Inside)]);
        }
    }

    /// <summary>Takes one row of each task and content, and no more than the limit of each task, those with most variety first.</summary>
    private static List<EpisodeFacts> WithoutDuplicates(IEnumerable<EpisodeFacts> accepted, DatasetOptions options) =>
    [
        .. accepted
            .GroupBy(r => r.Task, StringComparer.Ordinal)
            .SelectMany(task => task
                .GroupBy(r => r.Content, StringComparer.Ordinal)
                .Select(same => same.MinBy(r => r.Trajectory, StringComparer.Ordinal)!)
                .OrderBy(r => r.Content, StringComparer.Ordinal)
                .Take(options.MaxRowsPerTask)),
    ];

    private static List<string> Balanced(List<EpisodeFacts> rows, DatasetOptions options, long seed)
    {
        var cells = rows.GroupBy(r => (r.Domain, r.LengthClass)).Select(c => c.ToList()).ToList();
        var bound = int.MaxValue;
        if (options.Balance > 0 && cells.Count > 0)
        {
            var sizes = cells.Select(c => c.Count).Order().ToList();
            bound = Math.Max(1, (int)Math.Ceiling(options.Balance * sizes[sizes.Count / 2]));
        }

        return
        [
            .. cells.SelectMany(cell => cell
                    .OrderBy(r => ContentId.Of("row", $"{seed}", r.Trajectory), StringComparer.Ordinal)
                    .Take(bound))
                .Select(r => r.Trajectory)
                .Order(StringComparer.Ordinal),
        ];
    }
}
