using AgentScaler.Environments.Programs.Runtime;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Sessions.Tables;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>The data of one call of a compiled program: arguments, variables, the session's tables, its meter.</summary>
internal sealed class Frame(SessionTables tables)
{
    private Value[] _slots = [];
    private InputSeeds? _seeds;

    public SessionTables Tables { get; } = tables;

    public StepMeter Meter { get; } = new();

    public InputSeeds Seeds => _seeds ??= new InputSeeds();

    /// <summary>Variables by the place that the compiler gave them; every place is written before it is read.</summary>
    public Value[] Slots => _slots;

    /// <summary>The arguments with defaults filled in.</summary>
    public ObjectValue Arguments { get; private set; } = ObjectValue.Empty;

    public Value Result { get; set; }

    public ToolError? Error { get; set; }

    public void Begin(ObjectValue arguments, int slots)
    {
        Arguments = arguments;
        Result = Value.Null;
        Error = null;
        Meter.Reset();
        if (_slots.Length < slots)
        {
            _slots = new Value[Math.Max(slots, 8)];
        }
    }

    /// <summary>Releases the values of the call.</summary>
    public void End()
    {
        Arguments = ObjectValue.Empty;
        Array.Clear(_slots);
    }
}

/// <summary>Evaluates an expression.</summary>
internal delegate Value Evaluate(Frame frame);

/// <summary>Evaluates a condition to a boolean instead of a value.</summary>
internal delegate bool Test(Frame frame);

/// <summary>Runs a statement.</summary>
internal delegate Flow Execute(Frame frame);

/// <summary>How a statement ended.</summary>
internal enum Flow : byte
{
    Next,

    /// <summary>The program returned; the frame holds its result.</summary>
    Returned,

    /// <summary>The program failed by a statement of its own; the frame holds the error.</summary>
    Failed,
}
