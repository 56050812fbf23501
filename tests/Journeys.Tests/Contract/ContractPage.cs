using System.Text.RegularExpressions;

namespace AgentScaler.Journeys.Tests.Contract;

/// <summary>The tables of docs/contract.md. A table is found by the heading of its first column.</summary>
internal sealed partial class ContractPage
{
    private readonly IReadOnlyList<string> _lines;
    private readonly List<(string Section, string Table, string[] Cells)> _rows = [];

    private ContractPage(IReadOnlyList<string> lines)
    {
        _lines = lines;
        var (section, table) = ("", "");
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                section = line.TrimStart('#').Trim();
            }
            else if (!line.StartsWith('|'))
            {
                table = "";
            }
            else if (table.Length == 0)
            {
                table = Cells(line)[0];
            }
            else if (!line.StartsWith("|---", StringComparison.Ordinal))
            {
                _rows.Add((section, table, Cells(line)));
            }
        }
    }

    public static ContractPage Read() => new(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "contract.md")));

    /// <summary>The rows of every table whose first column has this heading, each with the section it stands in.</summary>
    public IReadOnlyList<(string Section, string[] Cells)> Rows(string table)
    {
        var found = _rows.Where(row => row.Table == table).Select(row => (row.Section, row.Cells)).ToList();
        return found.Count > 0 ? found : throw new InvalidDataException($"docs/contract.md has no table whose first column is '{table}'.");
    }

    /// <summary>The names in the first line that begins so.</summary>
    public IReadOnlyList<ContractName> NamesAfter(string beginning) => Names(_lines.First(line => line.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>Every name of a text, a name being what stands in code spans.</summary>
    public static IReadOnlyList<ContractName> Names(string text) =>
        [.. Name().Matches(text).Select(match => new ContractName(match.Groups[1].Value, match.Groups[2].Success))];

    /// <summary>The cells of a table's line; a bar inside a cell is escaped.</summary>
    private static string[] Cells(string line) =>
        [.. Bar().Split(line.Trim().Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))];

    [GeneratedRegex(@"`([^`]+)`(\s\*\(not built yet\)\*)?")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
