using System.Text.Json;
using AgentScaler.Collection.Schemas;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>A function from a list of any format, from which the draft is made.</summary>
internal sealed record FunctionDescription
{
    public required string Provider { get; init; }

    public required string Name { get; init; }

    public required string Locator { get; init; }

    public required string Format { get; init; }

    public string? Description { get; init; }

    public string? License { get; init; }

    /// <summary>The object that contains the parameter and return schemas, and is the root of their references.</summary>
    public JsonElement SchemaRoot { get; init; }

    public IReadOnlyList<FunctionParameter> Parameters { get; init; } = [];

    /// <summary>The object of which the parameters are properties, or null.</summary>
    public SchemaParts? Demands { get; init; }

    /// <summary>Schema of the result, or null.</summary>
    public JsonElement? Returns { get; init; }

    public HttpOperation? Http { get; init; }

    public string Resource { get; init; } = "";

    /// <summary>Read or write, if the source itself declares it.</summary>
    public ToolEffect DeclaredEffect { get; init; }

    public IReadOnlyList<ToolExample>? Examples { get; init; }

    /// <summary>The rank of the source. Of two lists with the same tool, the richer counts as newer.</summary>
    public string Version { get; init; } = "";
}
