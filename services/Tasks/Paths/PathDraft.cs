using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Paths;

/// <summary>
/// A golden path while it is built. Calls are executed when they are added, and the draft can be restored to an earlier point.
/// </summary>
internal sealed class PathDraft
{
    private static readonly string[] Ordinals = ["", "other ", "third ", "fourth ", "fifth ", "sixth ", "seventh ", "eighth ", "ninth ", "tenth "];

    private readonly EnvironmentSession _session;
    private readonly List<PathCall> _calls = [];
    private readonly List<Sighting> _sightings = [];
    private List<KeyValuePair<string, Value>> _known = [];
    private Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private Dictionary<RowKey, RowMention> _mentions = [];
    private RowIndex _rows;

    public PathDraft(DomainModel domain, SeededRandom random)
    {
        Domain = domain;
        Random = random;
        _session = domain.Environment.Open();
        _rows = new RowIndex(domain.Schema, domain.Environment.InitialState);
    }

    public DomainModel Domain { get; }

    public SeededRandom Random { get; }

    public IReadOnlyList<PathCall> Calls => _calls;

    public IReadOnlyList<Sighting> Sightings => _sightings;

    public IReadOnlyList<KeyValuePair<string, Value>> Known => _known;

    public IReadOnlyDictionary<RowKey, RowMention> Mentions => _mentions;

    /// <summary>The rows of the current state.</summary>
    public RowIndex Rows => _rows;

    public string Hash => _session.Hash.ToString();

    /// <summary>Returns the changes of the path so far.</summary>
    public Value Diff() => _session.Diff();

    /// <summary>Saves the current point, to which the draft can be restored.</summary>
    public SavePoint Save() => new(
        _session.Snapshot(), _calls.Count, _sightings.Count, [.. _known], new Dictionary<string, string>(_names, StringComparer.Ordinal),
            new Dictionary<RowKey, RowMention>(_mentions), _rows);

    public void Restore(SavePoint point)
    {
        _session.Restore(point.Session);
        _calls.RemoveRange(point.Calls, _calls.Count - point.Calls);
        _sightings.RemoveRange(point.Sightings, _sightings.Count - point.Sightings);
        _known = [.. point.Known];
        _names = new Dictionary<string, string>(point.Names, StringComparer.Ordinal);
        _mentions = new Dictionary<RowKey, RowMention>(point.Mentions);
        _rows = point.Rows;
    }

    /// <summary>Makes a call without recording it, and undoes its effect.</summary>
    public ToolResult Try(ToolModel tool, Value arguments)
    {
        var before = _session.Snapshot();
        var result = _session.Call(tool.Name, arguments);
        _session.Restore(before);
        return result;
    }

    /// <summary>Makes a call and records it. The caller restores the draft if the outcome is not the wanted one.</summary>
    public ToolResult Call(ToolModel tool, IReadOnlyList<FilledArgument> filled, ErrorCode? expect = null)
    {
        var arguments = ArgumentTree.Build(filled.Select(f => (f.Parameter.Pointer, f.Value)));
        var before = Hash;
        var result = _session.Call(tool.Name, arguments);
        _calls.Add(new PathCall(tool, arguments, filled, result, expect));
        if (result.Ok)
        {
            if (Hash != before)
            {
                _rows = new RowIndex(Domain.Schema, _session.State());
            }

            _sightings.AddRange(SightingScan.Of(Domain, _rows, tool, _calls.Count - 1, result.Result));
        }

        return result;
    }

    /// <summary>Marks the last call as one that must fail with this code.</summary>
    public void Expect(ErrorCode code) => _calls[^1] = _calls[^1] with { Expect = code };

    public bool IsKnown(string slot) => _names.ContainsKey(slot);

    /// <summary>Returns the name under which the user knows a value. A slot keeps its name, and another one with the same label gets an ordinal.</summary>
    public string Tell(string slot, string label, Value value)
    {
        if (_names.TryGetValue(slot, out var name))
        {
            return name;
        }

        var taken = 0;
        do
        {
            name = taken < Ordinals.Length ? Ordinals[taken] + label : $"{label} no. {taken + 1}";
            taken++;
        }
        while (_known.Any(k => k.Key == name));
        _names[slot] = name;
        _known.Add(new(name, value));
        return name;
    }

    public void Mention(RowMention mention) => _mentions.TryAdd(mention.Row, mention);

    public ObjectValue? RowOf(RowKey key) => Rows.Find(key);

    /// <summary>Returns the plan of every call.</summary>
    public IReadOnlyList<ArgumentPlan> Plan() =>
        [.. _calls.SelectMany((call, index) => call.Filled.Select(f => new ArgumentPlan(index, f.Parameter.Pointer, PlanSource.KindOf(f.Source), f.Source)))];

    /// <summary>Returns the slot of a row's column.</summary>
    public static string Slot(RowKey row, ColumnSchema column) => $"{row.Table}\u001f{row.Key}\u001f{column.Name}";
}
