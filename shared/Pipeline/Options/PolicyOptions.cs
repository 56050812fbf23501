namespace AgentScaler.Pipeline.Options;

/// <summary>Settings for sampling from a checkpoint.</summary>
public sealed record PolicyOptions
{
    /// <summary>Most tools offered at once. 0 offers all. The limit keeps contexts within the length on which a small model was trained.</summary>
    public int ToolLimit { get; init; } = 8;

    public double Temperature { get; init; }

    public double TopP { get; init; } = 1;

    /// <summary>Most tokens of a reply.</summary>
    public int MaxTokens { get; init; } = 128;

    /// <summary>Whether the sampled text of a tool call must name an offered tool and its parameters.</summary>
    public bool Constrained { get; init; } = true;
}
