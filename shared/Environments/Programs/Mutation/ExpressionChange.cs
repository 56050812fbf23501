namespace AgentScaler.Environments.Programs.Mutation;

/// <summary>One changed expression.</summary>
internal sealed record ExpressionChange(string Operator, string Place, string Change, Expression Result, string? Hint = null);
