namespace AgentScaler.Training.Datasets;

/// <summary>An encoded row, or the reason of a rejection.</summary>
/// <param name="Rejected">no_trained_tokens, too_long or broken_tools; null if the row was encoded.</param>
/// <param name="Truncated">Whether turns at the end were left out.</param>
public sealed record EncodingResult(EncodedRow? Row, string? Rejected, bool Truncated);
