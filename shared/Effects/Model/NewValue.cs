using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What a column of a new row holds where the caller gives nothing. Decided once, for programs and laws alike.</summary>
public abstract record NewValue
{
    public static NewValue Null { get; } = new NoValue();

    public static NewValue Clock { get; } = new ClockValue();

    public static NewValue Derived { get; } = new DerivedValue();
}

/// <summary>Nothing: the column is null.</summary>
public sealed record NoValue : NewValue;

/// <summary>The session's clock.</summary>
public sealed record ClockValue : NewValue;

/// <summary>What a column of a table's only row holds when the call is made: the user who is signed in, the time that the state keeps.</summary>
public sealed record CellValue(string Table, string Column) : NewValue;

/// <summary>One value: the first state of a life cycle, a declared default, zero, none.</summary>
public sealed record FixedValue(Value Value) : NewValue;

/// <summary>A plausible value, always the same for the same arguments: nobody can tell which is right.</summary>
public sealed record DerivedValue : NewValue;
