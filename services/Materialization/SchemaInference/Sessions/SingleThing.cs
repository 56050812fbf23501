using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A thing that the dump keeps once, beside a tool that may mean it.</summary>
internal sealed class SingleThing
{
    private static readonly HashSet<string> Setters = new(StringComparer.Ordinal)
    {
        "set", "update", "change", "adjust", "modify", "edit", "configure", "select", "choose", "put", "switch",
    };

    private static readonly Dictionary<string, int> Movers = new(StringComparer.Ordinal)
    {
        ["fill"] = 1,
        ["refill"] = 1,
        ["refuel"] = 1,
        ["recharge"] = 1,
        ["add"] = 1,
        ["increase"] = 1,
        ["increment"] = 1,
        ["raise"] = 1,
        ["top"] = 1,
        ["drain"] = -1,
        ["consume"] = -1,
        ["use"] = -1,
        ["decrease"] = -1,
        ["decrement"] = -1,
        ["reduce"] = -1,
        ["remove"] = -1,
    };

    private readonly ToolReading _reading;
    private readonly ObjectValue _row;
    private readonly List<(string Column, Value Held, ToolParameter Parameter)> _taken = [];
    private readonly List<(string Column, Value Held, SchemaNode Node)> _told = [];
    private readonly List<ToolParameter> _fields;

    public SingleThing(ToolReading reading, string resource, ObjectValue row)
    {
        (_reading, Resource, _row) = (reading, resource, row);
        _fields = [.. reading.Parameters.Where(p => p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words))];
        foreach (var (column, held) in row)
        {
            if (_fields.Find(p => SettingNames.Same(column, p.Name)) is { } parameter)
            {
                _taken.Add((column, held, parameter));
            }

            if (Members.FirstOrDefault(m => SettingNames.Same(column, m.Name)) is { } member)
            {
                _told.Add((column, held, member.Node));
            }
        }
    }

    public string Resource { get; }

    /// <summary>How much of the tool speaks of the thing.</summary>
    public int Weight => (2 * _told.Count) + (2 * _taken.Count) + (_reading.Resource == Resource ? 1 : 0);

    /// <summary>Whether the tool means the thing: its words say so, or it tells what the thing holds, or all that it takes are values of the thing.</summary>
    public bool IsMeant => _reading.Resource == Resource
        || (_told.Count > 0 && _told.Count * 2 >= Members.Count())
        || _told.Count + _taken.Count > 1
        || (_reading.VerbClass == VerbClass.Update && _taken.Count > 0 && _taken.Count == _fields.Count);

    private bool Sets => _reading.Said.Any(Setters.Contains);

    /// <summary>The members of the answer that are no acknowledgement.</summary>
    private IEnumerable<SchemaProperty> Members => _reading.Result.Payload is { Kind: NodeKind.Object } payload
        ? payload.Properties.Where(p => p.Node.Scalar && !SettingNames.IsAcknowledgement(p.Name))
        : [];

    /// <summary>The columns that the tool changes, each once.</summary>
    public IEnumerable<SettingChange> Changes()
    {
        List<SettingChange> found =
            [.. _taken.Where(t => SettingNames.Takes(t.Held, t.Parameter.Node)).Select(t => new SettingChange(t.Column, By: t.Parameter))];
        found.AddRange([.. Spoken([.. found])]);
        found.AddRange(Sets ? Ended(found) : []);
        var open = _fields.Where(p => found.TrueForAll(c => c.By != p)).ToList();
        foreach (var (column, held, node) in _told.Where(t => found.TrueForAll(c => c.Column != t.Column)))
        {
            var numeric = held.IsNumber || node.Kind is NodeKind.Integer or NodeKind.Number;
            if ((numeric ? Number(column, open) : Word(column, held, node, open)) is { } change)
            {
                found.Add(change);
                open.RemoveAll(p => p == change.By);
            }
        }

        return found;
    }

    /// <summary>Columns that the answer tells, and whose values an argument gives in its own words: <c>mode</c> and <c>lamp_status</c>.</summary>
    private IEnumerable<SettingChange> Spoken(List<SettingChange> found)
    {
        var open = _fields.Where(p => found.TrueForAll(c => c.By != p)).ToList();
        foreach (var (column, _, node) in _told.Where(t => !t.Held.IsNumber && found.TrueForAll(c => c.Column != t.Column)))
        {
            var values = StatedChoice.Of(node);
            if (open.Find(p => p.Node.Kind == NodeKind.String && StatedChoice.Meanings(p, values).Count > 0) is { } by)
            {
                open.Remove(by);
                yield return new SettingChange(column, By: by) { Meanings = StatedChoice.Meanings(by, values) };
            }
        }
    }

    /// <summary>Arguments that the thing's columns name more fully: <c>temperature</c> and <c>room_temperature</c>.</summary>
    private IEnumerable<SettingChange> Ended(List<SettingChange> found) =>
        from parameter in _fields.Where(p => found.TrueForAll(c => c.By != p))
        let columns = _row.Where(m => Words.OfMember(m.Key).TakeLast(parameter.Words.Count).SequenceEqual(parameter.Words)
            && SettingNames.Takes(m.Value, parameter.Node) && found.TrueForAll(c => c.Column != m.Key)).ToList()
        where columns.Count == 1
        select new SettingChange(columns[0].Key, By: parameter);

    /// <summary>A number is set to the argument, or moved by it.</summary>
    private SettingChange? Number(string column, List<ToolParameter> open)
    {
        var words = Words.OfMember(column);
        var numbers = open.FindAll(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number);
        var by = numbers.Find(p => p.Words.Any(words.Contains)) ?? (numbers.Count == 1 && _told.Count(t => t.Held.IsNumber) == 1 ? numbers[0] : null);
        var sign = _reading.Said.Select(w => Movers.GetValueOrDefault(w)).FirstOrDefault(s => s != 0);
        return by is null || (sign == 0 && !Sets) ? null : new SettingChange(column, By: by) { Sign = sign };
    }

    /// <summary>A word is set to what an argument stands for, or to what the verb leads to.</summary>
    private SettingChange? Word(string column, Value held, SchemaNode node, List<ToolParameter> open)
    {
        var values = StatedChoice.Of(node);
        foreach (var parameter in open.Where(p => p.Node.Kind is NodeKind.String or NodeKind.Boolean))
        {
            if (StatedChoice.Meanings(parameter, values) is { Count: > 0 } meanings)
            {
                return new SettingChange(column, By: parameter) { Meanings = meanings };
            }
        }

        if (values.Count == 0)
        {
            return Sets && held.IsString && open.FindAll(p => p.Node.Kind == NodeKind.String) is [var only] ? new SettingChange(column, By: only) : null;
        }

        return _reading.Verb.Length > 0 && StatedChoice.Reached(_reading.Verb, values) is { } value ? new SettingChange(column, To: value) : null;
    }
}
