namespace AgentScaler.Pipeline.Options;

/// <summary>Whose phrases and personas the intents use; the two sets share no phrase.</summary>
public enum Grammar
{
    /// <summary>The phrases that training data is made with.</summary>
    Shared,

    /// <summary>Phrases and personas kept for evaluation.</summary>
    HeldOut,
}
