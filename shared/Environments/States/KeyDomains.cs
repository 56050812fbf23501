using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.States;

/// <summary>
/// Groups the columns that hold the same generated keys. Every generated column is a domain of keys, unless it refers to another generated column. Then it
/// shares that column's domain, as does every column whose references lead to a generated one.
/// </summary>
internal sealed class KeyDomains
{
    private readonly Dictionary<string, ColumnEquality[]> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<ColumnReference, int> _numbers = [];

    public KeyDomains(DatabaseSchema schema)
    {
        var columns = schema.Tables.SelectMany(t => t.Columns.Select(c => (At: new ColumnReference(t.Name, c.Name), Column: c)))
            .GroupBy(c => c.At).ToDictionary(g => g.Key, g => g.First().Column);
        foreach (var table in schema.Tables)
        {
            _columns[table.Name] = [.. table.Columns.Select(c => new ColumnEquality(
                c.Name, c.Equality, Number(Root(new ColumnReference(table.Name, c.Name), columns))))];
        }
    }

    public int Count => _numbers.Count;

    public ColumnEquality[] Columns(string table) => _columns.TryGetValue(table, out var columns) ? columns : [];

    private int Number(ColumnReference? root)
    {
        if (root is null)
        {
            return -1;
        }

        if (!_numbers.TryGetValue(root, out var number))
        {
            _numbers[root] = number = _numbers.Count;
        }

        return number;
    }

    /// <summary>Returns the last generated column along the references. In a cycle of references it is the first by name.</summary>
    private static ColumnReference? Root(ColumnReference column, Dictionary<ColumnReference, ColumnSchema> columns)
    {
        var way = new List<ColumnReference>();
        ColumnReference? next = column;
        while (next is not null && columns.TryGetValue(next, out var schema))
        {
            var again = way.IndexOf(next);
            if (again >= 0)
            {
                var circle = way.Skip(again).Where(c => columns[c].Equality == Equality.Generated)
                    .OrderBy(c => c.Table, StringComparer.Ordinal).ThenBy(c => c.Column, StringComparer.Ordinal);
                return circle.FirstOrDefault() ?? way.LastOrDefault(c => columns[c].Equality == Equality.Generated);
            }

            way.Add(next);
            next = schema.References;
        }

        return way.LastOrDefault(c => columns[c].Equality == Equality.Generated);
    }
}
