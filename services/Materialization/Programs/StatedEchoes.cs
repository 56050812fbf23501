using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Programs;

/// <summary>Finds the argument that a member of a result tells, where the documentation says that the one becomes the other.</summary>
internal static class StatedEchoes
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "given", "specified", "provided", "new", "desired", "supplied", "requested", "target", "chosen", "selected", "value", "of",
    };

    /// <summary>Verbs of tools that give back what they are given.</summary>
    private static readonly HashSet<string> Showing = new(StringComparer.Ordinal) { "display", "show", "print", "echo", "say", "repeat" };

    /// <summary>
    /// The argument that a tool shows: by "The list of lines displayed" a member of <c>display_ticker(lines)</c> tells <c>lines</c>. Null where the tool does
    /// more than show it, or the member is described as something else.
    /// </summary>
    public static ToolParameter? Shown(string tool, SchemaNode member, IReadOnlyList<ToolParameter> parameters)
    {
        var verb = Words.Split(tool) is [var first, ..] && Showing.Contains(first) ? first : null;
        List<string> said = [.. Words.Split(member.Description ?? "").SkipWhile(w => Silent.Contains(w) || w is "list")];
        return verb is null ? null : parameters.FirstOrDefault(p => p.Required && SchemaFit.Within(p.Node, member)
            && said.Take(p.Words.Count).SequenceEqual(p.Words)
            && (said.Count == p.Words.Count || said[p.Words.Count] is "if" or "when" or "unless"
                || (said.Count == p.Words.Count + 1 && Participles.Is(said[^1], verb))));
    }

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
