using AgentScaler.Language;

namespace AgentScaler.Materialization.Programs;

/// <summary>Finds the argument that a member of a result tells, where the documentation says that the one becomes the other.</summary>
internal static class StatedEchoes
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "given", "specified", "provided", "new", "desired", "supplied", "requested", "target", "chosen", "selected", "value", "of",
    };

    /// <summary>
    /// The argument that a member tells: by "Change the current shelf to the given rack" the member <c>current_shelf</c> tells <c>rack</c>. Null if nothing
    /// says so.
    /// </summary>
    public static ToolParameter? Of(string member, string description, IReadOnlyList<ToolParameter> parameters)
    {
        var (words, name) = (Words.Split(description), Words.OfMember(member));
        var at = Words.Find(words, name);
        if (at < 0 || at + name.Count >= words.Count || words[at + name.Count] is not "to")
        {
            return null;
        }

        List<string> becomes = [.. words.Skip(at + name.Count + 1).SkipWhile(Silent.Contains)];
        return parameters.FirstOrDefault(p => p.Node.Scalar && becomes.Take(p.Words.Count).SequenceEqual(p.Words));
    }
}
