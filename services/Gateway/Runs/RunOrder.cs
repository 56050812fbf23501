using System.Text.Json;

namespace AgentScaler.Gateway.Runs;

/// <summary>What someone wants of the gateway: the body of <c>POST /api/v1/runs</c>.</summary>
public sealed record RunOrder
{
    /// <summary>Lower-case letters, digits, <c>-</c> and <c>_</c>, at most 64; left out, it is made of the content of the order.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<OrderedSource> Sources { get; init; } = [];

    /// <summary>The last stage that runs.</summary>
    public string Until { get; init; } = "evaluate";

    /// <summary>The configuration file's content: <c>seed</c>, and an object for each stage.</summary>
    public JsonElement? Options { get; init; }
}
