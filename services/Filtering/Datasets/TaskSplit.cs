using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Filtering.Datasets;

/// <summary>
/// Decides once for all datasets which tasks are trained and which are held out. Tasks of nearly the same intent are on the same side, and domains that
/// are held out completely share no tool with the training data.
/// </summary>
public sealed class TaskSplit
{
    private readonly HashSet<string> _validation;

    private TaskSplit(HashSet<string> validation, IReadOnlyList<string> verticals, IReadOnlyList<string> heldOut, IReadOnlyList<string> unseenProviders) =>
        (_validation, Verticals, HeldOutDomains, UnseenProviderDomains) = (validation, verticals, heldOut, unseenProviders);

    /// <summary>Slugs of the domains with their own stage 2.</summary>
    public IReadOnlyList<string> Verticals { get; }

    /// <summary>Slugs of the general domains that have no training data.</summary>
    public IReadOnlyList<string> HeldOutDomains { get; }

    /// <summary>Those of <see cref="HeldOutDomains"/> whose providers have no tool in any training data.</summary>
    public IReadOnlyList<string> UnseenProviderDomains { get; }

    public bool IsValidation(string task) => _validation.Contains(task);

    /// <param name="domains">The domains of the tasks. A domain that is missing here is never held out.</param>
    /// <param name="seed">The run's seed. The same tasks, options and seed give the same split.</param>
    /// <exception cref="UnrecoverableException">A named vertical domain has no task.</exception>
    public static TaskSplit Of(IEnumerable<TaskFacts> facts, IReadOnlyList<DomainFacts> domains, DatasetOptions options, long seed)
    {
        var tasks = facts.OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var verticals = ChooseVerticals(tasks, options);
        var slugs = tasks.Select(t => t.Domain).ToHashSet(StringComparer.Ordinal);
        var present = domains.Where(d => slugs.Contains(d.Slug)).OrderBy(d => d.Slug, StringComparer.Ordinal).ToList();
        var heldOut = ChooseHeldOut(present, verticals, options, seed);
        var groups = IntentGroups.Of(tasks.ConvertAll(t => t.Intent), options.NearDuplicate);

        // A group is held out if any of its members must be.
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

                // Holding out a group with most of the domain's tasks would leave nothing to train.
                if (held < wanted && (held + size) * 2 <= Math.Max(inside.Count, wanted * 2))
                {
                    chosen.Add(group);
                    held += size;
                }
            }
        }

        return new TaskSplit(
            [.. chosen.SelectMany(g => members[g]).Select(t => t.Id)], verticals, [.. heldOut.Order(StringComparer.Ordinal)],
                UnseenProvidersOf(present, heldOut));
    }

    private static List<string> ChooseVerticals(List<TaskFacts> tasks, DatasetOptions options)
    {
        var sizes = tasks.GroupBy(t => t.Domain, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.Count(), StringComparer.Ordinal);
        if (options.VerticalDomains.FirstOrDefault(d => !sizes.ContainsKey(d)) is { } absent)
        {
            throw new UnrecoverableException(
                $"filter.vertical_domains names '{absent}', which has no task; there are: {string.Join(", ", sizes.Keys.Order(StringComparer.Ordinal))}.");
        }

        return options.VerticalDomains.Count > 0
            ? [.. options.VerticalDomains.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [.. sizes.OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal)
                .Take(Math.Min(options.Verticals, sizes.Count - 1))
                .Select(d => d.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// First holds out providers in order of a hash, each with all domains that have one of its tools. Then holds out domains that share no tool with
    /// another domain, up to their share. At least half of the general domains are kept.
    /// </summary>
    private static HashSet<string> ChooseHeldOut(List<DomainFacts> domains, List<string> verticals, DatasetOptions options, long seed)
    {
        var general = domains.Where(d => !verticals.Contains(d.Slug, StringComparer.Ordinal)).ToList();
        var held = ChooseProviders(domains, general, options, seed);
        var uses = domains.SelectMany(d => d.Tools).GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var wanted = Math.Min((int)Math.Floor(options.HeldOutDomainShare * general.Count), (general.Count / 2) - held.Count);
        held.UnionWith(general.Where(d => !held.Contains(d.Slug) && d.Tools.All(t => uses[t] == 1))
            .Select(d => d.Slug)
            .OrderBy(d => ContentId.Of("held_out", $"{seed}", d), StringComparer.Ordinal)
            .Take(wanted));
        return held;
    }

    private static HashSet<string> ChooseProviders(List<DomainFacts> domains, List<DomainFacts> general, DatasetOptions options, long seed)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var providers = domains.SelectMany(d => d.Providers).Distinct(StringComparer.Ordinal).ToList();
        var wanted = (int)Math.Floor(options.HeldOutProviderShare * providers.Count);
        foreach (var provider in providers.OrderBy(p => ContentId.Of("held_out_provider", $"{seed}", p), StringComparer.Ordinal))
        {
            if (wanted == 0)
            {
                break;
            }
            var inside = domains.Where(d => d.Providers.Contains(provider)).ToList();
            var tools = inside.SelectMany(d => d.Tools).ToHashSet(StringComparer.Ordinal);
            var names = inside.Select(d => d.Slug).Concat(held).ToHashSet(StringComparer.Ordinal);
            if (!inside.TrueForAll(general.Contains) || names.Count * 2 > general.Count)
            {
                continue;
            }
            if (domains.Exists(d => !names.Contains(d.Slug) && d.Tools.Overlaps(tools)))
            {
                continue;
            }
            held = names;
            wanted--;
        }

        return held;
    }

    private static List<string> UnseenProvidersOf(List<DomainFacts> domains, HashSet<string> heldOut)
    {
        var trained = domains.Where(d => !heldOut.Contains(d.Slug)).SelectMany(d => d.Providers).ToHashSet(StringComparer.Ordinal);
        return [.. domains.Where(d => heldOut.Contains(d.Slug) && !d.Providers.Overlaps(trained)).Select(d => d.Slug)];
    }
}
