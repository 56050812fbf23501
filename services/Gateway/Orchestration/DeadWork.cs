using System.Text.Json;
using AgentScaler.Contracts;
using AgentScaler.Gateway.Telemetry;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Units of work that died, written down by the message that asked for them.</summary>
public sealed class DeadWork(IDocumentStore store, RunRepository runs, StageCatalog stages, ILogger<DeadWork> logger)
{
    /// <summary>The longest reason that is kept; a model's answer in an exception may be of any length.</summary>
    private const int LongestReason = 4000;

    /// <summary>
    /// Writes down that the work of a message died. A second time changes nothing. Work that died of a spent quota ends its run:
    /// all that is left would die of it too.
    /// </summary>
    /// <param name="kinds">The exception's type and those of its inner ones; none where there is no exception.</param>
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

    /// <summary>The id that the dead work of a message has.</summary>
    public static string IdOf(IWork message) => ContentId.Of("dead", message.GetType().Name, Body(message).GetRawText());

    private static JsonElement Body(IWork message) => JsonSerializer.SerializeToElement(message, message.GetType(), ContractJson.Options);
}
