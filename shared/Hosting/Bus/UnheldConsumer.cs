using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Hands each delivery to the thread pool, so that the RabbitMQ client's dispatcher never blocks. When a connection is lost, a blocked dispatcher
/// delays the shutdown notifications of the other channels, and a publisher on one of those waits 20 seconds and fails. The broker limits how many
/// deliveries are in progress (prefetch), and MassTransit tracks when each has ended.
/// </summary>
internal sealed class UnheldConsumer(IAsyncBasicConsumer consumer) : IAsyncBasicConsumer
{
    public IChannel? Channel => consumer.Channel;

    public Task HandleBasicDeliverAsync(
        string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties,
            ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        // The client reuses the memory as soon as this method returns.
        var kept = body.ToArray();
        _ = Task.Run(
            () => consumer.HandleBasicDeliverAsync(consumerTag, deliveryTag, redelivered, exchange, routingKey, properties, kept, cancellationToken),
                CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken) =>
        consumer.HandleBasicConsumeOkAsync(consumerTag, cancellationToken);

    public Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken) =>
        consumer.HandleBasicCancelAsync(consumerTag, cancellationToken);

    public Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken) =>
        consumer.HandleBasicCancelOkAsync(consumerTag, cancellationToken);

    public Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason) => consumer.HandleChannelShutdownAsync(channel, reason);
}
