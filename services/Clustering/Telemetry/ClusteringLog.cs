namespace AgentScaler.Clustering.Telemetry;

/// <summary>What clustering's log says; event names are <c>area.noun.verb</c> and stay (docs/observability.md).</summary>
internal static partial class ClusteringLog
{
    [LoggerMessage(EventId = 3001, EventName = "clustering.graph.clustered", Level = LogLevel.Information, Message = "Run {Run}: the graph falls into {Domains} domains.")]
    public static partial void GraphClustered(this ILogger logger, string run, int domains);
}
