using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A column of the row holds one of some values.</summary>
/// <param name="Act">What is refused, as the message says it.</param>
public sealed record StatusIn(RowAddress Address, ColumnModel Column, IReadOnlyList<Value> Allowed, string Act) : Precondition
{
    /// <summary>
    /// Known values that do not allow it, where rows may hold values that nobody has named, which allow it. Empty where nothing but the allowed ones does.
    /// </summary>
    public IReadOnlyList<Value> Refused { get; init; } = [];

    public override ErrorCode Code => ErrorCode.PreconditionFailed;

    public override string Fault => $"a {Column.Name} that does not allow it";

    public override IEnumerable<RowAddress> Addresses => [Address];

    public override bool Holds(Situation situation) => situation.Find(Address) is not { } row || Allows(row[Column.Name]);

    public override bool Admits(Situation situation, ObjectValue row) => Allows(row[Column.Name]);

    public override IEnumerable<Violation> Violations(Situation valid) =>
        valid.Rows(Address.Table.Name).Where(r => !Allows(r[Column.Name])).GroupBy(r => r[Column.Name]).Select(g => Violation.By(g.First()));

    public override string Topic => $"state {Address.Role} {Column.Name}";

    private bool Allows(Value status) => Refused.Count == 0 ? Allowed.Contains(status)
        : !status.IsString || !Refused.Any(r => r.IsString && string.Equals(r.AsString, status.AsString, StringComparison.OrdinalIgnoreCase));
}
