using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>Spells the values of rows as arguments.</summary>
internal static class ArgumentKinds
{
    /// <summary>The value in the kind that the parameter asks for.</summary>
    public static Value Typed(SchemaNode node, Value value) => (node.Kind, value.Kind) switch
    {
        (NodeKind.String, ValueKind.Number or ValueKind.Boolean) => value.ToJson(),
        (NodeKind.Integer or NodeKind.Number, ValueKind.String) when double.TryParse(value.AsString, CultureInfo.InvariantCulture,
            out var number) && double.IsFinite(number) => number,
        _ => value,
    };
}
