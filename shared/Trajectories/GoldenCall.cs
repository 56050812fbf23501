using System.Text.Json.Serialization;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories;

/// <summary>One call of a golden path.</summary>
/// <param name="Expect">The error with which this call must fail; null for a call that succeeds.</param>
public sealed record GoldenCall(
    string Name,
    Value Arguments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ErrorCode? Expect = null);
