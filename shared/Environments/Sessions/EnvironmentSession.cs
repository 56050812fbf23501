using System.Buffers;
using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Programs.Compilation;
using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions;

/// <summary>
/// One agent's view of an environment: copy-on-write over the shared initial state, with a separate clock and counters. A call that fails changes
/// nothing. A session belongs to one thread at a time.
/// </summary>
public sealed class EnvironmentSession
{
    private readonly CompiledEnvironment _environment;
    private readonly SessionTables _tables;
    private readonly Frame _frame;

    internal EnvironmentSession(CompiledEnvironment environment, SessionTables tables)
    {
        _environment = environment;
        _tables = tables;
        _frame = new Frame(tables);
    }

    public CompiledEnvironment Environment => _environment;

    /// <summary>The steps that the last call took, of <see cref="ProgramLimits.Steps"/>.</summary>
    public long Steps => _frame.Meter.Taken;

    /// <summary>The hash of the current state. It takes time for the rows that the session wrote, and each row is hashed once.</summary>
    public StateHash Hash
    {
        get
        {
            var hash = _environment.InitialHash;
            foreach (var overlay in _tables.Overlays)
            {
                if (overlay is null)
                {
                    continue;
                }

                var table = overlay.Base.Rules.Name;
                foreach (var (row, place) in overlay.Changes.Values)
                {
                    hash = place < 0 ? hash : hash - overlay.Base.Rows[place].HashAsRow(table);
                    hash = row is null ? hash : hash + row.HashAsRow(table);
                }
            }

            return hash;
        }
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="arguments">An object of arguments. The session fills in defaults.</param>
    public ToolResult Call(string tool, Value arguments)
    {
        if (_environment.Tool(tool) is not { } compiled)
        {
            return ToolResult.Failure(new ToolError(ErrorCode.UnknownTool, "unknown tool: " + tool));
        }

        var error = Run(compiled, arguments, out var result);
        return error is null ? ToolResult.Success(result) : ToolResult.Failure(error);
    }

    /// <summary>Calls a tool with arguments as JSON text, and writes the tool result as JSON text.</summary>
    public void Call(string tool, ReadOnlySpan<byte> argumentsJson, IBufferWriter<byte> resultJson)
    {
        ArgumentNullException.ThrowIfNull(resultJson);
        if (_environment.Tool(tool) is not { } compiled)
        {
            ToolResultText.Write(resultJson, new ToolError(ErrorCode.UnknownTool, "unknown tool: " + tool));
            return;
        }

        Value arguments;
        try
        {
            arguments = Value.Parse(argumentsJson);
        }
        catch (JsonException)
        {
            ToolResultText.Write(resultJson, new ToolError(ErrorCode.InvalidArguments, "the arguments are no JSON of the value model"));
            return;
        }

        var error = Run(compiled, arguments, out var result);
        if (error is null)
        {
            ToolResultText.Write(resultJson, result);
        }
        else
        {
            ToolResultText.Write(resultJson, error);
        }
    }

    /// <summary>Returns the whole state. Tables that the session did not write are shared with the initial state.</summary>
    public DatabaseState State()
    {
        var state = _environment.InitialState;
        foreach (var overlay in _tables.Overlays)
        {
            state = overlay is null ? state : state.With(overlay.Base.Rules.Name, Array.ConvertAll(overlay.All().Rows, row => row.AsObject));
        }

        return _tables.SessionRow is { } row ? state.With(DatabaseState.SessionTable, [row]) : state;
    }

    /// <summary>Returns the whole state in the form of the adopted dump, with the changes in their place. Where none was adopted, it is the state.</summary>
    public Value Dump() => _environment.Given.Dump(State());

    /// <summary>Returns the session's changes since the initial state in the contract's form. It takes time for the rows that the session wrote.</summary>
    public Value Diff()
    {
        var before = new List<KeyValuePair<string, IReadOnlyList<ObjectValue>>>();
        var after = new List<KeyValuePair<string, IReadOnlyList<ObjectValue>>>();
        foreach (var overlay in _tables.Overlays)
        {
            if (overlay is null)
            {
                continue;
            }

            var table = overlay.Base;
            before.Add(new(table.Rules.Name, [.. overlay.Changes.Values.Where(c => c.Place >= 0).Select(c => table.Rows[c.Place])]));
            after.Add(new(table.Rules.Name, [.. overlay.Changes.Values.Select(c => c.Row).OfType<ObjectValue>()]));
        }

        return StateDiff.Between(_environment.Definition.Schema, DatabaseState.From(before), DatabaseState.From(after));
    }

    public SessionSnapshot Snapshot()
    {
        var (overlays, session) = _tables.Copy();
        return new SessionSnapshot(_environment, overlays, session);
    }

    /// <exception cref="ArgumentException">The snapshot belongs to a session of another environment.</exception>
    public void Restore(SessionSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (!ReferenceEquals(snapshot.Environment, _environment))
        {
            throw new ArgumentException("The snapshot comes from a session of another environment.", nameof(snapshot));
        }

        _tables.Restore(snapshot.Overlays, snapshot.Session);
    }

    private ToolError? Run(CompiledTool tool, Value arguments, out Value result)
    {
        result = Value.Null;
        if (tool.Validator.Validate(arguments, out var withDefaults) is { } refused)
        {
            return refused;
        }

        var done = false;
        try
        {
            if (ValueSize.Count(withDefaults) > ProgramLimits.ValueSize)
            {
                throw ProgramFailure.Invalid($"a value holds at most {ProgramLimits.ValueSize} parts, {ProgramLimits.ValueDepth} deep");
            }

            _frame.Begin(withDefaults.AsObject, tool.Slots);
            if (tool.Run(_frame) == Flow.Failed)
            {
                return _frame.Error;
            }

            var answer = StepMeter.Held(_frame.Result);
            _tables.Commit();
            done = true;
            result = answer;
            return null;
        }
        catch (ProgramFailure failure)
        {
            return new ToolError(failure.Code, failure.Message);
        }
        finally
        {
            if (!done)
            {
                _tables.RollBack();
            }

            _frame.End();
        }
    }
}
