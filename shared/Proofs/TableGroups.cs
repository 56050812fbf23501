namespace AgentScaler.Proofs;

/// <summary>Tables in disjoint groups, each named by its first table.</summary>
internal sealed class TableGroups(IEnumerable<string> tables)
{
    private readonly Dictionary<string, string> _first = tables.ToDictionary(t => t, t => t, StringComparer.Ordinal);

    public bool Knows(string table) => _first.ContainsKey(table);

    public string Of(string table)
    {
        while (_first[table] != table)
        {
            table = _first[table];
        }

        return table;
    }

    /// <summary>Makes one group of the groups of these tables; names that are no tables are passed over.</summary>
    public void Join(IReadOnlyList<string> tables)
    {
        var firsts = tables.Where(Knows).Select(Of).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var other in firsts.Skip(1))
        {
            _first[other] = firsts[0];
        }
    }
}
