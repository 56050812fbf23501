using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The values among which a schema or its description lets choose, and which of them other words mean.</summary>
internal static class StatedChoice
{
    private const int ShortestStem = 3;

    /// <summary>The values that a schema enumerates or its description names as the only ones; none where it leaves them open.</summary>
    public static IReadOnlyList<Value> Of(SchemaNode node) => node.Enum is { Count: > 0 } declared ? [.. declared]
        : [.. StatedTexts.Of("", [node], []).Choice.Select(c => Value.From(c))];

    /// <summary>The value that a verb leads to: <c>release</c> to <c>released</c>, <c>start</c> to <c>running</c>. Null where it leads to none.</summary>
    public static Value? Reached(string verb, IReadOnlyList<Value> values)
    {
        var texts = values.Where(v => v.IsString).ToList();
        foreach (var word in Verbs.TargetsOf(verb).Append(verb))
        {
            if (texts.Find(v => Words.Snake(v.AsString) == word) is { IsNull: false } exact)
            {
                return exact;
            }
        }

        var stem = verb.TrimEnd('e');
        return stem.Length >= ShortestStem && texts.Find(v => v.AsString.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) is { IsNull: false } near
            ? near
            : default(Value?);
    }

    /// <summary>
    /// What each value of an argument means among the values of a column. Empty where the argument's values are unknown, or not two of them mean anything.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<Value, Value>> Meanings(ToolParameter parameter, IReadOnlyList<Value> values)
    {
        if (parameter.Node.Kind == NodeKind.Boolean)
        {
            return Switched(parameter, values);
        }

        var meanings = Of(parameter.Node).Where(v => v.IsString)
            .Select(given => (Given: given, Meant: Reached(Words.Snake(given.AsString), values)))
            .Where(m => m.Meant is not null).Select(m => KeyValuePair.Create(m.Given, m.Meant!.Value)).ToList();
        return meanings.Count > 1 ? meanings : [];
    }

    /// <summary>A mark that is called by a verb stands for what the verb leads to, and for the other value where it is not set.</summary>
    private static IReadOnlyList<KeyValuePair<Value, Value>> Switched(ToolParameter parameter, IReadOnlyList<Value> values) =>
        values.Count == 2 && parameter.Words.Select(w => Reached(w, values)).FirstOrDefault(v => v is not null) is { } set
            ? [KeyValuePair.Create(Value.True, set), KeyValuePair.Create(Value.False, values.First(v => v != set))]
            : [];
}
