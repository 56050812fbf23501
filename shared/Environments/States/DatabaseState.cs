using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// The rows of every table of one database at one moment. Immutable: states share the row lists that they have in
/// common. The reserved table <c>_session</c> holds the session's clock and counters where the session wrote them.
/// </summary>
public sealed class DatabaseState
{
    /// <summary>The reserved table that no hash, diff or equality looks at.</summary>
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

    /// <summary>The tables in the order in which they were given; tables without rows may be among them.</summary>
    public IReadOnlyList<string> Tables => _tables;

    /// <summary>Reads a state or a dump in any of the forms that <see cref="StateDump"/> takes.</summary>
    /// <exception cref="JsonException">The text is no JSON, or no state.</exception>
    public static DatabaseState Parse(string json) => StateDump.Read(Value.Parse(json));

    /// <summary>Takes the lists as they are; whoever gives them never changes them again.</summary>
    public static DatabaseState From(IEnumerable<KeyValuePair<string, IReadOnlyList<ObjectValue>>> tables) => new(tables);

    /// <summary>The rows of a table; none where the state has no such table.</summary>
    public IReadOnlyList<ObjectValue> Rows(string table) => _rows.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>This state with the rows of one table replaced.</summary>
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
