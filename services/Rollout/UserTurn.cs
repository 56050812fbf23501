using AgentScaler.Environments.Values;
using AgentScaler.LanguageModels;

namespace AgentScaler.Rollout;

/// <summary>One turn of a simulated user.</summary>
/// <param name="Text">What the user says; null where the conversation is over.</param>
public sealed record UserTurn(string? Text, TokenUsage Usage = default)
{
    /// <summary>What the text tells, by name; null where the user is a model, whose words nobody has annotated.</summary>
    public IReadOnlyDictionary<string, Value>? Told { get; init; }

    /// <summary>How many wishes of the intent the user has mentioned so far; null where the user is a model.</summary>
    public int? Wishes { get; init; }

    /// <summary>Whether the user says this and leaves: the agent has one more turn.</summary>
    public bool IsLast { get; init; }

    public bool IsOver => Text is null;

    public static UserTurn Over(TokenUsage usage = default) => new(null, usage);
}
