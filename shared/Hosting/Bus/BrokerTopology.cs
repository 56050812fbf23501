using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Declares every queue of work before the bus starts, in whichever service starts first. A message that is published before its service has
/// ever run then waits in its queue; without the queue the broker would drop it.
/// </summary>
internal sealed partial class BrokerTopology(IOptions<BusOptions> options, ILogger<BrokerTopology> logger) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.UsesRabbitMq)
        {
            return;
        }

        var factory = new ConnectionFactory { Uri = new Uri(options.Value.RabbitMq.Uri!), AutomaticRecoveryEnabled = false };
        var deadline = DateTimeOffset.UtcNow + Patience;
        while (true)
        {
            try
            {
                await DeclareAsync(factory, cancellationToken);
                return;
            }
            catch (Exception exception) when (Outage.Is(exception) && DateTimeOffset.UtcNow < deadline)
            {
                LogWaiting(logger, factory.HostName, exception.InnerException?.Message ?? exception.Message);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Returns the arguments of a queue of work. They cannot change once the queue exists (docs/stack.md, Upgrades).</summary>
    public static IReadOnlyDictionary<string, object?> ArgumentsOf(string queue, RabbitMqOptions options)
    {
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-quorum-initial-group-size"] = options.QuorumSize };
        if (queue != WorkQueues.DeadLetters)
        {
            arguments["x-delivery-limit"] = options.DeliveryLimit;
            arguments["x-dead-letter-exchange"] = WorkQueues.DeadLetters;
        }

        return arguments;
    }

    private async Task DeclareAsync(ConnectionFactory factory, CancellationToken cancellationToken)
    {
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await QueueAsync(channel, WorkQueues.DeadLetters, [], cancellationToken);
        foreach (var message in WorkQueues.Messages)
        {
            await QueueAsync(channel, WorkQueues.Of(message), [message], cancellationToken);
        }

        await QueueAsync(channel, WorkQueues.DeadWork, WorkQueues.Messages.Select(message => typeof(Fault<>).MakeGenericType(message)), cancellationToken);
    }

    /// <summary>Declares what MassTransit declares: an exchange for each message, an exchange named as the queue is, and the queue.</summary>
    private async Task QueueAsync(IChannel channel, string queue, IEnumerable<Type> messages, CancellationToken cancellationToken)
    {
        await channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(ArgumentsOf(queue, options.Value.RabbitMq)),
                cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
        var names = new RabbitMqMessageNameFormatter();
        foreach (var message in messages)
        {
            var exchange = names.GetMessageName(message);
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.ExchangeBindAsync(queue, exchange, "", cancellationToken: cancellationToken);
        }
    }

    [LoggerMessage(EventId = 1201, EventName = "bus.broker.awaited", Level = LogLevel.Warning,
        Message = "The broker at {Host} does not answer ({Reason}); waiting for it.")]
    private static partial void LogWaiting(ILogger logger, string host, string reason);
}
