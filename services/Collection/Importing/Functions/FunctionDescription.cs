using System.Text.Json;
using AgentScaler.Collection.Schemas;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>A function as its list tells it, in whatever format: what the draft is made from.</summary>
internal sealed record FunctionDescription
{
    public required string Provider { get; init; }

    public required string Name { get; init; }

    public required string Locator { get; init; }

    public required string Format { get; init; }

    public string? Description { get; init; }

    public string? License { get; init; }

    /// <summary>The object the parameter and return schemas stand in: the root of their references.</summary>
    public JsonElement SchemaRoot { get; init; }

    public IReadOnlyList<FunctionParameter> Parameters { get; init; } = [];

    /// <summary>The object that the parameters are properties of, or null.</summary>
    public SchemaParts? Demands { get; init; }

    /// <summary>Schema of the result, or null.</summary>
    public JsonElement? Returns { get; init; }

    public HttpOperation? Http { get; init; }

    public string Resource { get; init; } = "";

    /// <summary>Read or write, where the source itself says so.</summary>
    public ToolEffect DeclaredEffect { get; init; }

    public IReadOnlyList<ToolExample>? Examples { get; init; }

    /// <summary>Rank of the source: of two lists that hold the same tool, the richer counts as newer.</summary>
    public string Version { get; init; } = "";
}
