using AgentScaler.Environments.States;

namespace AgentScaler.Judging.Explaining;

/// <summary>A row that differs from the golden state, and the calls that wrote it.</summary>
/// <param name="Call">The last call of the conversation that wrote the row. Null if none did.</param>
/// <param name="GoldenCall">The last golden call that wrote its counterpart. Null if none did.</param>
public sealed record ExplainedDifference(RowDifference Row, int? Call, int? GoldenCall);
