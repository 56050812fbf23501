using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Reads a tool specification into what the inference works with.</summary>
internal static class ToolReader
{
    public static IReadOnlyList<ToolReading> Read(IReadOnlyList<ToolSpecification> tools)
    {
        var prefixes = CommonPrefixes(tools);
        var items = PathItems.Of(tools);
        return [.. tools.Select(t => Read(t, prefixes.GetValueOrDefault(t.Provider, 0), items))];
    }

    private static ToolReading Read(ToolSpecification tool, int prefix, PathItems items)
    {
        var returns = SchemaDocument.Read(tool.Returns);
        var words = NameWords.Of(tool);
        words = prefix > 0 && prefix < words.Count ? [.. words.Skip(prefix)] : words;
        var name = NameWords.TellsReading(tool, words) ? new ToolName("get", VerbClass.Get, words, [], Words.IsPlural(words[^1])) : ToolName.Parse(words);
        var path = tool.Http is { } http && http.Path.Length > 0 ? ResourcePath.Parse(http.Path) : null;
        var located = path is { Groups.Count: > 0 } ? PathLocator.Of(tool, path, name, returns, items) : NameLocator.Of(tool, name, words);
        var variables = path?.Groups.SelectMany(g => g.Variables).ToHashSet(StringComparer.Ordinal) ?? [];
        var reads = Reads(tool, located.VerbClass);
        var parameters = Cursors.Marked(ToolParameters.Of(tool.Parameters, variables, reads, located.Resource), returns);
        var result = ResultShape.Of(returns, Echoed(parameters));
        return new ToolReading
        {
            Tool = tool,
            Parameters = [.. parameters.Select(p => reads && Filters(p, result.Payload) ? p with { Role = ParameterRole.Field } : p)],
            Returns = returns,
            Result = result,
            Verb = located.Verb,
            VerbClass = located.VerbClass,
            Resource = located.Resource,
            OnItem = located.OnItem,
            Plural = name.Plural,
            Parents = located.Parents,
            KeyVariables = located.KeyVariables,
            Tail = name.Tail,
            Said = path is { Groups: [.., { Variables.Count: 0 } last] } ? [.. words, .. Words.Split(last.Segment)] : words,
            Located = path is { Groups.Count: > 0 },
            Reads = reads,
        };
    }

    /// <summary>Arguments that an answer may repeat beside a list. What an id names is a thing, and its lists are its own.</summary>
    private static HashSet<string> Echoed(IReadOnlyList<ToolParameter> parameters) => parameters
        .Where(p => p.Node.Scalar && p.Words[^1] is not ("id" or "number" or "code" or "key" or "reference"
            or "name")).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether an argument that APIs usually take for the form of an answer has the values of a member of it: the format of a book.</summary>
    private static bool Filters(ToolParameter parameter, SchemaNode payload) =>
        parameter is { Role: ParameterRole.Boilerplate, Node.Enum: { Count: > 0 } values }
        && payload.Properties.Any(m => m.Name == parameter.Name && m.Node.Enum is { } own && values.All(own.Contains));

    private static bool Reads(ToolSpecification tool, VerbClass verb) => verb switch
    {
        VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Count or VerbClass.Check or VerbClass.Lookup or VerbClass.Compute =>
            !(tool.Http?.Method.ToUpperInvariant() is "DELETE" or "PUT" or "PATCH") || tool.Effect == ToolEffect.Read,
        VerbClass.None => tool.Effect != ToolEffect.Write,
        _ => tool.Effect == ToolEffect.Read,
    };

    /// <summary>How many leading words all names of a provider share, verbs excepted: <c>github_create_issue</c>.</summary>
    private static Dictionary<string, int> CommonPrefixes(IReadOnlyList<ToolSpecification> tools)
    {
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in tools.GroupBy(t => t.Provider, StringComparer.Ordinal))
        {
            var names = group.Select(NameWords.Of).ToList();
            var shared = 0;
            while (names.Count > 2
                && names.All(n => n.Count > shared + 1 && n[shared] == names[0][shared])
                && Verbs.ClassOf(names[0][shared]) == VerbClass.None)
            {
                shared++;
            }

            lengths[group.Key] = shared;
        }

        return lengths;
    }
}
