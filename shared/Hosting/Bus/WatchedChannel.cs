using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace AgentScaler.Hosting.Bus;

/// <summary>A channel's context that knows the consumer that was attached to it, and attaches it so that its work never holds the client.</summary>
internal sealed class WatchedChannel(ChannelContext context) : ScopeChannelContext(context, context.CancellationToken), ChannelContext
{
    private IAsyncBasicConsumer? consumer;

    public IAsyncBasicConsumer? Consumer => Volatile.Read(ref consumer);

    /// <summary>Closed is said before anybody is told of it, so this never waits for what is told.</summary>
    public bool IsOpen => Channel.IsOpen && ConnectionContext.Connection.IsOpen;

    // The base's method is not virtual; MassTransit calls it through the interface, which is therefore implemented again.
    Task<string> ChannelContext.BasicConsume(
        string queue, bool noAck, bool exclusive, IDictionary<string, object> arguments, IAsyncBasicConsumer consumer, string consumerTag, CancellationToken cancellationToken)
    {
        Volatile.Write(ref this.consumer, consumer);
        return BasicConsume(queue, noAck, exclusive, arguments, new UnheldConsumer(consumer), consumerTag, cancellationToken);
    }
}
