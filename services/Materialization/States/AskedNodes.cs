using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.States;

/// <summary>
/// What a result leaves open, an argument may tell: a result says "a text" where the tool that fills it takes fifteen digits, and "a number" where it takes
/// one to six. Every stored value once came in by such an argument.
/// </summary>
internal static class AskedNodes
{
    /// <param name="own">The schema of the column itself.</param>
    /// <param name="given">The schemas of arguments that find rows by the column or fill it.</param>
    /// <param name="filling">Those of them that fill it.</param>
    public static SchemaNode Stricter(ColumnModel column, SchemaNode own, IReadOnlyList<SchemaNode> given, IReadOnlyList<SchemaNode> filling) => own switch
    {
        { Kind: NodeKind.String, Enum: null, Pattern: null, Format: null, MinLength: null, MaxLength: null } =>
            filling.FirstOrDefault(n => n is { Kind: NodeKind.String, Enum: null, Pattern: not null })
                ?? given.FirstOrDefault(n => n is { Kind: NodeKind.String, Enum: null, MaxLength: not null }) ?? own,
        { Kind: NodeKind.Integer or NodeKind.Number, Enum: null, Maximum: null, MultipleOf: null } when column.References is null =>
            filling.FirstOrDefault(n => n.Kind == own.Kind && n.Enum is null && (n.Maximum is not null || n.MultipleOf is not null)
                && (own.Minimum is not { } least || n.Minimum >= least)) ?? own,
        { Kind: NodeKind.Array, MinItems: null, MaxItems: null } when own.Items is { Kind: NodeKind.String, Pattern: null, Enum: null, Format: null }
            or { Kind: NodeKind.Any } =>
            filling.FirstOrDefault(n => n.Kind == NodeKind.Array && n.Items is { Kind: NodeKind.String, Pattern: not null } or { Enum: not null }) ?? own,
        _ => own,
    };
}
