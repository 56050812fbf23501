using System.Threading.Channels;
using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Clustering.Tests.Consumers;

/// <summary>Hears what clustering announces.</summary>
internal sealed class Announcements : IConsumer<DomainDiscovered>, IConsumer<GraphClustered>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Channel<DomainDiscovered> _domains = Channel.CreateUnbounded<DomainDiscovered>();
    private readonly Channel<GraphClustered> _graphs = Channel.CreateUnbounded<GraphClustered>();

    public async Task Consume(ConsumeContext<DomainDiscovered> context) => await _domains.Writer.WriteAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<GraphClustered> context) => await _graphs.Writer.WriteAsync(context.Message, context.CancellationToken);

    /// <summary>Waits for the end of one delivery: the graph, and as many domains as it says.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(CancellationToken cancellationToken)
    {
        var graph = await _graphs.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        var ids = new List<string>();
        while (ids.Count < graph.DomainCount)
        {
            ids.Add((await _domains.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken)).DomainId);
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    public bool AreEmpty => _domains.Reader.Count == 0 && _graphs.Reader.Count == 0;
}
