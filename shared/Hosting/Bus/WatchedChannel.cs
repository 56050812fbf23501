using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace AgentScaler.Hosting.Bus;

/// <summary>A channel context that remembers the consumer attached to it, and attaches it through an <see cref="UnheldConsumer"/>.</summary>
internal sealed class WatchedChannel(ChannelContext context) : ScopeChannelContext(context, context.CancellationToken), ChannelContext
{
    private IAsyncBasicConsumer? _consumer;

    public IAsyncBasicConsumer? Consumer => Volatile.Read(ref _consumer);

    /// <summary>Whether channel and connection are open. Both report closure before they notify anyone, so reading this never waits.</summary>
    public bool IsOpen => Channel.IsOpen && ConnectionContext.Connection.IsOpen;

    // The base's method is not virtual; MassTransit calls it through the interface, which is therefore implemented again.
    Task<string> ChannelContext.BasicConsume(
        string queue, bool noAck, bool exclusive, IDictionary<string, object> arguments, IAsyncBasicConsumer consumer, string consumerTag,
            CancellationToken cancellationToken)
    {
        Volatile.Write(ref _consumer, consumer);
        return BasicConsume(queue, noAck, exclusive, arguments, new UnheldConsumer(consumer), consumerTag, cancellationToken);
    }
}
