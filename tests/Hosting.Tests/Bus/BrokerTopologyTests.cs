using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace AgentScaler.Hosting.Tests.Bus;

/// <summary>The queues stand before any service has run, and what kills its workers does not go round for ever.</summary>
public sealed class BrokerTopologyTests(RabbitMqBusTests.Broker broker) : IClassFixture<RabbitMqBusTests.Broker>, IAsyncLifetime
{
    private IConnection? _connection;
    private IChannel? _channel;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IChannel Channel => _channel!;

    public async ValueTask InitializeAsync()
    {
        var options = new BusOptions { Transport = "rabbitmq", RabbitMq = new RabbitMqOptions { Uri = broker.Uri.ToString(), DeliveryLimit = 3 } };
        await new BrokerTopology(Options.Create(options), NullLogger<BrokerTopology>.Instance).StartAsync(Stop);
        _connection = await new ConnectionFactory { Uri = broker.Uri }.CreateConnectionAsync(Stop);
        _channel = await _connection.CreateChannelAsync(cancellationToken: Stop);
    }

    [Fact]
    public async Task A_message_published_before_its_service_has_ever_run_waits_for_it()
    {
        await PublishAsync(new DatasetRequested("run"));

        var waiting = await GetAsync(WorkQueues.Of(typeof(DatasetRequested)));
        Assert.Contains("\"runId\": \"run\"", System.Text.Encoding.UTF8.GetString(waiting.Body.Span), StringComparison.Ordinal);
        await Channel.BasicAckAsync(waiting.DeliveryTag, false, Stop);
    }

    [Fact]
    public async Task A_message_that_is_never_finished_becomes_a_dead_letter()
    {
        await PublishAsync(new TrainingRequested("run", "job", 1));
        var queue = WorkQueues.Of(typeof(TrainingRequested));
        for (var delivery = 0; delivery < 4; delivery++)
        {
            await Channel.BasicNackAsync((await GetAsync(queue)).DeliveryTag, multiple: false, requeue: true, Stop);
        }

        var dead = await GetAsync(WorkQueues.DeadLetters);
        Assert.Equal("delivery_limit", System.Text.Encoding.UTF8.GetString((byte[])dead.BasicProperties.Headers!["x-first-death-reason"]!));
        await Channel.BasicAckAsync(dead.DeliveryTag, false, Stop);
    }

    [Fact]
    public void Every_message_of_work_has_its_queue() => Assert.Equal(
        ["dataset-requested", "domain-discovered", "domain-materialized", "evaluation-requested", "pipeline-requested", "rollout-requested",
            "scenarios-collected", "tasks-generated", "training-requested", "trajectory-recorded"],
        WorkQueues.Messages.Select(WorkQueues.Of).Order(StringComparer.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await (_channel?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Publishes as a service does, through a bus that has no consumer.</summary>
    private async Task PublishAsync<T>(T message)
        where T : class
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Bus:Transport"] = "rabbitmq", ["Bus:RabbitMq:Uri"] = broker.Uri.ToString() });
        builder.Services.AddBus(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(Stop);
        await host.Services.GetRequiredService<IBus>().Publish(message, Stop);
        await host.StopAsync(Stop);
    }

    private async Task<BasicGetResult> GetAsync(string queue)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await Channel.BasicGetAsync(queue, autoAck: false, Stop) is { } message)
            {
                return message;
            }

            await Task.Delay(50, Stop);
        }

        throw new TimeoutException($"No message came into {queue}.");
    }
}
