using AgentScaler.Environments.States;

namespace AgentScaler.Judging.Explaining;

/// <summary>A row that differs from the golden state, and the calls that made it what it is.</summary>
/// <param name="Call">The last call of the conversation that wrote the row; null where none did.</param>
/// <param name="GoldenCall">The last golden call that wrote its counterpart; null where none did.</param>
public sealed record ExplainedDifference(RowDifference Row, int? Call, int? GoldenCall);
