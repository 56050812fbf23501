using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentScaler.Training.Endpoints;

/// <summary>The supported part of OpenAI's request for a chat completion. <see cref="OtherMembers"/> decides about the rest.</summary>
internal sealed record ChatCompletionRequest
{
    public string? Model { get; init; }

    public IReadOnlyList<JsonElement>? Messages { get; init; }

    public IReadOnlyList<JsonElement>? Tools { get; init; }

    public JsonElement? ToolChoice { get; init; }

    public bool? ParallelToolCalls { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public int? MaxTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    public JsonElement? Stop { get; init; }

    public long? Seed { get; init; }

    public bool? Stream { get; init; }

    public ChatStreamOptions? StreamOptions { get; init; }

    public int? N { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }
}
