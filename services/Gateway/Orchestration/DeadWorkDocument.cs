using System.Text.Json;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>A unit of work that died, with its message and the reason of its last failure.</summary>
/// <param name="Message">The message's type, without its namespace.</param>
public sealed record DeadWorkDocument(PipelineStage Stage, string Message, JsonElement Body, string Reason)
{
    /// <summary>Type of the exception.</summary>
    public string? Kind { get; init; }

    public string? StackTrace { get; init; }

    /// <summary>A value of <see cref="FailureCause"/> if the exception shows one, such as an unreachable server or a used-up quota.</summary>
    public string? Cause { get; init; }
}
