using System.Reflection;
using AgentScaler.Hosting.Bus;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AgentScaler.Hosting.Tests.Bus;

/// <summary>A consumer whose client is silent about the end of its connection.</summary>
public sealed class ForgottenConsumerFilterTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Silent _broker = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consumer_is_told_that_its_connection_is_lost_and_its_channel_is_given_up()
    {
        var endpoint = RunAsync();

        _broker.IsOpen = false;
        await endpoint.WaitAsync(Limit, Stop);

        Assert.Equal("gone", (await _broker.Told.Task).ReplyText);
        Assert.True(_broker.IsGivenUp);
    }

    [Fact]
    public async Task A_consumer_whose_connection_stands_is_left_alone()
    {
        var endpoint = RunAsync();

        await Task.Delay(TimeSpan.FromSeconds(6), Stop);

        Assert.False(endpoint.IsCompleted);
        Assert.False(_broker.Told.Task.IsCompleted);
        _broker.IsOpen = false;
        await endpoint.WaitAsync(Limit, Stop);
    }

    /// <summary>What MassTransit does for an endpoint: attach a consumer and wait until it has ended.</summary>
    private Task RunAsync()
    {
        var endpoint = Pipe.ExecuteAsync<ChannelContext>(async context =>
        {
            await context.BasicConsume("queue", false, false, new Dictionary<string, object>(), _broker.Make<IAsyncBasicConsumer>(), "", Stop);
            await _broker.Told.Task;
        });
        return new ForgottenConsumerFilter("queue", NullLogger.Instance).Send(_broker.Make<ChannelContext>(), endpoint);
    }

    internal sealed class Silent
    {
        public volatile bool IsOpen = true;

        public volatile bool IsGivenUp;

        public TaskCompletionSource<ShutdownEventArgs> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public T Make<T>()
            where T : class
        {
            var proxy = DispatchProxy.Create<T, Answers>();
            ((Answers)(object)proxy).Broker = this;
            return proxy;
        }
    }

    /// <summary>Stands for channel, connection, their contexts and the consumer.</summary>
    internal class Answers : DispatchProxy
    {
        internal Silent? Broker { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var broker = Broker!;
            switch (targetMethod!.Name)
            {
                case "get_IsOpen":
                    // As the client has it: the channel does not know that its connection is lost.
                    return targetMethod.DeclaringType == typeof(IChannel) || broker.IsOpen;
                case "get_CloseReason" when targetMethod.DeclaringType != typeof(IChannel) && !broker.IsOpen:
                    return new ShutdownEventArgs(ShutdownInitiator.Library, 541, "gone");
                case "get_Channel":
                    return broker.Make<IChannel>();
                case "get_ConnectionContext":
                    return broker.Make<ConnectionContext>();
                case "get_Connection":
                    return broker.Make<IConnection>();
                case "get_HostAddress":
                    return new Uri("rabbitmq://localhost/");
                case "NotifyFaulted":
                    broker.IsGivenUp = true;
                    return null;
                case "HandleChannelShutdownAsync":
                    broker.Told.TrySetResult((ShutdownEventArgs)args![1]!);
                    return Task.CompletedTask;
                case "BasicConsume":
                    return Task.FromResult("tag");
                default:
                    return targetMethod.ReturnType.IsValueType && targetMethod.ReturnType != typeof(void)
                        ? Activator.CreateInstance(targetMethod.ReturnType)
                        : null;
            }
        }
    }
}
