namespace AgentScaler.Proofs;

/// <summary>The numbers of mutants of one program by their fate.</summary>
/// <param name="Mutants">Those that are not equivalent to the original.</param>
/// <param name="KilledAcrossTools">Those among the killed that only a law across tools noticed.</param>
internal sealed record MutationResult(int Mutants, int Killed, int KilledAcrossTools, int Equivalent, IReadOnlyList<string> Survivors)
{
    public static MutationResult None { get; } = new(0, 0, 0, 0, []);
}
