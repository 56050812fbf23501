namespace AgentScaler.Clustering.Telemetry;

/// <summary>Log messages of clustering. Event names are <c>area.noun.verb</c> and never change (docs/observability.md).</summary>
internal static partial class ClusteringLog
{
    [LoggerMessage(EventId = 3001, EventName = "clustering.graph.clustered", Level = LogLevel.Information,
        Message = "Run {Run}: the graph falls into {Domains} domains.")]
    public static partial void GraphClustered(this ILogger logger, string run, int domains);
}
