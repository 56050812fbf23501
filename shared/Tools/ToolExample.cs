using System.Text.Json;

namespace AgentScaler.Tools;

/// <summary>A documented request or response, kept for the fidelity check.</summary>
/// <param name="Arguments">Documented arguments, or null.</param>
/// <param name="Response">Documented successful response, or null.</param>
public sealed record ToolExample(JsonElement? Arguments, JsonElement? Response);
