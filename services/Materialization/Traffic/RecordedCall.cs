using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Traffic;

/// <summary>A recorded exchange as the call of a tool.</summary>
/// <param name="Tool">The tool's id.</param>
/// <param name="Response">The answer's JSON. Null if there was none.</param>
/// <param name="Place">Where it was recorded: file and JSON pointer.</param>
public sealed record RecordedCall(string Tool, Value Arguments, int Status, Value Response, string Place)
{
    /// <summary>Its number among everything that was recorded.</summary>
    public int Order { get; init; }
}
