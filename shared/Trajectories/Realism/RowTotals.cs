using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Trajectories.Realism;

/// <summary>Totals that a table's column names promise: quantity times unit price, and subtotal and tax.</summary>
internal static class RowTotals
{
    private const decimal Largest = 1e12m;

    private static readonly string[] Totals = ["total", "total amount", "total price", "amount total"];
    private static readonly string[] Prices = ["unit price", "price"];
    private static readonly string[] Quantities = ["quantity", "qty"];
    private static readonly string[] Subtotals = ["subtotal", "sub total"];
    private static readonly string[] Taxes = ["tax", "tax amount", "total tax"];

    /// <summary>Returns one check for each promise: whether a row keeps it to a hundredth; null if the row lacks one of the numbers.</summary>
    public static IEnumerable<Func<ObjectValue, bool?>> Of(TableSchema table)
    {
        var numbers = table.Columns
            .Where(c => c.Type is ColumnType.Number or ColumnType.Integer)
            .GroupBy(c => Words.Phrase(c.Name), StringComparer.Ordinal)
            .ToDictionary(c => c.Key, c => c.First().Name, StringComparer.Ordinal);
        if (First(numbers, Totals) is not { } total)
        {
            yield break;
        }

        if (First(numbers, Prices) is { } price && First(numbers, Quantities) is { } quantity)
        {
            yield return row => Adds(row, total, price, quantity, (a, b) => a * b);
        }
        else if (First(numbers, Subtotals) is { } subtotal && First(numbers, Taxes) is { } tax)
        {
            yield return row => Adds(row, total, subtotal, tax, (a, b) => a + b);
        }
    }

    private static string? First(Dictionary<string, string> columns, string[] names) =>
        names.FirstOrDefault(columns.ContainsKey) is { } name ? columns[name] : null;

    private static bool? Adds(ObjectValue row, string total, string left, string right, Func<decimal, decimal, decimal> operation) =>
        Number(row, total) is { } whole && Number(row, left) is { } a && Number(row, right) is { } b
            ? Math.Abs(whole - operation(a, b)) < 0.01m
            : null;

    private static decimal? Number(ObjectValue row, string column) =>
        row[column].IsNumber && Math.Abs(row[column].AsNumber) < (double)Largest ? (decimal)row[column].AsNumber : null;
}
