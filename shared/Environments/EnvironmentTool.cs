using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentScaler.Environments.JsonSchemas;

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

    /// <summary>The reading of <see cref="Parameters"/>, made once for this tool.</summary>
    [JsonIgnore]
    public ToolSchema ParameterSchema => ParameterSchemas.GetValue(this, static tool => ToolSchema.Read(tool.Parameters));

    // Beside the record: what was read is no part of the tool, and a changed copy of the tool must not keep it.
    private static readonly ConditionalWeakTable<EnvironmentTool, ToolSchema> ParameterSchemas = [];
}
