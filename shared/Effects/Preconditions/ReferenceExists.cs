using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>The row that an argument refers to exists.</summary>
/// <param name="Parent">The table that is referred to.</param>
/// <param name="Checked">Whether programs look the row up before anything is written; else the database does.</param>
public sealed record ReferenceExists(ColumnBinding Binding, TableModel Parent, bool Checked) : Precondition
{
    public override ErrorCode Code => ErrorCode.NotFound;

    public override string Fault => "an unknown reference";

    public override bool KeptByDatabase => !Checked;

    public override bool Holds(Situation situation) =>
        situation.Given(Binding.Parameter) is not { IsNull: false } given || situation.Rows(Parent.Name).Any(r => Matching.Same(r[Parent.Key.Name], given));

    public override IEnumerable<Violation> Violations(Situation valid) => [Violation.ByUnknown(Binding.Parameter, Parent.Name, Parent.Key.Name)];
}
