using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects.Computing;

/// <summary>Finds where a result has its place for a computed value.</summary>
internal static class ResultPlaces
{
    private static readonly HashSet<string> Usual = ["result", "value", "answer", "output", "total", "calculation", "converted", "data", "text", "string"];

    /// <summary>The names that lead to the value: none where the result is the value itself. Null where there is no place, or two.</summary>
    public static IReadOnlyList<string>? Of(ToolReading reading, Computation computation)
    {
        var returns = reading.Returns;
        return returns.Kind switch
        {
            NodeKind.Any => ["result"],
            NodeKind.Object when returns.Properties.Count == 0 => ["result"],
            NodeKind.Object => Within(reading, returns, computation, 0),
            _ => Takes(returns, computation) ? [] : null,
        };
    }

    private static IReadOnlyList<string>? Within(ToolReading reading, SchemaNode node, Computation computation, int depth)
    {
        var inputs = reading.Parameters.Select(p => Words.Snake(p.Name)).ToHashSet(StringComparer.Ordinal);
        var fitting = node.Properties.Where(p => Takes(p.Node, computation) && !inputs.Contains(Words.Snake(p.Name))).ToList();
        var chosen = fitting.Find(p => Usual.Contains(Words.Snake(p.Name)))
            ?? fitting.Find(p => Words.OfMember(p.Name) is var words && (words.Contains("result") || words[0] is "converted" or "calculated" or "computed"))
            ?? (fitting.FindAll(p => p.Node.Kind != NodeKind.String || FormulaExpressions.IsText(computation.Formula)) is [var only] ? only : null);
        if (chosen is not null)
        {
            return [chosen.Name];
        }

        return depth == 0 && node.Properties.Where(p => p.Node.Kind == NodeKind.Object && p.Node.Properties.Count > 0).ToList() is [var inner]
            && Within(reading, inner.Node, computation, 1) is { } rest ? [inner.Name, .. rest] : null;
    }

    private static bool Takes(SchemaNode node, Computation computation) => node.Enum is null && node.Pattern is null && (
        FormulaExpressions.IsText(computation.Formula)
        ? node.Kind is NodeKind.String or NodeKind.Any
        : node.Kind is NodeKind.Number or NodeKind.Integer or NodeKind.Any || (node is { Kind: NodeKind.String, Format: null, MaxLength: null }));
}
