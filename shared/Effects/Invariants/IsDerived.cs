using AgentScaler.Environments.States;

namespace AgentScaler.Effects;

/// <summary>A column tells what follows from the rows that refer to its own.</summary>
public sealed record IsDerived(Derivation Derivation) : Invariant(Derivation.Table)
{
    public override string Fault => $"a row of {Table} has a {Derivation.Column} that does not follow from its {Derivation.Rows.Table}";

    public override IEnumerable<string> Tables => [Table, Derivation.Rows.Table];

    public override bool Holds(DatabaseState state) => Derivation.In(state, Situation.Start).All(d => Agree(d.Row[Derivation.Column], d.Value));

    private static bool Agree(Environments.Values.Value told, Environments.Values.Value due) => told == due
        || (told.IsNumber && due.IsNumber && Math.Abs(told.AsNumber - due.AsNumber) < 1e-6) || (told.IsNull && due.IsNumber);
}
