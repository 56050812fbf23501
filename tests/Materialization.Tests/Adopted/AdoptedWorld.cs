using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Tests.Recognition;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>A user's own database with tools, as a table cites them, and what calls change in its dump.</summary>
internal sealed class AdoptedWorld
{
    /// <summary>Separates tools, and calls, of one row.</summary>
    private const string Between = " & ";

    private static readonly MaterializationOptions Plain = new() { DifferentialCalls = 0, MutantsPerTool = 0 };

    private readonly EnvironmentSession _session;

    /// <param name="dump">The database in JSON; single quotes stand for double ones.</param>
    /// <param name="tools">The tools as <see cref="Signature"/> writes them.</param>
    public AdoptedWorld(string dump, string tools)
    {
        var specifications = tools.Split(Between).Select(Signature.Tool).ToList();
        var result = ToolFixture.Materialize("cited", specifications, Plain with { State = Json(dump) });
        _session = result.Materialized
            ? CompiledEnvironment.Compile(result.Definition!, result.InitialState).Open()
            : throw new InvalidOperationException(result.Rejection);
    }

    /// <summary>What the last refusal said.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>What the calls changed in the dump, as <c>notes[2] = {"id":3}</c>; or the code of the last one, if it is refused.</summary>
    public string Changed(string calls)
    {
        var before = _session.Dump();
        foreach (var call in calls.Split(Between))
        {
            var at = call.IndexOf('{', StringComparison.Ordinal);
            var answer = _session.Call(call[..at].Trim(), Value.Parse(Json(call[at..])));
            if (answer.Error is { } error)
            {
                Refusal = error.Message;
                return $"refused: {error.Code}";
            }
        }

        return string.Join("; ", Changes("", before, _session.Dump())).Replace('"', '\'');
    }

    /// <summary>Holds what calls change in a database against what a table expects.</summary>
    public static void Same(string expected, string dump, string tools, string calls, string because)
    {
        var world = new AdoptedWorld(dump, tools);
        var changed = world.Changed(calls);
        Assert.True(expected == changed, $"{because}: expected {expected}, but was {changed} {world.Refusal}");
    }

    /// <summary>What a call tells, or the code of its refusal.</summary>
    public string Told(string call)
    {
        var at = call.IndexOf('{', StringComparison.Ordinal);
        var answer = _session.Call(call[..at].Trim(), Value.Parse(Json(call[at..])));
        return answer.Error is { } error ? $"refused: {error.Code}" : answer.Result.ToJson().Replace('"', '\'');
    }

    private static string Json(string text) => text.Replace('\'', '"');

    private static IEnumerable<string> Changes(string path, Value before, Value after)
    {
        if (before == after)
        {
            return [];
        }

        if (before.IsObject && after.IsObject)
        {
            return before.AsObject.Select(m => m.Key).Union(after.AsObject.Select(m => m.Key), StringComparer.Ordinal)
                .SelectMany(name => Changes(path.Length == 0 ? name : $"{path}.{name}", before[name], after[name]));
        }

        if (before.IsArray && after.IsArray && before.AsArray.Length <= after.AsArray.Length)
        {
            return Enumerable.Range(0, after.AsArray.Length)
                .SelectMany(i => Changes($"{path}[{i}]", i < before.AsArray.Length ? before.AsArray[i] : Value.Null, after.AsArray[i]));
        }

        return before.IsArray && after.IsArray
            ? before.AsArray.ToArray().Where(v => !after.AsArray.Contains(v)).Select(v => $"{path} without {v.ToJson()}")
            : [after.IsNull ? $"{path} gone" : $"{path} = {Known(after).ToJson()}"];
    }

    /// <summary>A new row without its nulls: null and absent say the same.</summary>
    private static Value Known(Value value) => value.IsObject && value.AsObject.Where(m => !m.Value.IsNull).ToList() is var held
        ? Value.From(new ObjectValue([.. held.Select(m => m.Key)], [.. held.Select(m => m.Value)]))
        : value;
}
