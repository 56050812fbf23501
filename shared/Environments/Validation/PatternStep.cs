namespace AgentScaler.Environments.Validation;

/// <summary>One step of a compiled pattern. Targets are relative to the step, so that fragments can be copied.</summary>
/// <param name="Ranges">For Read: pairs of first and last code point.</param>
/// <param name="Negated">For Read: everything but the ranges.</param>
internal sealed record PatternStep(
    PatternStepKind Kind, int First = 0, int Second = 0, (int First, int Last)[]? Ranges = null, bool Negated = false)
{
    public bool Accepts(int rune) => Array.Exists(Ranges!, r => r.First <= rune && rune <= r.Last) != Negated;
}
