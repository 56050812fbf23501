using System.Text.Json;

namespace AgentScaler.Environments;

/// <summary>One tool as an agent sees it in an environment, and the parts of it that the judge needs.</summary>
/// <param name="Id">The id of its tool specification.</param>
/// <param name="Parameters">JSON Schema of the arguments, an object schema with local <c>$defs</c> only.</param>
/// <param name="Returns">JSON Schema of a successful result.</param>
public sealed record EnvironmentTool(
    string Id,
    string Name,
    string Description,
    JsonElement Parameters,
    JsonElement Returns)
{
    /// <summary>The name in the tool's source, if <see cref="Name"/> was made from it; else null. Agents do not see it.</summary>
    public string? SourceName { get; init; }
}
