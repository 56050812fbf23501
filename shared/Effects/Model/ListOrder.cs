using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The order in which a list stands: as the documentation says, or as the rows of the user's own database do.</summary>
public sealed record ListOrder(ColumnModel Column, bool Descending)
{
    private const int YearStart = 6;
    private const int YearLength = 4;
    private const int Padded = 256;

    /// <summary>Whether the column's texts are days with the month first, such as <c>03/15/2024</c>, which stand by their years.</summary>
    public bool MonthFirst { get; init; }

    /// <summary>Whether the column's texts end with a number that is not padded, such as <c>item_9</c> and <c>item_10</c>: shorter ones stand first.</summary>
    public bool Numbered { get; init; }

    /// <summary>The values of the column in the order in which the documentation names them; empty where they stand by themselves.</summary>
    public IReadOnlyList<Value> Ranks { get; init; } = [];

    /// <summary>The order of rows that are alike in this one, or null.</summary>
    public ListOrder? Then { get; init; }

    /// <summary>This order and those that come after it.</summary>
    public IEnumerable<ListOrder> All => Then is null ? [this] : [this, .. Then.All];

    /// <summary>The value by which a row stands.</summary>
    public Value Key(ObjectValue row) => Ranks.Count > 0 ? Rank(row[Column.Name])
        : row[Column.Name] is not { IsString: true } cell ? row[Column.Name]
        : MonthFirst ? Value.From(Part(cell.AsString, YearStart, YearLength) + Part(cell.AsString, 0, YearStart))
        : Numbered ? Value.From(cell.AsString.PadLeft(Padded))
        : cell;

    private int Rank(Value cell) => Ranks.TakeWhile(r => r != cell).Count();

    private static string Part(string text, int start, int length) => string.Concat(text.Skip(start).Take(length));
}
