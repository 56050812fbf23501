using System.Text.Json.Nodes;
using AgentScaler.Hosting.Runs;

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

    /// <summary>Whether the earlier stages run too, or must be done already.</summary>
    public bool WholePipeline { get; init; }
}
