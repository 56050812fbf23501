namespace AgentScaler.Environments.Differential;

/// <summary>The counts of one tool.</summary>
/// <param name="Succeeded">Calls that gave a result.</param>
/// <param name="RefusedInvalid">Calls refused with <c>invalid_arguments</c>.</param>
/// <param name="Mismatches">Results that differ, and final states that differ where this tool was the last to write.</param>
/// <param name="Example">The first mismatch in words, shortened; null if there is none.</param>
public sealed record ToolDifference(string Name, int Calls, int Succeeded, int RefusedInvalid, int Mismatches, string? Example);
