using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.States.Shaping;

/// <summary>A column that decides whether a comparison holds, as far as its row tells.</summary>
/// <param name="Other">What the column is compared with; null where only the call tells.</param>
/// <param name="Comparison">How the column must stand to it.</param>
internal sealed record CellEdge(Compares Rule, CellTerm Cell, Comparison Comparison, Term? Other)
{
    private const int Days = 20;

    public TableModel Table => Cell.Address.Table;

    public ColumnModel Column => Cell.Column;

    public string Subject => Cell.Address.Subject;

    public static IEnumerable<CellEdge> Of(Compares compares)
    {
        if (compares.Left is CellTerm left && IsFree(left))
        {
            yield return new CellEdge(compares, left, compares.Comparison, Known(compares.Right, left));
        }

        if (compares.Right is CellTerm right && IsFree(right) && compares.Left is not CountTerm and not SumOfTerm)
        {
            yield return new CellEdge(compares, right, Turned(compares.Comparison), Known(compares.Left, right));
        }
    }

    /// <summary>Whether it holds of a row. Null where the row does not tell.</summary>
    public bool? Holds(ObjectValue row)
    {
        var cell = row[Column.Name];
        if (Other is null)
        {
            // A call that asks for anything asks for more than nothing.
            return Comparison is Comparison.AtLeast or Comparison.Greater && cell.IsNumber ? cell.AsNumber > 0 : null;
        }

        var other = OtherOf(row);
        var order = cell.IsNumber && other.IsNumber ? cell.AsNumber.CompareTo(other.AsNumber)
            : cell.IsString && other.IsString ? string.CompareOrdinal(cell.AsString, other.AsString) : (int?)null;
        return Comparison switch
        {
            Comparison.Equal => cell == other,
            Comparison.NotEqual => cell != other,
            Comparison.Less => order < 0,
            Comparison.AtMost => order <= 0,
            Comparison.AtLeast => order >= 0,
            _ => order > 0,
        };
    }

    /// <summary>Values of the column with which it holds, or does not.</summary>
    public IEnumerable<Value> Values(ObjectValue row, bool holds) =>
        Candidates(row).Where(v => Holds(row.With(Column.Name, v)) == holds);

    private IEnumerable<Value> Candidates(ObjectValue row)
    {
        var other = Other is null ? Value.Null : OtherOf(row);
        IEnumerable<Value> made = Column switch
        {
            { Enum: { } values } => values,
            { Type: ColumnType.Boolean } => [true, false],
            { Numeric: true } when other.IsNumber => [other, other.AsNumber + 1, Math.Max(0, other.AsNumber - 1)],
            { Numeric: true } => [0, 3],
            _ when Moved(other, -Days) is { } before && Moved(other, Days) is { } after => [before, after, other],
            _ => [],
        };
        return Column.Nullable ? made.Append(Value.Null) : made;
    }

    private Value OtherOf(ObjectValue row) => Other switch
    {
        ConstantTerm constant => constant.Value,
        ClockTerm => Column.Type == ColumnType.Date ? Situation.Start[..10] : Situation.Start,
        CellTerm cell => row[cell.Column.Name],
        _ => Value.Null,
    };

    private static Value? Moved(Value time, int days) => time.IsString
        && DateTime.TryParse(time.AsString, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at.AddDays(days).ToString(time.AsString.Length == 10 ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : default(Value?);

    private static Term? Known(Term other, CellTerm cell) => other switch
    {
        ConstantTerm or ClockTerm => other,
        CellTerm same when same.Address.Subject == cell.Address.Subject => other,
        _ => null,
    };

    private static bool IsFree(CellTerm cell) => cell.Column.References is null && cell.Column != cell.Address.Table.Key;

    private static Comparison Turned(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.AtLeast => Comparison.AtMost,
        Comparison.Greater => Comparison.Less,
        _ => comparison,
    };
}
