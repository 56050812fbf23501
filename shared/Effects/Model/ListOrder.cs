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

    /// <summary>The value by which a row stands.</summary>
    public Value Key(ObjectValue row) => row[Column.Name] is not { IsString: true } cell ? row[Column.Name]
        : MonthFirst ? Value.From(Part(cell.AsString, YearStart, YearLength) + Part(cell.AsString, 0, YearStart))
        : Numbered ? Value.From(cell.AsString.PadLeft(Padded))
        : cell;

    private static string Part(string text, int start, int length) => string.Concat(text.Skip(start).Take(length));
}
