using System.Text.Json;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>A unit of work that died: its message, and what its last failure said.</summary>
/// <param name="Message">The message's type, without its namespace.</param>
public sealed record DeadWorkDocument(PipelineStage Stage, string Message, JsonElement Body, string Reason)
{
    /// <summary>Type of the exception.</summary>
    public string? Kind { get; init; }

    public string? StackTrace { get; init; }

    /// <summary>A word of <see cref="FailureCause"/> where the exception tells one: a server out of reach, a spent quota.</summary>
    public string? Cause { get; init; }
}
