using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>The words by which a tool may mean a dumped table or its columns.</summary>
internal sealed class DumpedNoun
{
    public DumpedNoun(string table, string resource, IEnumerable<string> above, IReadOnlyList<ObjectValue> rows, bool single)
    {
        (Table, Resource, Single, IsEmpty) = (table, resource, single, rows.Count == 0);
        var at = table.LastIndexOf('.');
        All = NounWords.Of(at < 0 ? table : table[(at + 1)..]);
        Own = NounWords.Speaking(All);
        Above = above.Concat(at < 0 ? [] : [table[..at]]).SelectMany(NounWords.Of).ToHashSet(StringComparer.Ordinal);
        Columns = [.. rows.Take(MaxRows).SelectMany(r => r).Where(m => !IsContainer(m.Value)).Select(m => m.Key).Distinct(StringComparer.Ordinal)
            .Select(NounWords.Of)];
        if (single && Columns.Any(c => c is ["current", "user", ..] || c.Any(w => w is "authenticated" or "logged" or "login" or "signed")))
        {
            Columns = [.. Columns, ["login"], ["authentication"]];
        }

        ColumnWords = Columns.SelectMany(c => c).ToHashSet(StringComparer.Ordinal);
        Values = rows.Take(MaxRows).SelectMany(r => r.Where(m => m.Value.IsString && m.Value.AsString.Length < MaxWord)
            .SelectMany(m => Mark(m.Key, m.Value))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a column of the rows tells a day or an instant.</summary>
    public bool IsDated => ColumnWords.Any(w => w is "date" or "time" or "datetime" or "timestamp" or "start" or "due" or "created");

    private const int MaxRows = 400;
    private const int MaxWord = 24;

    public string Table { get; }

    /// <summary>The name by which tools are bound to the table.</summary>
    public string Resource { get; }

    /// <summary>Whether it is one thing whose columns are things of their own: settings, an account.</summary>
    public bool Single { get; }

    /// <summary>Whether it is a map from names to plain values.</summary>
    public bool Pairs { get; init; }

    /// <summary>Whether the adopted state has no row of it, so that nobody knows its columns.</summary>
    public bool IsEmpty { get; }

    /// <summary>All words of its own name.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Those that say what a row is.</summary>
    public IReadOnlyList<string> Own { get; }

    /// <summary>Words of what it stands in.</summary>
    public IReadOnlySet<string> Above { get; }

    public IReadOnlyList<IReadOnlyList<string>> Columns { get; }

    public IReadOnlySet<string> ColumnWords { get; }

    /// <summary>Words that its marks hold: statuses, types, categories.</summary>
    public IReadOnlySet<string> Values { get; }

    /// <summary>Whether a value is what the rows of another table stand in.</summary>
    private static bool IsContainer(Value value) =>
        (value.IsArray && value.AsArray.Length == 0) || (value.IsObject && value.AsObject.Count == 0);

    private static IEnumerable<string> Mark(string column, Value value) =>
        Words.Split(column) is { Count: > 0 } words && words[^1] is "status" or "state" or "type" or "kind" or "category" or "priority" or "class"
            ? [value.AsString.ToLowerInvariant()]
            : [];
}
