using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Brings the user's own database and the inferred tables together: names stay as dumped, columns and types are read off
/// the rows, enumerations and life cycles too where the tools declare none.
/// </summary>
internal static class DumpAdoption
{
    private const int MaxEnumeration = 12;

    /// <summary>The resource of each dumped table, so that tools are grouped by the user's own names.</summary>
    public static IReadOnlyDictionary<string, string> Resources(DatabaseState dump) =>
        dump.Tables.Where(t => t != DatabaseState.SessionTable).ToDictionary(t => t, t => Words.ResourceKey(Words.Split(t)), StringComparer.Ordinal);

    /// <summary>Adds what the rows of a dumped table show to its plan.</summary>
    public static void Adopt(TablePlan table, IReadOnlyList<ObjectValue> rows)
    {
        var names = rows.SelectMany(r => r.Select(m => m.Key)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            var values = rows.Select(r => r[name]).Where(v => !v.IsNull).ToList();
            var type = TypeOf(values);
            var column = table.Column(name);
            if (column is null && table.Columns.FirstOrDefault(c => Words.Snake(c.Name) == Words.Snake(name)) is { } similar)
            {
                // The dump's own name wins over the tools' spelling.
                column = Renamed(table, similar, name);
            }

            if (column is null)
            {
                column = new ColumnPlan { Name = name, Type = type, Semantic = Semantics.Of(name, type == ColumnType.String ? NodeKind.String : NodeKind.Any, null, table.Singular) };
                table.Columns.Add(column);
            }

            column.Origins.Insert(0, $"state dump, table {table.Name}");
            column.Type = values.Count == 0 ? column.Type : type;
            column.Nullable = column != table.Key && (column.Nullable || values.Count < rows.Count);
            column.Demanded &= values.Count == rows.Count;
            Enumerate(column, values, rows.Count);
        }

        foreach (var absent in table.Columns.Where(c => !names.Contains(c.Name) && c != table.Key))
        {
            // Dumped rows do not have it, so it must be allowed to be missing.
            absent.Nullable = true;
            absent.Demanded = false;
        }
    }

    /// <summary>The key of dumped rows: a column without gaps or repetitions, by the usual names first.</summary>
    public static string? KeyOf(string table, IReadOnlyList<ObjectValue> rows)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var singular = Words.ResourceKey(Words.Split(table));
        return rows[0].Select(m => m.Key)
            .Where(n => rows.All(r => r[n] is { IsString: true } or { IsInteger: true }) && rows.Select(r => r[n]).Distinct().Count() == rows.Count)
            .OrderBy(n => Words.Snake(n) is var s && (s == "id" || s == $"{singular}_id") ? 0 : s.EndsWith("_id", StringComparison.Ordinal) ? 1 : s is "key" or "code" or "name" or "uuid" || s.EndsWith("_number", StringComparison.Ordinal) ? 2 : 3)
            .FirstOrDefault();
    }

    private static ColumnPlan Renamed(TablePlan table, ColumnPlan column, string name)
    {
        var renamed = new ColumnPlan { Name = name, Type = column.Type, Node = column.Node, Semantic = column.Semantic, Nullable = column.Nullable, Demanded = column.Demanded, Enum = column.Enum };
        renamed.Origins.AddRange(column.Origins);
        renamed.Sources.AddRange(column.Sources);
        table.Columns[table.Columns.IndexOf(column)] = renamed;
        table.Key = table.Key == column ? renamed : table.Key;
        return renamed;
    }

    private static void Enumerate(ColumnPlan column, List<Value> values, int rows)
    {
        if (column.Enum is not null)
        {
            column.Enum.AddRange(values.Distinct().Except(column.Enum));
            return;
        }

        var distinct = values.Where(v => v.IsString).Select(v => v.AsString).Distinct().Order(StringComparer.Ordinal).ToList();
        var closed = column.Words[^1] is "status" or "state" or "phase" or "priority" or "type" or "kind" or "category" or "severity" or "cabin" or "tier" or "membership";
        if (closed && distinct.Count is > 1 and <= MaxEnumeration && distinct.Count * 2 <= rows && values.TrueForAll(v => v.IsString))
        {
            column.Enum = [.. distinct.Select(d => Value.From(d))];
        }
    }

    private static ColumnType TypeOf(List<Value> values)
    {
        if (values.Count == 0)
        {
            return ColumnType.Any;
        }

        return values.TrueForAll(v => v.IsString) ? ColumnType.String
            : values.TrueForAll(v => v.IsInteger) ? ColumnType.Integer
            : values.TrueForAll(v => v.IsNumber) ? ColumnType.Number
            : values.TrueForAll(v => v.IsBoolean) ? ColumnType.Boolean
            : values.TrueForAll(v => v.IsArray) ? ColumnType.Array
            : values.TrueForAll(v => v.IsObject) ? ColumnType.Object
            : ColumnType.Any;
    }
}
