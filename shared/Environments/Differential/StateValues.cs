using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.Differential;

/// <summary>The values of a state by the names of the arguments that take them.</summary>
internal sealed class StateValues
{
    private const int KeptPerName = 40;

    private readonly Dictionary<string, List<Value>> _byName = new(StringComparer.Ordinal);

    public StateValues(DatabaseSchema schema, DatabaseState state)
    {
        foreach (var table in schema.Tables)
        {
            var singular = Words.Singular(table.Name);
            foreach (var column in table.Columns)
            {
                var values = state.Rows(table.Name).Select(r => r[column.Name]).Where(v => !v.IsNull).Take(KeptPerName).ToArray();
                Add(column.Name, values);
                Add(singular + column.Name, values);
                if (table.PrimaryKey.Count == 1 && table.PrimaryKey[0] == column.Name)
                {
                    Add(singular, values);
                    Add(singular + "id", values);
                    Add(table.Name, values);
                    Keys.AddRange(values);
                }
            }
        }
    }

    /// <summary>Primary keys of all tables, for arguments whose name matches no column.</summary>
    public List<Value> Keys { get; } = [];

    /// <summary>The values of a name, or of the longest known name at its end: from_customer_id takes customer ids.</summary>
    public IReadOnlyList<Value> Of(string name)
    {
        const int shortest = 4;
        var wanted = Normal(name);
        for (var start = 0; start == 0 || wanted.Length - start >= shortest; start++)
        {
            if (_byName.TryGetValue(wanted[start..], out var values))
            {
                return values;
            }
        }

        return [];
    }

    private void Add(string name, Value[] values)
    {
        if (!_byName.TryGetValue(Normal(name), out var list))
        {
            _byName[Normal(name)] = list = [];
        }

        list.AddRange(values.Take(KeptPerName - Math.Min(KeptPerName, list.Count)));
    }

    /// <summary>Gives order_id, orderId, Order-ID and filter[order_id] the same form.</summary>
    private static string Normal(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
