using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Takes a message from the client and is done with it, while the work goes on by itself. A client that is held by work in hand waits for it
/// when a connection is lost before it tells the next channel, and whoever publishes on that one meanwhile waits 20 seconds and fails.
/// How much is in hand at once is the broker's to limit (prefetch); whether the work has ended is MassTransit's to know.
/// </summary>
internal sealed class UnheldConsumer(IAsyncBasicConsumer consumer) : IAsyncBasicConsumer
{
    public IChannel? Channel => consumer.Channel;

    public Task HandleBasicDeliverAsync(
        string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        // The client uses the memory again as soon as this returns.
        var kept = body.ToArray();
        _ = Task.Run(
            () => consumer.HandleBasicDeliverAsync(consumerTag, deliveryTag, redelivered, exchange, routingKey, properties, kept, cancellationToken), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken) => consumer.HandleBasicConsumeOkAsync(consumerTag, cancellationToken);

    public Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken) => consumer.HandleBasicCancelAsync(consumerTag, cancellationToken);

    public Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken) => consumer.HandleBasicCancelOkAsync(consumerTag, cancellationToken);

    public Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason) => consumer.HandleChannelShutdownAsync(channel, reason);
}
