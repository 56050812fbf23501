namespace AgentScaler.Trajectories.Policies;

/// <summary>What a policy is asked: the next assistant message of a conversation.</summary>
/// <param name="Policy">Name of the checkpoint (base, stage1, stage2-SLUG, ...) or its directory.</param>
/// <param name="Messages">The conversation so far; its last message is the user's or a tool's.</param>
/// <param name="Tools">The OpenAI function tools on offer, as JSON text; an empty array where there are none.</param>
/// <param name="Seed">Seed of the sampling; the same request and seed give the same reply on one type of machine.</param>
public sealed record PolicyRequest(string Policy, IReadOnlyList<ChatMessage> Messages, string Tools, long Seed)
{
    /// <summary>The run whose checkpoints are meant; null where <see cref="Policy"/> is a folder, or a name in the server's own.</summary>
    public string? Run { get; init; }

    /// <summary>0 takes the most likely token.</summary>
    public double Temperature { get; init; }

    public double TopP { get; init; } = 1;

    /// <summary>Most tokens of a reply.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>
    /// Whether a tool call must name an offered tool, hold JSON that parses, and give that tool's parameters.
    /// </summary>
    public bool Constrained { get; init; } = true;

    /// <summary>Whether the reply must call a tool; then its call always keeps to the grammar, and is whole where <see cref="MaxTokens"/> hold one.</summary>
    public bool MustCall { get; init; }

    /// <summary>Names of the tools on offer that may be called; null: all of them.</summary>
    public IReadOnlyList<string>? Callable { get; init; }

    /// <summary>Whether the reply makes one call at most.</summary>
    public bool SingleCall { get; init; }
}
