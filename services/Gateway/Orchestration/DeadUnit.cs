using System.Text.Json;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>A unit of dead work in a listing.</summary>
public sealed record DeadUnit(string Id, PipelineStage Stage, string Message, JsonElement Body, string Reason, string? Kind)
{
    public static DeadUnit Of(string id, DeadWorkDocument dead) => new(id, dead.Stage, dead.Message, dead.Body, dead.Reason, dead.Kind);
}
