using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>Some row meets all conditions of a query.</summary>
public sealed record IsFound(TableModel Table, IReadOnlyList<RowCondition> Conditions) : Precondition
{
    public override ErrorCode Code => ErrorCode.NotFound;

    public override string Fault => "a query that no row meets";

    public override bool Holds(Situation situation) => situation.Rows(Table.Name).Any(r => Conditions.All(c => c.Holds(situation, r)));

    public override IEnumerable<Violation> Violations(Situation valid) => Conditions.OfType<SameAs>().Where(c => c.Path.IsOwn && c.Parameter.Required)
        .Select(c => Violation.ByUnknown(c.Parameter, Table.Name, c.Path.Column.Name));

    public bool Equals(IsFound? other) => other is not null && Table.Name == other.Table.Name && Conditions.SequenceEqual(other.Conditions);

    public override int GetHashCode() => HashCode.Combine(Table.Name, Conditions.Count);
}
