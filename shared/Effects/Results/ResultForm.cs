using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What a result holds and where: envelopes such as <c>{"data": [...], "next_page": ...}</c> are seen through.</summary>
/// <param name="Returns">The schema of the result as a whole.</param>
/// <param name="Path">Members that lead from the result to the payload.</param>
/// <param name="Payload">The entity's schema, or the schema of one item of the collection.</param>
public sealed record ResultForm(ResultKind Kind, SchemaNode Returns, IReadOnlyList<string> Path, SchemaNode Payload)
{
    /// <summary>The members of the payload that show a column.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; init; } = [];

    /// <summary>Members of the result, outside any payload, that repeat the argument of their name.</summary>
    public IReadOnlyList<ToolParameter> Echoes { get; init; } = [];

    /// <summary>The member that leads to the next page, or null.</summary>
    public string? NextPage { get; init; }

    /// <summary>The member of the payload that tells how many rows there are, where the tool counts. Null if it has none, or more than one could.</summary>
    public string? Counts { get; init; }

    /// <summary>The payload's schema where it stands in the result: an array for a collection.</summary>
    public SchemaNode Place => Path.Aggregate(Returns, (node, name) => node.Property(name)?.Node ?? node);

    /// <summary>The payload of a result.</summary>
    public Value In(Value result) => Path.Aggregate(result, (value, name) => value[name]);
}
