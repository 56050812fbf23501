using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The order in which the documentation says that a list stands.</summary>
public sealed record ListOrder(ColumnModel Column, bool Descending)
{
    private const int YearStart = 6;
    private const int YearLength = 4;

    /// <summary>Whether the column's texts are days with the month first, such as <c>03/15/2024</c>, which stand by their years.</summary>
    public bool MonthFirst { get; init; }

    /// <summary>The value by which a row stands.</summary>
    public Value Key(ObjectValue row) => row[Column.Name] is { IsString: true } cell && MonthFirst
        ? Value.From(Part(cell.AsString, YearStart, YearLength) + Part(cell.AsString, 0, YearStart))
        : row[Column.Name];

    private static string Part(string text, int start, int length) => string.Concat(text.Skip(start).Take(length));
}
