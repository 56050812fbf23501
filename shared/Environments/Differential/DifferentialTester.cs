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
    /// <summary>Calls of one session; its final state is compared.</summary>
    private const int SessionLength = 50;

    private readonly string? _command;
    private PythonWorker? _worker;

    public DifferentialTester()
        : this(PythonInterpreter.Command)
    {
    }

    /// <param name="command">The command of a Python 3.11 or later; null where there is none, and every report says that it did not run.</param>
    public DifferentialTester(string? command) => _command = command;

    /// <summary>Tests an environment with a third each of valid, boundary and hostile arguments.</summary>
    /// <param name="callsPerTool">Calls of each tool, spread over sessions that mix all tools.</param>
    public DifferentialReport Test(CompiledEnvironment environment, int callsPerTool = 100, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var sessions = CallPlan.Make(environment, callsPerTool, SessionLength, seed);
        var tallies = environment.Definition.Tools.ToDictionary(t => t.Name, t => new ToolTally(t.Name), StringComparer.Ordinal);
        var answers = Ask(environment, sessions, seed, out var reason);
        for (var i = 0; i < sessions.Count; i++)
        {
            Compare(environment, sessions[i], answers?[i], seed, tallies);
        }

        return new DifferentialReport(answers is not null, reason, [.. tallies.Values.Select(t => t.ToReport())]);
    }

    public void Dispose() => _worker?.Dispose();

    private static void Compare(
        CompiledEnvironment environment,
        IReadOnlyList<PlannedCall> calls,
        Value? answer,
        long seed,
        Dictionary<string, ToolTally> tallies)
    {
        var session = environment.Open(seed);
        var lastWriter = calls[0].Tool;
        for (var i = 0; i < calls.Count; i++)
        {
            var call = calls[i];
            var hash = session.Hash;
            var result = session.Call(call.Tool, call.Arguments);
            tallies[call.Tool].Count(result);
            lastWriter = session.Hash == hash ? lastWriter : call.Tool;
            if (answer is { } given && given["results"].AsArray[i] is var other && other != result.ToValue())
            {
                tallies[call.Tool].Mismatch($"{call.Tool}({call.Arguments.ToJson()}): compiled {result.ToValue().ToJson()}, Python {other.ToJson()}");
            }
        }

        if (answer is { } last && last["state"] is var state && state != session.State().ToValue())
        {
            tallies[lastWriter].Mismatch($"after {calls.Count} calls the states differ: compiled {session.State().ToJson()}, Python {state.ToJson()}");
        }
    }

    private Value[]? Ask(CompiledEnvironment environment, IReadOnlyList<IReadOnlyList<PlannedCall>> sessions, long seed, out string? reason)
    {
        if (_command is null)
        {
            reason = "No Python 3.11 or later was found on the path.";
            return null;
        }

        var request = Value.Object(
            ("source", PythonEmitter.EmitClass(environment.Definition)),
            ("state", environment.InitialState.ToValue()),
            ("seed", seed),
            ("sessions", Value.From(sessions.Select(calls => Value.From(calls.Select(c => Value.From([(Value)c.Tool, c.Arguments])))))));
        try
        {
            _worker ??= PythonWorker.Start(_command);
            var answer = _worker.Ask(request);
            reason = answer["error"].IsString ? "tools.py does not run: " + answer["error"].AsString : null;
            return reason is null ? answer["sessions"].AsArray.ToArray() : null;
        }
        catch (IOException failure)
        {
            _worker?.Dispose();
            _worker = null;
            reason = failure.Message;
            return null;
        }
    }
}
