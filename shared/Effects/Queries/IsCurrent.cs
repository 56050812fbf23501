using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The column holds what a single row of the state says is current: the user of the session.</summary>
public sealed record IsCurrent(ColumnPath Path, ColumnModel Current) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row) =>
        situation.Rows(Current.Table).FirstOrDefault() is { } single && Matching.Same(Path.Of(situation, row), single[Current.Name]);

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);
}
