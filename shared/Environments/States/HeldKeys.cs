using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>The keys that an initial state holds, by domain. Every other key of a generated column was made since.</summary>
internal sealed class HeldKeys
{
    private readonly HashSet<Value>[] _held;

    public HeldKeys(DatabaseSchema schema, DatabaseState initial, KeyDomains domains)
    {
        _held = [.. Enumerable.Range(0, domains.Count).Select(_ => new HashSet<Value>())];
        foreach (var table in schema.Tables)
        {
            foreach (var column in domains.Columns(table.Name).Where(c => c.Domain >= 0))
            {
                foreach (var row in initial.Rows(table.Name))
                {
                    Hold(row[column.Name], _held[column.Domain]);
                }
            }
        }
    }

    /// <summary>Whether a value of a domain is a key that the initial state does not hold.</summary>
    public bool IsMade(int domain, Value value) => domain >= 0 && (value.IsString || value.IsNumber) && !_held[domain].Contains(value);

    /// <summary>Initial values of generated columns and of references to them, dangling ones included.</summary>
    private static void Hold(Value value, HashSet<Value> held)
    {
        if (value.IsString || value.IsNumber)
        {
            held.Add(value);
        }
        else if (value.IsArray)
        {
            foreach (var item in value.AsArray)
            {
                Hold(item, held);
            }
        }
    }
}
