using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>What an answer that no database holds must show.</summary>
internal static class LookupLaws
{
    public static string? Broken(ToolModel tool, LookupEffect effect, Situation situation, Value result) =>
        (effect.Computation?.IsTold(situation, result) == false ? "the value is not the computed one" : null)
        ?? Echo(tool, situation, result)
        ?? (tool.Result.Kind is ResultKind.Entity ? Missing(tool.Returns, result, 0) : null);

    /// <summary>A member that repeats an argument is the one that was asked for.</summary>
    private static string? Echo(ToolModel tool, Situation situation, Value result) => !result.IsObject ? null : tool.Result.Echoes
        .Where(p => situation.Given(p) is { IsNull: false } given
            && tool.Returns.Property(p.Name) is { } property
            && NodeCheck.Surely(property.Node, given)
            && !result[p.Name].IsNull
            && result[p.Name] != given)
        .Select(p => $"{p.Name} is not the one that was asked for").FirstOrDefault();

    /// <summary>A looked-up answer shows what its schema declares, optional or not, as far as a program goes.</summary>
    private static string? Missing(SchemaNode node, Value value, int depth)
    {
        if (depth > 1 || node.Kind != NodeKind.Object || !value.IsObject)
        {
            return null;
        }

        foreach (var property in node.Properties.Take(24))
        {
            if (!value.AsObject.TryGet(property.Name, out var member))
            {
                return $"{property.Name} is left out";
            }

            if (Missing(property.Node, member, depth + 1) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
