using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The code after the highest one that a column holds, written as they are: <c>USR005</c> after <c>USR004</c>.</summary>
/// <param name="Prefix">What all codes begin with.</param>
/// <param name="Width">How many digits follow.</param>
public sealed record NextCodeTerm(TableModel Table, ColumnModel Column, string Prefix, int Width) : Term
{
    public override Value Of(Situation situation) => Prefix + (situation.Rows(Table.Name).Select(r => Number(r[Column.Name])).DefaultIfEmpty(0).Max() + 1)
        .ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0');

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);

    /// <summary>The number of a code, 0 where it is none.</summary>
    private long Number(Value code) => code.IsString && code.AsString.Length == Prefix.Length + Width
        && code.AsString.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(code.AsString.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
