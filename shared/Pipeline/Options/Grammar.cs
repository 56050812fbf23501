namespace AgentScaler.Pipeline.Options;

/// <summary>The grammars of intents. The two sets of phrases and personas share no phrase.</summary>
public enum Grammar
{
    /// <summary>The phrases of training data.</summary>
    Shared,

    /// <summary>Phrases and personas kept for evaluation.</summary>
    HeldOut,
}
