using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The column names the account whose token the caller gives.</summary>
/// <param name="Token">The column of the accounts that holds their tokens.</param>
/// <param name="Named">The column of the accounts by which rows refer to them.</param>
public sealed record IsSignedIn(ColumnPath Path, ColumnModel Token, ColumnModel Named, ToolParameter Parameter) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row) =>
        situation.Rows(Token.Table).FirstOrDefault(r => Matching.Same(r[Token.Name], situation.Given(Parameter))) is { } account
        && Matching.Same(Path.Of(situation, row), account[Named.Name]);

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);
}
