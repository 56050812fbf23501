using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Configuration;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>A command's request to run stages on a workspace.</summary>
/// <param name="Until">The last stage that runs.</param>
public sealed record RunRequest(string Workspace, PipelineStage Until)
{
    /// <summary>Paths to collect from. Empty keeps what the workspace has collected.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The seed. Null keeps the workspace's seed, which is 0 in a new workspace.</summary>
    public long? Seed { get; init; }

    /// <summary>A configuration file or a preset's name.</summary>
    public string? Config { get; init; }

    /// <summary>Options of the stage <see cref="Until"/> from the command line. They take precedence over the configuration.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>Returns the number of concurrent episodes that the command or its configuration sets, or 0 if neither sets it.</summary>
    /// <exception cref="CommandException">The configuration cannot be read.</exception>
    public int Episodes()
    {
        var rollout = Until == PipelineStage.Rollout ? Options["concurrency"] : null;
        rollout ??= Config is null ? null : RunConfiguration.Load(Config).Sections.GetValueOrDefault(PipelineStage.Rollout.Name())?["concurrency"];
        return rollout is JsonValue value && value.TryGetValue<int>(out var episodes) ? episodes : 0;
    }

    /// <summary>Whether the earlier stages run too. Otherwise they must be complete.</summary>
    public bool WholePipeline { get; init; }
}
