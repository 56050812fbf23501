namespace AgentScaler.LanguageModels;

/// <summary>Tokens that model requests took, as their endpoints counted them, and what they cost.</summary>
/// <param name="Cost">In the currency of the endpoint's configured prices.</param>
public readonly record struct TokenUsage(long Input, long Output, decimal Cost = 0)
{
    public long Total => Input + Output;

    public static TokenUsage operator +(TokenUsage a, TokenUsage b) => new(a.Input + b.Input, a.Output + b.Output, a.Cost + b.Cost);
}
