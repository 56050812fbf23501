using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Brings the user's own database into the plan: names stay as dumped; types, keys, enumerations and relations are read off
/// the rows and hold for them.
/// </summary>
internal sealed class DumpAdoption(DatabaseState dump)
{
    private const int MaxEnumeration = 12;

    private readonly Dictionary<string, string> _tables = dump.Tables.Where(t => t != DatabaseState.SessionTable)
        .GroupBy(t => Words.ResourceKey(Words.Split(t)), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>Resources of dumped tables.</summary>
    public IEnumerable<string> Resources => _tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>The dumped table of a resource, or null.</summary>
    public string? TableOf(string resource) => _tables.GetValueOrDefault(resource);

    /// <summary>Gives a new plan the columns of its dumped rows.</summary>
    public void Begin(TablePlan table)
    {
        var rows = dump.Rows(table.Name);
        foreach (var name in rows.SelectMany(r => r.Select(m => m.Key)).Distinct(StringComparer.Ordinal))
        {
            var values = rows.Select(r => r[name]).Where(v => !v.IsNull).ToList();
            var type = TypeOf(values);
            var column = new ColumnPlan
            {
                Name = name,
                Type = type,
                Semantic = Semantics.Of(name, type is ColumnType.Integer or ColumnType.Number ? NodeKind.Number : NodeKind.String, null, table.Singular),
                Nullable = values.Count < rows.Count,
                Enum = Enumeration(name, values, rows.Count),
            };
            column.Origins.Add($"state dump, {table.Name}.{name}");
            table.Columns.Add(column);
        }
    }

    /// <summary>The key of dumped rows: a column without gaps or repetitions, the usual names first.</summary>
    public string? KeyOf(string table)
    {
        var rows = dump.Rows(table);
        var singular = Words.ResourceKey(Words.Split(table));
        return rows.Count == 0 ? null : rows[0].Select(m => m.Key)
            .Where(n => rows.All(r => r[n] is { IsString: true } or { IsInteger: true }) && rows.Select(r => r[n]).Distinct().Count() == rows.Count)
            .OrderBy(n => Rank(Words.Snake(n), singular))
            .FirstOrDefault();
    }

    /// <summary>Takes back what the dumped rows contradict.</summary>
    public void Finish(DomainPlan plan)
    {
        foreach (var table in plan.Tables.Where(t => dump.Tables.Contains(t.Name)))
        {
            var rows = dump.Rows(table.Name);
            foreach (var column in table.Columns.Where(c => c != table.Key && rows.Any(r => r[c.Name].IsNull)))
            {
                (column.Nullable, column.Demanded) = (true, false);
            }

            foreach (var column in table.Columns.Where(c => c.References is not null))
            {
                var keys = dump.Rows(column.References!.Table).Select(r => r[column.References.Column]).ToHashSet();
                column.References = rows.Any(r => !r[column.Name].IsNull && !keys.Contains(r[column.Name])) ? null : column.References;
            }

            foreach (var column in table.Columns.Where(c => c.Enum is not null))
            {
                column.Enum!.AddRange(rows.Select(r => r[column.Name]).Where(v => !v.IsNull).Distinct().Except(column.Enum));
            }

            table.Unique.RemoveAll(set => rows.Select(r => string.Join('\u001f', set.Select(c => r[c].ToJson()))).Distinct().Count() < rows.Count);
        }
    }

    /// <summary>The dumped rows, and empty tables for what only the tools know.</summary>
    public DatabaseState State(DomainPlan plan) => plan.Tables.Where(t => !dump.Tables.Contains(t.Name)).OrderBy(t => t.Name, StringComparer.Ordinal)
        .Aggregate(dump, (state, table) => state.With(table.Name, []));

    private static int Rank(string name, string singular) => name == "id" || name == $"{singular}_id" ? 0
        : name.EndsWith("_id", StringComparison.Ordinal) ? 1
        : name is "key" or "_key" or "code" or "name" or "uuid" || name.EndsWith("_number", StringComparison.Ordinal) ? 2 : 3;

    private static List<Value>? Enumeration(string name, List<Value> values, int rows)
    {
        var distinct = values.Where(v => v.IsString).Select(v => v.AsString).Distinct().Order(StringComparer.Ordinal).ToList();
        var closed = Words.Split(name) is { Count: > 0 } words && words[^1] is "status" or "state" or "phase" or "priority" or "type" or "kind" or "category" or "severity" or "cabin" or "tier" or "membership";
        return closed && distinct.Count is > 1 and <= MaxEnumeration && distinct.Count * 2 <= rows && values.TrueForAll(v => v.IsString) ? [.. distinct.Select(d => Value.From(d))] : null;
    }

    private static ColumnType TypeOf(List<Value> values) =>
        values.Count == 0 ? ColumnType.Any
        : values.TrueForAll(v => v.IsString) ? ColumnType.String
        : values.TrueForAll(v => v.IsInteger) ? ColumnType.Integer
        : values.TrueForAll(v => v.IsNumber) ? ColumnType.Number
        : values.TrueForAll(v => v.IsBoolean) ? ColumnType.Boolean
        : values.TrueForAll(v => v.IsArray) ? ColumnType.Array
        : values.TrueForAll(v => v.IsObject) ? ColumnType.Object
        : ColumnType.Any;
}
