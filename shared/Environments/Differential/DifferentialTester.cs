using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Differential;

/// <summary>
/// Runs the same calls through both executions of an environment, the compiled one and <c>tools.py</c>, and compares every
/// result and every final state. One tester holds one Python process; it belongs to one thread at a time.
/// </summary>
public sealed class DifferentialTester : IDisposable
{
    /// <summary>The number of calls in a session, at whose end the states are compared.</summary>
    private const int SessionLength = 100;

    private readonly string? _command;
    private PythonWorker? _worker;

    public DifferentialTester()
        : this(PythonInterpreter.Command)
    {
    }

    /// <param name="command">The command of a Python 3.11 or later. If it is null, every report says that nothing was compared.</param>
    public DifferentialTester(string? command) => _command = command;

    /// <summary>Tests an environment with a third each of valid, boundary and hostile arguments.</summary>
    /// <param name="callsPerTool">Calls of each tool, spread over sessions that mix all tools.</param>
    public DifferentialReport Test(CompiledEnvironment environment, int callsPerTool = 100, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var sessions = CallPlan.Make(environment, callsPerTool, SessionLength, seed);
        var tallies = environment.Definition.Tools.ToDictionary(t => t.Name, t => new ToolTally(t.Name), StringComparer.Ordinal);
        var writers = environment.Definition.Programs.Where(p => p.Writes).Select(p => p.Tool).ToHashSet(StringComparer.Ordinal);
        var reason = Open(environment, seed);
        foreach (var session in sessions)
        {
            // One session at a time, so that the memory of a test does not grow with the number of tools.
            var answer = reason is null ? Ask(Request(environment, session), out reason) : Value.Null;
            Compare(environment, session, reason is null ? answer : default(Value?), seed, writers, tallies);
        }

        return new DifferentialReport(reason is null, reason, [.. tallies.Values.Select(t => t.ToReport())]);
    }

    public void Dispose() => _worker?.Dispose();

    private static Value Request(CompiledEnvironment environment, IReadOnlyList<PlannedCall> calls) => Value.Object(
        ("calls", Value.From(calls.Select(c => Value.From([(Value)c.Tool, c.Arguments])))),
        ("dump", environment.Given.IsAdopted));

    private static void Compare(
        CompiledEnvironment environment,
        IReadOnlyList<PlannedCall> calls,
        Value? answer,
        long seed,
        HashSet<string> writers,
        Dictionary<string, ToolTally> tallies)
    {
        var session = environment.Open(seed);
        var lastWriter = calls[0].Tool;
        for (var i = 0; i < calls.Count; i++)
        {
            var call = calls[i];
            var result = session.Call(call.Tool, call.Arguments);
            tallies[call.Tool].Count(result);
            lastWriter = result.Ok && writers.Contains(call.Tool) ? call.Tool : lastWriter;
            if (answer is { } given && given["results"].AsArray[i] is var other && other != result.ToValue())
            {
                tallies[call.Tool].Mismatch($"{call.Tool}({call.Arguments.ToJson()}): compiled {result.ToValue().ToJson()}, Python {other.ToJson()}");
            }
        }

        if (answer is { } last && last["state"] is var state && state != session.State().ToValue())
        {
            tallies[lastWriter].Mismatch($"after {calls.Count} calls the states differ: compiled {session.State().ToJson()}, Python {state.ToJson()}");
        }
        else if (answer?["dump"] is { IsNull: false } dump && dump != session.Dump())
        {
            tallies[lastWriter].Mismatch($"after {calls.Count} calls the dumps differ: compiled {session.Dump().ToJson()}, Python {dump.ToJson()}");
        }
    }

    /// <summary>Gives the environment to the Python process.</summary>
    /// <returns>The reason of a failure; null on success.</returns>
    private string? Open(CompiledEnvironment environment, long seed)
    {
        if (_command is null)
        {
            return "No Python 3.11 or later was found on the path.";
        }

        var state = environment.Given.Given ?? environment.InitialState.ToValue();
        Ask(Value.Object(("source", PythonEmitter.Emit(environment.Definition)), ("state", state), ("seed", seed)), out var reason);
        return reason;
    }

    private Value Ask(Value request, out string? reason)
    {
        try
        {
            _worker ??= PythonWorker.Start(_command!);
            var answer = _worker.Ask(request);
            reason = answer["error"].IsString ? "tools.py does not run: " + answer["error"].AsString : null;
            return answer;
        }
        catch (IOException failure)
        {
            _worker?.Dispose();
            _worker = null;
            reason = failure.Message;
            return Value.Null;
        }
    }
}
