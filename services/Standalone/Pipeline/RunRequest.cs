using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Configuration;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>What a command wants of a workspace.</summary>
/// <param name="Until">The last stage that runs.</param>
public sealed record RunRequest(string Workspace, PipelineStage Until)
{
    /// <summary>Paths to collect from; empty keeps what the workspace has collected.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Null keeps the workspace's seed, 0 in a new one.</summary>
    public long? Seed { get; init; }

    /// <summary>A configuration file or a preset's name.</summary>
    public string? Config { get; init; }

    /// <summary>Options of the stage <see cref="Until"/> from the command line; they win over the configuration.</summary>
    public JsonObject Options { get; init; } = [];

    /// <summary>Episodes in flight that the command or its configuration asks for; 0 where neither says.</summary>
    /// <exception cref="CommandException">The configuration cannot be read.</exception>
    public int Episodes()
    {
        var rollout = Until == PipelineStage.Rollout ? Options["concurrency"] : null;
        rollout ??= Config is null ? null : RunConfiguration.Load(Config).Sections.GetValueOrDefault(PipelineStage.Rollout.Name())?["concurrency"];
        return rollout is JsonValue value && value.TryGetValue<int>(out var episodes) ? episodes : 0;
    }

    /// <summary>Whether the earlier stages run too, or must be done already.</summary>
    public bool WholePipeline { get; init; }
}
