using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Recognises tools that put a value on a list of plain values, or take it off: <c>add_to_watchlist(symbol)</c>, <c>unfollow_user(username)</c> beside
/// <c>following_list</c>. The list is found by the words of the tool's name.
/// </summary>
internal static class ListedValues
{
    private const int ShortestStem = 4;

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "list", "of", "the", "my", "all", "current", "id", "ids" };

    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption dump)
    {
        foreach (var reading in readings.Where(r => r is { Reads: false, Located: false }))
        {
            if (Sign(reading) is var sign && sign != 0 && Value(reading) is { } value && List(reading, dump, value) is { } list)
            {
                reading.Resource = list;
                reading.VerbClass = sign > 0 ? VerbClass.Create : VerbClass.Delete;
                reading.Listed = value;
                reading.Evidence.Add($"{value.Name} is {(sign > 0 ? "put on" : "taken off")} the list {list}.");
            }
        }
    }

    private static int Sign(ToolReading reading) => reading.VerbClass switch
    {
        VerbClass.Create or VerbClass.Link => 1,
        VerbClass.Delete or VerbClass.Unlink => -1,
        _ => 0,
    };

    /// <summary>The only argument, where it is a plain value.</summary>
    private static ToolParameter? Value(ToolReading reading) =>
        reading.Parameters.Where(p => p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words)).ToList()
            is [{ Required: true, Container: null, Node.Kind: NodeKind.String or NodeKind.Integer } only] ? only : null;

    /// <summary>The only list of such values whose words the tool says. A table of rows that it means is no list.</summary>
    private static string? List(ToolReading reading, DumpAdoption dump, ToolParameter value)
    {
        var texts = value.Node.Kind == NodeKind.String;
        var found = dump.Lists.Where(l => Says(reading.Said, l.Table) && l.Values.All(v => texts ? v.IsString : v.IsInteger)).ToList();
        return found is [var only] && (reading.Tail.Count == 0 || dump.TableOf(reading.Resource) is null || Says(reading.Tail, only.Table))
            ? only.Resource
            : null;
    }

    private static bool Says(IReadOnlyList<string> said, string list)
    {
        var words = Words.OfMember(list).Where(w => !Silent.Contains(w)).ToList();
        return words.Count > 0 && words.TrueForAll(w => said.Any(s => Means(s, w)));
    }

    /// <summary>Whether a word of a tool's name means one of a list's name: <c>follow</c> and <c>following</c>, <c>watchlist</c> and <c>watch</c>.</summary>
    private static bool Means(string said, string word) => Words.Singular(said) == Words.Singular(word)
        || said == word + "list"
        || (said.TrimEnd('e') is { Length: >= ShortestStem } stem && word.StartsWith(stem, StringComparison.Ordinal)
            && word[stem.Length..] is "ing" or "ed" or "er" or "ers")
        || (said.StartsWith("un", StringComparison.Ordinal) && Means(said[2..], word));
}
