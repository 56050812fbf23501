using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// The number of a new row where the state keeps a counter of them: the counter's own, or the next one where a row has that already, as it has where the
/// counter tells the last number that was given. Null where there is no counter.
/// </summary>
/// <param name="AsText">Whether the number is written as a text.</param>
public sealed record FreeNumberTerm(CellTerm Counter, TableModel Table, bool AsText) : Term
{
    public override IEnumerable<RowAddress> Rows => Counter.Rows;

    public override IEnumerable<ToolParameter> Parameters => Counter.Parameters;

    public override Value Of(Situation situation)
    {
        if (Counter.Of(situation) is not { IsNumber: true } held)
        {
            return Value.Null;
        }

        var taken = situation.Rows(Table.Name).Any(r => r[Table.Key.Name] == Key(held));
        var number = taken ? Numbers.Sum(held, 1) : held;
        return AsText ? Text(number) : number;
    }

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);

    private Value Key(Value number) => Table.Key.Textual ? Text(number) : number;

    private static Value Text(Value number) => number.AsNumber.ToString(CultureInfo.InvariantCulture);
}
