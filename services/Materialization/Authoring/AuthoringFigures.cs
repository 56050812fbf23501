using System.Text.Json.Serialization;

namespace AgentScaler.Materialization.Authoring;

/// <summary>What a language model's proposals came to, summed over domains.</summary>
public sealed record AuthoringFigures(int Asked, int Accepted, int AcceptedInPart, int Unchanged, int Rejected, int Failed, int Tools, long InputTokens,
    long OutputTokens)
{
    /// <summary>Of those that failed, domains for which nobody answered at all.</summary>
    public int Unreachable { get; init; }

    /// <summary>Of a domain that failed: why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    public static AuthoringFigures? Of(AuthoringOutcome? outcome) => outcome is null ? null : new(
        1,
        Is(outcome, AuthoringOutcome.Accepted),
        Is(outcome, AuthoringOutcome.AcceptedInPart),
        Is(outcome, AuthoringOutcome.Unchanged),
        Is(outcome, AuthoringOutcome.Rejected),
        Is(outcome, AuthoringOutcome.Failed),
        outcome.Tools.Count,
        outcome.InputTokens,
        outcome.OutputTokens)
    {
        Unreachable = outcome.Unreachable ? 1 : 0,
        Reason = outcome.Status == AuthoringOutcome.Failed ? outcome.Reason : null,
    };

    private static int Is(AuthoringOutcome outcome, string status) => outcome.Status == status ? 1 : 0;
}
