using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Proofs.Fidelity;

namespace AgentScaler.Materialization.Fidelity;

/// <summary>Replays recorded calls in one session, in the order in which they were made.</summary>
internal sealed class CallReplay(RecordedRows rows, EnvironmentSession session)
{
    // Keys that the recording's creates gave, and the keys that the replayed creates give instead.
    private readonly Dictionary<Value, Value> _renamed = [];

    /// <summary>Makes the call and adds what became of it.</summary>
    public ToolFidelity Replay(ToolModel tool, RecordedCall call, ToolFidelity fidelity)
    {
        if (!StatusClasses.Succeeds(call.Status) && StatusClasses.Codes(call.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)).Count == 0)
        {
            return fidelity;
        }

        var arguments = Renamed(call.Arguments);
        var result = session.Call(tool.Name, arguments);
        var agrees = StatusClasses.Agree(call.Status, result);
        fidelity = (fidelity with { RecordedOutcomes = fidelity.RecordedOutcomes + FactCount.Of(agrees) })
            .Missing(agrees, $"{call.Place}: recorded {call.Status}, replayed {(result.Ok ? "success" : $"{result.Error!.Code}: {result.Error.Message}")}");
        if (!agrees || !result.Ok || call.Response.IsNull)
        {
            return fidelity;
        }

        var alike = Likeness.OfForm(call.Response, result.Result) >= Likeness.Form;
        fidelity = (fidelity with { RecordedResponses = fidelity.RecordedResponses + FactCount.Of(alike) })
            .Missing(alike, $"{call.Place}: the recorded answer has members that the replayed one has not");
        return tool.Table is { } table ? Values(tool, table, call, result.Result, fidelity) : fidelity;
    }

    private ToolFidelity Values(ToolModel tool, TableModel table, RecordedCall call, Value actual, ToolFidelity fidelity)
    {
        var own = RecordedRows.Found(table, actual).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.First().Row);
        var created = tool.Effect is CreateEffect or CreateManyEffect ? own.Keys.Where(k => !_renamed.ContainsValue(k)).ToList() : [];
        var place = 0;
        foreach (var (key, recorded) in RecordedRows.Found(table, call.Response))
        {
            if (place < created.Count)
            {
                _renamed[key] = created[place++];
            }

            if (!(rows.Knows(table.Name, key) || _renamed.ContainsKey(key)) || !own.TryGetValue(_renamed.GetValueOrDefault(key, key), out var row))
            {
                continue;
            }

            var compared = Compared(table, tool, call.Arguments, recorded, row);
            fidelity = fidelity with { RecordedValues = fidelity.RecordedValues + compared.Count };
            fidelity = fidelity.Missing(compared.First is null, $"{call.Place}: {compared.First}");
        }

        return fidelity;
    }

    /// <summary>
    /// The scalar members that the state decides. A created row is held to the arguments that made it: what the service chose
    /// by itself (numbers, clocks, links) nobody can know.
    /// </summary>
    private (FactCount Count, string? First) Compared(TableModel table, ToolModel tool, Value arguments, ObjectValue recorded, ObjectValue actual)
    {
        var (count, first) = (default(FactCount), default(string));
        var made = tool.Effect is CreateEffect or CreateManyEffect;
        foreach (var (name, value) in recorded)
        {
            if (value.IsNull || value.IsArray || value.IsObject || !actual.TryGet(name, out var shown)
                || table.Columns.FirstOrDefault(c => Words.Snake(c.Name) == Words.Snake(name)) is not { Equality: Environments.Schema.Equality.Exact } column
                    || column == table.Key
                || (made && !tool.Assignments.Any(a => a.Column == column && !RecordedRows.Given(a.Parameter, arguments).IsNull)))
            {
                continue;
            }

            var same = shown == Renamed(value, name);
            count += FactCount.Of(same);
            first ??= same ? null : $"{name} was recorded as {value.ToJson()} and is replayed as {shown.ToJson()}";
        }

        return (count, first);
    }

    /// <summary>Short texts and small numbers stand for many things; they are keys only under a key's name.</summary>
    private Value Renamed(Value value, string name = "")
    {
        if (_renamed.Count == 0 || value.IsNull || value.IsBoolean)
        {
            return value;
        }

        return value.IsArray ? Value.From(value.AsArray.ToArray().Select(v => Renamed(v, name)))
            : value.IsObject ? Value.From(new ObjectValue(value.AsObject.Names.ToArray(), [.. value.AsObject.Select(m => Renamed(m.Value, m.Key))]))
            : (value.IsString && value.AsString.Length > 8) || Words.Split(name) is [.., "id" or "ids" or "key" or "number" or "code" or "uuid"]
                ? _renamed.GetValueOrDefault(value, value)
            : value;
    }
}
