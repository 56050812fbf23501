using AgentScaler.Environments.JsonSchemas;

namespace AgentScaler.Effects;

/// <summary>One input of a tool: a parameter, or a member of a body object that stands for one.</summary>
/// <param name="Name">The member's own name.</param>
/// <param name="Container">The parameter that holds the member; null for a parameter of its own.</param>
/// <param name="InPath">Whether it is a variable of the HTTP path.</param>
public sealed record ToolParameter(string Name, SchemaNode Node, bool Required, string? Container, bool InPath)
{
    public IReadOnlyList<string> Words { get; } = Language.Words.OfMember(Name);

    public ParameterRole Role { get; init; } = ParameterRole.Field;

    /// <summary>Whether the bound of a range is outside it: "before this day".</summary>
    public bool Exclusive { get; init; }

    /// <summary>Whether a text must be the whole of what a column holds.</summary>
    public bool Exact { get; init; }

    /// <summary>Whether capital and small letters are the same.</summary>
    public bool AnyCase { get; init; }
}
