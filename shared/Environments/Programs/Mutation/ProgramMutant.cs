namespace AgentScaler.Environments.Programs.Mutation;

/// <summary>A program with one thing changed.</summary>
/// <param name="Operator">The kind of change, for example <c>drop_guard</c> or <c>flip_comparison</c>.</param>
/// <param name="Place">JSON pointer to the changed part in the original program.</param>
/// <param name="Change">The change in words.</param>
/// <param name="EquivalenceHint">Why tests may be unable to distinguish the mutant from the original; null if they should be able to.</param>
public sealed record ProgramMutant(string Operator, string Place, string Change, ToolProgram Program, string? EquivalenceHint);
