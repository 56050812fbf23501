namespace AgentScaler.Effects;

/// <summary>A member of a declared result that tells a column.</summary>
/// <param name="Place">The names that lead to the member, joined by dots.</param>
/// <param name="IsSet">Whether it tells alone that the column holds something.</param>
public sealed record AnswerMember(string Place, ColumnPath Path, bool IsSet);
