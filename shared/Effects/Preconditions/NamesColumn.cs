using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>An argument names a column that the call may change.</summary>
public sealed record NamesColumn(ColumnChoice Choice) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => $"a {Choice.Name.Name} that the rows do not have";

    public override bool Holds(Situation situation) => Choice.Columns.Any(c => situation.Given(Choice.Name) == c.Name);

    public override IEnumerable<Violation> Violations(Situation valid) => [Violation.By(Choice.Name, "no such column")];
}
