using System.Globalization;
using AgentScaler.Effects;
using AgentScaler.Environments.States;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Survey;

/// <summary>The figures of the text cells of many domains.</summary>
internal sealed class ValueFigures
{
    private const int Many = 8;
    private const int Kinds = 10;

    /// <summary>The words that begin a pair of unrelated words.</summary>
    private static readonly HashSet<string> Firsts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Amber", "Brisk", "Calm", "Deep", "Early", "Fresh", "Golden", "Hidden", "Ivory", "Jade", "Keen", "Lunar", "Mellow", "Noble", "Opal", "Prime",
        "Quiet", "Rapid", "Silver", "Tidal", "Urban", "Vivid", "Warm", "Young",
    };

    /// <summary>The words that end one.</summary>
    private static readonly HashSet<string> Seconds = new(StringComparer.OrdinalIgnoreCase)
    {
        "Harbor", "Meadow", "Falcon", "Lantern", "Summit", "River", "Cedar", "Beacon", "Orchid", "Canyon", "Willow", "Comet", "Anchor", "Prairie", "Garnet",
        "Maple", "Island", "Compass", "Horizon", "Pebble",
    };

    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private int _domains, _values, _nulls;
    private long _distinctInColumns;

    /// <summary>Counts nulls and distinct values over the columns of every type.</summary>
    public void Count(DomainModel plan, DatabaseState state)
    {
        _domains++;
        foreach (var table in plan.Tables)
        {
            var rows = state.Rows(table.Name);
            foreach (var column in table.Columns)
            {
                _values += rows.Count;
                _nulls += rows.Count(r => r[column.Name].IsNull);
                var distinct = rows.Select(r => r[column.Name].ToCanonicalJson()).ToHashSet(StringComparer.Ordinal);
                _distinctInColumns += distinct.Count;
                _distinct.UnionWith(distinct);
            }
        }
    }

    public void Print(IReadOnlyList<TextCell> cells, TextWriter text)
    {
        var full = cells.Where(c => c.Text is not null).ToList();
        var invented = full.Where(c => c.Source == "invented" || IsPair(c)).ToList();
        var spread = full.GroupBy(c => c.Text!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(c => Words.Snake(c.Column)).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"domains {_domains}, values {_values}, nulls {Share(_nulls, _values)}, distinct {_distinct.Count}, distinct in their column {_distinctInColumns}"));
        text.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"text cells {full.Count} ({cells.Count - full.Count} more are null), distinct texts {spread.Count}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pairs of unrelated words {full.Count(IsPair)} ({Share(full.Count(IsPair), full.Count)}); invented in any form {invented.Count} ({Share(invented.Count, full.Count)})"));
        text.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"texts under {Many} and more names {Share(full.Count(c => spread[c.Text!] >= Many), full.Count)}"));
        foreach (var source in full.GroupBy(c => c.Source, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.WriteLine($"  source {source.Key}: {Share(source.Count(), full.Count)}");
        }

        foreach (var kind in invented.GroupBy(c => Head(c.Column), StringComparer.Ordinal).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal).Take(Kinds))
        {
            text.WriteLine($"  {kind.Count()} x {kind.Key}, such as {kind.First().Table}.{kind.First().Column} = {kind.First().Text}");
        }

        foreach (var often in full.Where(c => spread[c.Text!] >= Many).GroupBy(c => c.Text!, StringComparer.Ordinal).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal).Take(Kinds))
        {
            text.WriteLine($"  {often.Count()} x \"{often.Key}\" under {spread[often.Key]} names, such as {often.First().Column}");
        }
    }

    /// <summary>The noun of a column's name: names with one noun are related.</summary>
    private static string Head(string column) => Words.Singular(Words.OfMember(column)[^1]);

    /// <summary>Whether a text is, or ends in, two words of the lists from which unrelated pairs are made.</summary>
    private static bool IsPair(TextCell cell)
    {
        var words = Words.Split(cell.Text!);
        return Enumerable.Range(0, Math.Max(0, words.Count - 1)).Any(i => Firsts.Contains(words[i]) && Seconds.Contains(words[i + 1]));
    }

    private static string Share(long part, long whole) => whole == 0 ? "-" : ((double)part / whole).ToString("P1", CultureInfo.InvariantCulture);
}
