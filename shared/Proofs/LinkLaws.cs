using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>What a link must have added, and what its opposite must have taken.</summary>
internal static class LinkLaws
{
    public static string? Added(LinkEffect effect, Value given, Value old, Value now)
    {
        if (!now.IsArray)
        {
            // What the column holds in no form leaves it as it was.
            return Matching.Same(now, effect.Changed.Stored(given) ?? old) ? null : "the link is not stored";
        }

        var (before, after, entries) = (Items(old), Items(now), given.IsArray ? Items(given) : [given]);
        return entries.All(after.Contains) && before.All(after.Contains) && after.All(a => before.Contains(a) || entries.Contains(a))
            ? null
            : "the set does not hold what was added";
    }

    public static string? Taken(UnlinkEffect effect, Value given, Value old, Value now)
    {
        if (!now.IsArray)
        {
            // A column that must hold something keeps what it holds.
            return effect.Changed.Nullable
                ? now.IsNull ? null : "the link is not gone"
                : now == old || Matching.Same(now, given) ? null : "another link is there";
        }

        var (before, after, entries) = (Items(old), Items(now), given.IsArray ? Items(given) : [given]);
        return !entries.Any(after.Contains) && after.All(before.Contains) && before.All(b => after.Contains(b) || entries.Contains(b))
            ? null
            : "the set still holds what was removed";
    }

    private static Value[] Items(Value value) => value.IsArray ? value.AsArray.ToArray() : [];
}
