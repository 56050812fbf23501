using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Tells a consumer that its channel is closed if the client did not. When a connection is lost, RabbitMQ.Client 7.2 notifies its channels one
/// after the other. MassTransit disposes the remaining channels meanwhile, and a disposed channel notifies nobody. The endpoint would then wait
/// forever for a channel that is already closed, report itself healthy, and never reconnect. <see cref="UnheldConsumer"/> makes this rare, but
/// cannot rule it out.
/// </summary>
internal sealed partial class ForgottenConsumerFilter(string queue, ILogger logger) : IFilter<ChannelContext>
{
    private const int Unknown = 541;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>How long the client has to notify the consumer itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        using var channel = new WatchedChannel(context);
        using var ended = new CancellationTokenSource();
        var watch = WatchAsync(channel, ended.Token);
        try
        {
            await next.Send(channel);
        }
        finally
        {
            await ended.CancelAsync();
            await watch;
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("forgottenConsumer");

    /// <summary>Whether the consumer was notified. A notified consumer starts to stop at once, even while it is working.</summary>
    private static bool WasTold(object consumer) => consumer is IAgent { Stopping.IsCancellationRequested: true };

    private async Task WatchAsync(WatchedChannel channel, CancellationToken ended)
    {
        try
        {
            while (channel.IsOpen)
            {
                await Task.Delay(Look, ended);
            }

            // If the channel closes while the consumer is being attached, there is no consumer to notify yet.
            do
            {
                await Task.Delay(Grace, ended);
                await TellAsync(channel);
            }
            while (true);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The endpoint has released the channel.
        }
    }

    private async Task TellAsync(WatchedChannel channel)
    {
        if (channel.Consumer is not { } consumer || WasTold(consumer))
        {
            return;
        }

        var reason = channel.Channel.CloseReason ?? channel.ConnectionContext.Connection.CloseReason
            ?? new ShutdownEventArgs(ShutdownInitiator.Library, Unknown, "closed");
        LogForgotten(logger, queue, reason.ReplyText);
        // The channel may not have noticed yet that its connection is lost. An endpoint that attached to it again would wait twice 20 seconds for answers.
        channel.NotifyFaulted(new OperationInterruptedException(reason), new Uri(channel.ConnectionContext.HostAddress, queue));
        await consumer.HandleChannelShutdownAsync(channel.Channel, reason);
    }

    [LoggerMessage(EventId = 1203, EventName = "bus.consumer.forgotten", Level = LogLevel.Warning,
        Message = "The channel of the consumer of {Queue} closed without notice ({Reason}); the consumer attaches again.")]
    private static partial void LogForgotten(ILogger logger, string queue, string reason);
}
