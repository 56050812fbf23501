using System.Text.Json;
using AgentScaler.Contracts;
using AgentScaler.Gateway.Telemetry;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Records units of work that died, each under the message that requested it.</summary>
public sealed class DeadWork(IDocumentStore store, RunRepository runs, StageCatalog stages, ILogger<DeadWork> logger)
{
    /// <summary>Longest reason that is kept. An exception may contain a model's answer, which can have any length.</summary>
    private const int LongestReason = 4000;

    /// <summary>
    /// Records that the work of a message died. Recording it twice changes nothing. If a model's quota is used up, the run ends, because all remaining
    /// work would fail too.
    /// </summary>
    /// <param name="kinds">The types of the exception and its inner exceptions. Empty if there is no exception.</param>
    public async Task WriteAsync(IWork message, string reason, IReadOnlyList<string> kinds, string? stackTrace, CancellationToken cancellationToken)
    {
        var (stage, run) = (stages.StageOf(message), message.RunId);
        var kind = kinds.Count > 0 ? kinds[0] : null;
        var told = reason.Length > LongestReason ? reason[..LongestReason] : reason;
        GatewayMetrics.WorkDied(stage.Name);
        logger.WorkDied(run, stage.Name, kind, told);
        var document = new DeadWorkDocument(stage.Stage, message.GetType().Name, Body(message), told)
        {
            Kind = kind,
            StackTrace = stackTrace,
            Cause = FailureCause.Of(kinds),
        };
        var stored = TypedDocuments.Of(run, IdOf(message), document, ("stage", stage.Name));
        var isNew = await store.PutIfAbsentAsync(Collections.DeadWork, stored, cancellationToken);
        if (isNew && document.Cause == FailureCause.Quota)
        {
            await runs.FailAsync(run, $"{stage.Name}: {told}", FailureCause.Quota, cancellationToken);
            logger.RunEnded(run, RunStatus.Failed, told);
        }
    }

    /// <summary>Returns the id under which a message's dead work is recorded.</summary>
    public static string IdOf(IWork message) => ContentId.Of("dead", message.GetType().Name, Body(message).GetRawText());

    private static JsonElement Body(IWork message) => JsonSerializer.SerializeToElement(message, message.GetType(), ContractJson.Options);
}
