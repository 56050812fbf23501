using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// The rows of every table of one database at one moment. A state is immutable, and states share their common row lists. The reserved table
/// <c>_session</c> holds the session's clock and counters if the session wrote them.
/// </summary>
public sealed class DatabaseState
{
    /// <summary>The reserved table, which no hash, diff or equality reads.</summary>
    public const string SessionTable = "_session";

    private readonly Dictionary<string, IReadOnlyList<ObjectValue>> _rows = new(StringComparer.Ordinal);
    private readonly string[] _tables;
    private StrongBox? _hash;

    private DatabaseState(IEnumerable<KeyValuePair<string, IReadOnlyList<ObjectValue>>> tables)
    {
        var names = new List<string>();
        foreach (var (table, rows) in tables)
        {
            if (!_rows.TryAdd(table, rows))
            {
                throw new ArgumentException($"The table {table} stands twice in one state.", nameof(tables));
            }

            names.Add(table);
        }

        _tables = [.. names];
    }

    public static DatabaseState Empty { get; } = new([]);

    /// <summary>The tables in their given order, including tables without rows.</summary>
    public IReadOnlyList<string> Tables => _tables;

    /// <summary>Reads a state or a dump in any of the forms of <see cref="StateDump"/>.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not a state.</exception>
    public static DatabaseState Parse(string json) => StateDump.Read(Value.Parse(json));

    /// <summary>Makes a state of these lists without copying them. The caller must not change them afterwards.</summary>
    public static DatabaseState From(IEnumerable<KeyValuePair<string, IReadOnlyList<ObjectValue>>> tables) => new(tables);

    /// <summary>The rows of a table; empty if the state has no such table.</summary>
    public IReadOnlyList<ObjectValue> Rows(string table) => _rows.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>Returns this state with the rows of one table replaced.</summary>
    public DatabaseState With(string table, IReadOnlyList<ObjectValue> rows)
    {
        var replaced = _rows.ContainsKey(table);
        var tables = _tables.Select(t => KeyValuePair.Create(t, t == table ? rows : _rows[t]));
        return new DatabaseState(replaced ? tables : tables.Append(KeyValuePair.Create(table, rows)));
    }

    public Value ToValue() => Value.From(new ObjectValue(
        [.. _tables],
        [.. _tables.Select(t => Value.From(_rows[t].Select(Value.From)))]));

    public string ToJson() => ToValue().ToJson();

    /// <summary>The state's hash, computed once.</summary>
    internal StateHash Hash(Func<DatabaseState, StateHash> compute) => (_hash ??= new StrongBox(compute(this))).Hash;

    private sealed record StrongBox(StateHash Hash);
}
