namespace AgentScaler.LanguageModels;

/// <summary>The tokens of model requests, as counted by their endpoints, and their cost.</summary>
/// <param name="Cost">In the currency of the endpoint's configured prices.</param>
public readonly record struct TokenUsage(long Input, long Output, decimal Cost = 0)
{
    public long Total => Input + Output;

    public static TokenUsage operator +(TokenUsage a, TokenUsage b) => new(a.Input + b.Input, a.Output + b.Output, a.Cost + b.Cost);
}
