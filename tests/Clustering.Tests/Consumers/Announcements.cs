using System.Threading.Channels;
using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Clustering.Tests.Consumers;

/// <summary>Hears what clustering announces.</summary>
internal sealed class Announcements : IConsumer<DomainDiscovered>, IConsumer<GraphClustered>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Channel<DomainDiscovered> domains = Channel.CreateUnbounded<DomainDiscovered>();
    private readonly Channel<GraphClustered> graphs = Channel.CreateUnbounded<GraphClustered>();

    public async Task Consume(ConsumeContext<DomainDiscovered> context) => await domains.Writer.WriteAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<GraphClustered> context) => await graphs.Writer.WriteAsync(context.Message, context.CancellationToken);

    /// <summary>Waits for the end of one delivery: the graph, and as many domains as it says.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(CancellationToken cancellationToken)
    {
        var graph = await graphs.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        var ids = new List<string>();
        while (ids.Count < graph.DomainCount)
        {
            ids.Add((await domains.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken)).DomainId);
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    public bool AreEmpty => domains.Reader.Count == 0 && graphs.Reader.Count == 0;
}
