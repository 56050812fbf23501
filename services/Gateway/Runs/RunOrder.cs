using System.Text.Json;
using AgentScaler.Pipeline;

namespace AgentScaler.Gateway.Runs;

/// <summary>The body of <c>POST /api/v1/runs</c>: an order for a run.</summary>
public sealed record RunOrder
{
    /// <summary>At most 64 lower-case letters, digits, <c>-</c> and <c>_</c>. If left out, it is derived from the content of the order.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<OrderedSource> Sources { get; init; } = [];

    /// <summary>Name of the last stage to run.</summary>
    public string Until { get; init; } = PipelineStages.All[^1].Name;

    /// <summary>The content of a configuration file: <c>seed</c>, and one object for each stage.</summary>
    public JsonElement? Options { get; init; }
}
