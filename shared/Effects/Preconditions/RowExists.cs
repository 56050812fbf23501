using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>The row that the call names exists, and belongs to the parents that the call names.</summary>
public sealed record RowExists(RowAddress Address) : Precondition
{
    public override ErrorCode Code => ErrorCode.NotFound;

    public override string Fault => "an unknown key";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool Holds(Situation situation) => situation.Find(Address) is not null;

    public override IEnumerable<Violation> Violations(Situation valid) =>
        Naming().Select(b => Violation.ByUnknown(b.Parameter, Address.Table.Name, b.Column.Name));

    /// <summary>The arguments without which the row is not found: its key and its parents, or its parents and what it is looked up by.</summary>
    private IEnumerable<ColumnBinding> Naming() => Address.Key is { } key
        ? Address.Scope.Prepend(key)
        : Address.Scope.Concat(Address.Filters.Where(f => f.Parameter.Role == ParameterRole.Field));
}
