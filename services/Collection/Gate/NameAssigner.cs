using AgentScaler.Tools;

namespace AgentScaler.Collection.Gate;

/// <summary>
/// Assigns names that are legal and unique in the workspace, independent of the order of the input. A name that only one tool has is kept. All tools
/// that share a name get their provider in front of it, and those that still share it get a suffix from their id.
/// </summary>
internal static class NameAssigner
{
    private const int SuffixLength = 6;
    private const int ProviderLength = 24;

    /// <returns>Name by id.</returns>
    public static Dictionary<string, string> Assign(IReadOnlyCollection<SpooledDraft> drafts)
    {
        var names = new Dictionary<string, string>(drafts.Count, StringComparer.Ordinal);
        // Case counts in the contract's pattern, but a reader would confuse two names that differ in case alone.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var shared = new List<SpooledDraft>();
        foreach (var group in drafts.GroupBy(draft => Bare(draft), StringComparer.OrdinalIgnoreCase))
        {
            var members = group.ToList();
            if (members.Count == 1 && members[0].Name.Length <= ToolNames.MaximumLength)
            {
                names[members[0].Id] = group.Key;
                taken.Add(group.Key);
            }
            else
            {
                shared.AddRange(members);
            }
        }

        foreach (var group in shared.GroupBy(Prefixed, StringComparer.OrdinalIgnoreCase))
        {
            var members = group.ToList();
            var isFree = members.Count == 1 && members[0].Name.Length <= ToolNames.MaximumLength && !taken.Contains(group.Key);
            foreach (var member in members.OrderBy(member => member.Id, StringComparer.Ordinal))
            {
                var name = isFree ? group.Key : Suffixed(group.Key, member.Id, taken);
                names[member.Id] = name;
                taken.Add(name);
            }
        }

        return names;
    }

    private static string Bare(SpooledDraft draft) => ToolNames.Shorten(draft.Name, ToolNames.MaximumLength);

    private static string Prefixed(SpooledDraft draft)
    {
        var provider = ToolNames.Shorten(ToolNames.Spell(Distinctive(draft.Provider)), ProviderLength);
        var prefixed = provider.Length == 0 ? draft.Name : $"{provider}_{draft.Name}";
        return ToolNames.Shorten(char.IsAsciiDigit(prefixed[0]) ? "_" + prefixed : prefixed, ToolNames.MaximumLength);
    }

    /// <summary>Returns the service of "googleapis.com:chat", the name before the domain of "petstore.com", and the owner and server of
    /// "io.github.owner/server".</summary>
    private static string Distinctive(string provider)
    {
        var stripped = ReverseDomain.Strip(provider);
        if (stripped != provider)
        {
            return stripped;
        }

        var colon = provider.LastIndexOf(':');
        if (colon >= 0 && colon < provider.Length - 1)
        {
            return provider[(colon + 1)..];
        }

        var dot = provider.IndexOf('.', StringComparison.Ordinal);
        return dot > 1 ? provider[..dot] : provider;
    }

    private static string Suffixed(string name, string id, HashSet<string> taken)
    {
        var digits = id[(id.LastIndexOf('_') + 1)..];
        for (var length = SuffixLength; ; length++)
        {
            var suffix = digits[..Math.Min(length, digits.Length)];
            var candidate = $"{ToolNames.Shorten(name, ToolNames.MaximumLength - suffix.Length - 1)}_{suffix}";
            if (length >= digits.Length || !taken.Contains(candidate))
            {
                return candidate;
            }
        }
    }
}
