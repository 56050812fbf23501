using System.Text.Json;

namespace AgentScaler.Training.Endpoints;

/// <summary>The part of OpenAI's request for a chat completion that is understood; the rest is ignored.</summary>
internal sealed record ChatCompletionRequest
{
    public string? Model { get; init; }

    public IReadOnlyList<JsonElement>? Messages { get; init; }

    public JsonElement? Tools { get; init; }

    public JsonElement? ToolChoice { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public int? MaxTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    public long? Seed { get; init; }

    public bool? Stream { get; init; }

    public int? N { get; init; }
}
