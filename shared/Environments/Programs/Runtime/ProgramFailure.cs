using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Ends a call with an error. All changes of the call are undone.</summary>
internal sealed class ProgramFailure(ErrorCode code, string message) : Exception(message)
{
    public ErrorCode Code { get; } = code;

    public static ProgramFailure Invalid(string message) => new(ErrorCode.InvalidArguments, message);

    /// <summary>The failure of an operand of the wrong kind.</summary>
    public static ProgramFailure Operand(string op, string takes, Value found) => Invalid($"{op} takes {takes}, found {Word(found)}");

    public static string Word(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => "boolean",
        ValueKind.Number => "number",
        ValueKind.String => "string",
        ValueKind.Array => "array",
        _ => "object",
    };
}
