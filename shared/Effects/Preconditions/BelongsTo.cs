using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>Where a row has the key already, it belongs to the parents that the call names.</summary>
public sealed record BelongsTo(RowAddress Address) : Precondition
{
    public override ErrorCode Code => ErrorCode.Conflict;

    public override string Fault => "a row of another owner";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool Holds(Situation situation) => Address.Key is not { } key
        || situation.Rows(Address.Table.Name).FirstOrDefault(r => Matching.Same(r[key.Column.Name], situation.Given(key.Parameter))) is not { } row
        || situation.Belongs(Address, row);

    public override IEnumerable<Violation> Violations(Situation valid) => valid.Find(Address) is not { } row ? []
        : Address.Scope.SelectMany(s => valid.Rows(Address.Table.Name).Select(r => r[s.Column.Name]).Where(v => !v.IsNull && v != row[s.Column.Name]).Take(1)
            .Select(v => Violation.By(s.Parameter, v)));
}
