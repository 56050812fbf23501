using System.Globalization;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>No other row has the values that the call gives for the key, or for columns in which no two rows agree.</summary>
/// <param name="Bindings">The arguments for all of these columns.</param>
/// <param name="Self">The row that is changed, which may keep its own values; null where a row is made.</param>
public sealed record IsUnique(TableModel Table, IReadOnlyList<ColumnBinding> Bindings, RowAddress? Self) : Precondition
{
    public override ErrorCode Code => ErrorCode.Conflict;

    public override string Fault => $"a second {string.Join(" and ", Bindings.Select(b => b.Column.Name))}";

    public override IEnumerable<RowAddress> Addresses => Self is null ? [] : [Self];

    public override bool KeptByDatabase => true;

    public override bool Holds(Situation situation)
    {
        var self = Self is null ? null : situation.Find(Self);
        return !situation.Rows(Table.Name)
            .Any(r => !r.Equals(self) && Bindings.All(b => situation.Given(b.Parameter) is { IsNull: false } given && Matching.Same(r[b.Column.Name], given)));
    }

    public override IEnumerable<Violation> Violations(Situation valid)
    {
        var self = Self is null ? null : valid.Find(Self);
        return Bindings is [var only]
            ? valid.Rows(Table.Name).Where(r => !r.Equals(self)).Select(r => r[only.Column.Name]).Where(v => !v.IsNull && only.Column.Holds(v)).Take(1)
                .Select(v => Violation.By(only.Parameter, v)) : [];
    }

    /// <summary>Another text, or another row to refer to.</summary>
    public override IEnumerable<Violation> Remedies(Situation forbidden)
    {
        foreach (var binding in Bindings)
        {
            var given = forbidden.Given(binding.Parameter);
            IEnumerable<Value> others = binding.Column.References is { } reference ? forbidden.Rows(reference.Table).Select(r => r[reference.Column])
                : given.IsString && binding.Column is { Enum: null, Type: ColumnType.String } ? Enumerable.Range(2, 3).Select(n => Another(given.AsString, n))
                : [];
            foreach (var other in others.Where(v => !v.IsNull && Holds(forbidden.With(binding.Parameter, v))).Take(4))
            {
                yield return Violation.By(binding.Parameter, other);
            }
        }
    }

    private static Value Another(string text, int number) => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        ? text.Insert(at, number.ToString(CultureInfo.InvariantCulture)) : $"{text} {number.ToString(CultureInfo.InvariantCulture)}";
}
