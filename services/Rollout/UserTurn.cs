using AgentScaler.Environments.Values;
using AgentScaler.LanguageModels;

namespace AgentScaler.Rollout;

/// <summary>One turn of a simulated user.</summary>
/// <param name="Text">The user's words; null if the conversation is over.</param>
public sealed record UserTurn(string? Text, TokenUsage Usage = default)
{
    /// <summary>The values that the text tells, by name; null if the user is a model, whose words are not annotated.</summary>
    public IReadOnlyDictionary<string, Value>? Told { get; init; }

    /// <summary>The number of wishes of the intent that the user has mentioned so far; null if the user is a model.</summary>
    public int? Wishes { get; init; }

    /// <summary>Whether the user leaves after these words. The agent has one more turn.</summary>
    public bool IsLast { get; init; }

    public bool IsOver => Text is null;

    public static UserTurn Over(TokenUsage usage = default) => new(null, usage);
}
