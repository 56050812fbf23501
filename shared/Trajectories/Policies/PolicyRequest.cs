namespace AgentScaler.Trajectories.Policies;

/// <summary>A request for the next assistant message of a conversation.</summary>
/// <param name="Policy">Name of the checkpoint (base, stage1, stage2-SLUG, ...) or its directory.</param>
/// <param name="Messages">The conversation so far; its last message is the user's or a tool's.</param>
/// <param name="Tools">The offered OpenAI function tools, as JSON text; an empty array if there are none.</param>
/// <param name="Seed">Seed of the sampling. The same request and seed give the same reply on one type of machine.</param>
public sealed record PolicyRequest(string Policy, IReadOnlyList<ChatMessage> Messages, string Tools, long Seed)
{
    /// <summary>The run of the checkpoint; null if <see cref="Policy"/> is a folder, or a name in the server's own folder.</summary>
    public string? Run { get; init; }

    /// <summary>The sampling temperature; 0 takes the most likely token.</summary>
    public double Temperature { get; init; }

    public double TopP { get; init; } = 1;

    /// <summary>Most tokens of a reply.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>
    /// Whether a tool call must name an offered tool, contain valid JSON, and give that tool's parameters.
    /// </summary>
    public bool Constrained { get; init; } = true;

    /// <summary>Whether the reply must call a tool. Its call then follows the grammar, and is complete if <see cref="MaxTokens"/> suffice for one.</summary>
    public bool MustCall { get; init; }

    /// <summary>Names of the offered tools that may be called; null allows all of them.</summary>
    public IReadOnlyList<string>? Callable { get; init; }

    /// <summary>Whether the reply may make only one call.</summary>
    public bool SingleCall { get; init; }
}
