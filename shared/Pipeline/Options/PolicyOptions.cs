namespace AgentScaler.Pipeline.Options;

/// <summary>How a checkpoint is sampled.</summary>
public sealed record PolicyOptions
{
    /// <summary>Most tools offered at once; 0 offers all. It keeps contexts within what a small model was trained on.</summary>
    public int ToolLimit { get; init; } = 8;

    public double Temperature { get; init; }

    public double TopP { get; init; } = 1;

    /// <summary>Most tokens of a reply.</summary>
    public int MaxTokens { get; init; } = 128;

    /// <summary>Whether a tool call must name an offered tool and give its parameters.</summary>
    public bool Constrained { get; init; } = true;
}
