using AgentScaler.Tools;

namespace AgentScaler.Filtering.Datasets;

/// <summary>
/// Which tasks are trained and which are held back, decided once for all datasets: groups of nearly the same intent go
/// to one side together, and domains held back whole share no tool with what is trained.
/// </summary>
public sealed class TaskSplit
{
    private readonly HashSet<string> _validation;

    private TaskSplit(HashSet<string> validation, IReadOnlyList<string> verticals, IReadOnlyList<string> heldOut) =>
        (_validation, Verticals, HeldOutDomains) = (validation, verticals, heldOut);

    /// <summary>Slugs of the domains with a stage 2 of their own.</summary>
    public IReadOnlyList<string> Verticals { get; }

    /// <summary>Slugs of the general domains of which nothing is trained.</summary>
    public IReadOnlyList<string> HeldOutDomains { get; }

    public bool IsValidation(string task) => _validation.Contains(task);

    /// <param name="seed">The run's seed; the same tasks, options and seed give the same split.</param>
    public static TaskSplit Of(IEnumerable<TaskFacts> facts, DatasetOptions options, long seed)
    {
        var tasks = facts.OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var verticals = ChooseVerticals(tasks, options);
        var heldOut = ChooseHeldOut(tasks, verticals, options, seed);
        var groups = IntentGroups.Of(tasks.ConvertAll(t => t.Intent), options.NearDuplicate);

        // A group goes by its members: held back where any of them must be.
        var members = tasks.Select((task, i) => (task, Group: groups[i])).ToLookup(m => m.Group, m => m.task);
        var chosen = members.Where(g => g.Any(t => heldOut.Contains(t.Domain))).Select(g => g.Key).ToHashSet();
        foreach (var domain in tasks.Select(t => t.Domain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var inside = tasks.Select((task, i) => (task.Domain, Group: groups[i])).Where(t => t.Domain == domain).ToList();
            var wanted = (int)Math.Round(options.ValidationShare * inside.Count, MidpointRounding.AwayFromZero);
            var held = inside.Count(t => chosen.Contains(t.Group));
            var open = inside.Select(t => t.Group).Distinct().Where(g => !chosen.Contains(g))
                .OrderBy(g => ContentId.Of("split", $"{seed}", tasks[g].Id), StringComparer.Ordinal).ToList();
            foreach (var group in open)
            {
                var size = inside.Count(t => t.Group == group);

                // A group of most of the domain would leave nothing to train.
                if (held < wanted && (held + size) * 2 <= Math.Max(inside.Count, wanted * 2))
                {
                    chosen.Add(group);
                    held += size;
                }
            }
        }

        return new TaskSplit(
            [.. chosen.SelectMany(g => members[g]).Select(t => t.Id)], verticals, [.. heldOut.Order(StringComparer.Ordinal)]);
    }

    private static List<string> ChooseVerticals(List<TaskFacts> tasks, DatasetOptions options) => options.VerticalDomains.Count > 0
        ? [.. options.VerticalDomains.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [.. tasks.GroupBy(t => t.Domain, StringComparer.Ordinal)
            .OrderByDescending(d => d.Count()).ThenBy(d => d.Key, StringComparer.Ordinal)
            .Take(Math.Min(options.Verticals, tasks.DistinctBy(t => t.Domain).Count() - 1))
            .Select(d => d.Key).Order(StringComparer.Ordinal)];

    /// <summary>Of domains that share no tool with another one, so many as the share asks for, in order of a hash.</summary>
    private static HashSet<string> ChooseHeldOut(List<TaskFacts> tasks, List<string> verticals, DatasetOptions options, long seed)
    {
        var tools = tasks.GroupBy(t => t.Domain, StringComparer.Ordinal)
            .ToDictionary(d => d.Key, d => d.SelectMany(t => t.Tools).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var uses = tools.Values.SelectMany(t => t).GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var general = tools.Keys.Except(verticals, StringComparer.Ordinal).ToList();
        var wanted = (int)Math.Floor(options.HeldOutDomainShare * general.Count);
        return general.Where(d => tools[d].All(t => uses[t] == 1))
            .OrderBy(d => ContentId.Of("held_out", $"{seed}", d), StringComparer.Ordinal)
            .Take(wanted).ToHashSet(StringComparer.Ordinal);
    }
}
