namespace AgentScaler.Materialization.Authoring;

/// <summary>What a language model's proposals came to, summed over domains.</summary>
public sealed record AuthoringFigures(int Asked, int Accepted, int AcceptedInPart, int Unchanged, int Rejected, int Failed, int Tools, long InputTokens, long OutputTokens)
{
    public static AuthoringFigures? Of(AuthoringOutcome? outcome) => outcome is null ? null : new(
        1,
        Is(outcome, AuthoringOutcome.Accepted),
        Is(outcome, AuthoringOutcome.AcceptedInPart),
        Is(outcome, AuthoringOutcome.Unchanged),
        Is(outcome, AuthoringOutcome.Rejected),
        Is(outcome, AuthoringOutcome.Failed),
        outcome.Tools.Count,
        outcome.InputTokens,
        outcome.OutputTokens);

    private static int Is(AuthoringOutcome outcome, string status) => outcome.Status == status ? 1 : 0;
}
