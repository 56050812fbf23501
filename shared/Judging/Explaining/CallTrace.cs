using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Judging.Explaining;

/// <summary>Makes calls one after the other and records the last call that wrote each row.</summary>
internal sealed class CallTrace
{
    private readonly EnvironmentSession _session;
    private readonly Dictionary<(string Table, Value Key), int> _writers = [];
    private DatabaseState _before;

    public CallTrace(CompiledEnvironment environment)
    {
        _session = environment.Open();
        _before = environment.InitialState;
    }

    public DatabaseState State => _before;

    /// <summary>Returns the last call that wrote the row with this key, or null if none did.</summary>
    public int? Writer(string table, Value? key) => key is { } given && _writers.TryGetValue((table, given), out var call) ? call : null;

    public ToolResult Call(int index, string name, Value arguments)
    {
        var hash = _session.Hash;
        var result = _session.Call(name, arguments);
        if (result.Ok && _session.Hash != hash)
        {
            var after = _session.State();
            foreach (var (table, change) in StateDiff.Between(_session.Environment.Definition.Schema, _before, after).AsObject)
            {
                Note(index, table, change);
            }

            _before = after;
        }

        return result;
    }

    private void Note(int index, string table, Value change)
    {
        foreach (var row in change["inserted"].AsArray.ToArray().Concat(change["deleted"].AsArray.ToArray()))
        {
            _writers[(table, StateComparison.KeyOf(_session.Environment.Definition.Schema, table, row.AsObject))] = index;
        }

        foreach (var update in change["updated"].AsArray)
        {
            _writers[(table, update["key"])] = index;
        }
    }
}
