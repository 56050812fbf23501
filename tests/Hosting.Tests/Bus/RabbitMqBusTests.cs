using System.Collections.Concurrent;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline;
using AgentScaler.TestInfrastructure;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AgentScaler.Hosting.Tests.Bus;

/// <summary>The contract on a real broker, and what only a broker has.</summary>
public sealed class RabbitMqBusTests(RabbitMqBusTests.Broker broker) : BusContract, IClassFixture<RabbitMqBusTests.Broker>
{
    protected override Task<IReadOnlyDictionary<string, string?>> SettingsAsync() =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?>
        {
            ["Bus:Transport"] = "rabbitmq",
            ["Bus:RabbitMq:Uri"] = broker.Uri.ToString(),
        });

    [Fact]
    public async Task Dead_work_lies_in_the_error_queue_with_its_reason()
    {
        await using var bus = await StartAsync(_ => throw new UnrecoverableException("beyond repair"));
        await bus.PublishAsync(new RolloutRequested("run", "dead", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(log => !log.Faults.IsEmpty, Stop);

        var message = await GetAsync($"{bus.WorkQueue}_error");

        Assert.Contains("dead", System.Text.Encoding.UTF8.GetString(message.Body.Span), StringComparison.Ordinal);
        Assert.Contains("MT-Fault-Message", message.BasicProperties.Headers!.Keys);
    }

    [Fact]
    public async Task A_broker_that_dies_and_comes_back_costs_no_work_and_no_fault()
    {
        // Work is in hand when the broker dies, however long the broker takes to write its queues down.
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (begun, ended) = (0, Stop);
        await using var bus = await StartAsync(_ => Interlocked.Increment(ref begun) > 10 ? killed.Task.WaitAsync(ended) : Task.CompletedTask);
        await Parallel.ForAsync(0, 100, Stop, async (i, stop) => await bus.PublishAsync(new RolloutRequested("run", $"task{i:d3}", 1, "scripted", 0), stop));
        await bus.Log.UntilAsync(log => log.Handled.Count == 10, Stop);
        await broker.RemembersAsync(bus.Queues, Stop);

        await broker.KillAsync();
        killed.SetResult();
        await broker.RestartAsync(Stop);

        await bus.Log.UntilAsync(log => log.Handled.Distinct().Count() == 100 && log.Announced.Distinct().Count() == 100, Stop);
        Assert.Empty(bus.Log.Faults);
    }

    /// <summary>
    /// A client that is held by work in hand does not tell the channels after it that their connection is lost, and what is published on them fails; in
    /// which order it comes to them differs from run to run (UnheldConsumerTests and ForgottenConsumerFilterTests do not).
    /// </summary>
    [Fact]
    public async Task An_endpoint_attaches_again_while_another_still_has_its_work_in_hand()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (begun, ended) = (0, Stop);
        var heard = new ConcurrentDictionary<string, bool>();
        await using var bus = await StartAsync(_ => Interlocked.Increment(ref begun) > 10 ? done.Task.WaitAsync(ended) : Task.CompletedTask);
        var last = $"{bus.WorkQueue}-last";
        await bus.ListenAsync<TrajectoryRecorded>(last, message => heard.TryAdd(message.TrajectoryId, true));
        await Parallel.ForAsync(0, 100, Stop, async (i, stop) => await bus.PublishAsync(new RolloutRequested("run", $"task{i:d3}", 1, "scripted", 0), stop));
        await bus.Log.UntilAsync(log => log.Handled.Count == 10, Stop);
        await broker.RemembersAsync([.. bus.Queues, last], Stop);

        await broker.KillAsync();
        await broker.RestartAsync(Stop);
        await bus.PublishAsync(new TrajectoryRecorded("run", "after"), Stop);
        await bus.Log.UntilAsync(_ => heard.ContainsKey("after"), Stop);
        done.SetResult();

        await bus.Log.UntilAsync(log => log.Handled.Distinct().Count() == 100 && log.Announced.Distinct().Count() == 101, Stop);
        await bus.Log.UntilAsync(_ => heard.Count == 101, Stop);
        Assert.Empty(bus.Log.Faults);
    }

    /// <summary>
    /// The fault is published before the message is moved. The queue may take a moment to appear, and once it has a name a moment more until
    /// the broker can read it; asked meanwhile, the broker closes the channel (404) or the connection (541).
    /// </summary>
    private async Task<BasicGetResult> GetAsync(string queue)
    {
        OperationInterruptedException? refused = null;
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                await using var connection = await new ConnectionFactory { Uri = broker.Uri }.CreateConnectionAsync(Stop);
                await using var channel = await connection.CreateChannelAsync(cancellationToken: Stop);
                if (await channel.BasicGetAsync(queue, autoAck: true, Stop) is { } message)
                {
                    return message;
                }
            }
            catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode is 404 or 541)
            {
                refused = exception;
            }

            await Task.Delay(50, Stop);
        }

        throw new TimeoutException($"No message came into {queue}.", refused);
    }

    public sealed class Broker : IAsyncLifetime
    {
        private RabbitMqEngine? _engine;

        public Uri Uri => _engine!.Uri;

        public async ValueTask InitializeAsync() => _engine = await RabbitMqEngine.StartAsync(CancellationToken.None);

        public Task RemembersAsync(IEnumerable<string> queues, CancellationToken cancellationToken) => _engine!.RemembersAsync(queues, cancellationToken);

        public Task KillAsync() => _engine!.KillAsync();

        public Task RestartAsync(CancellationToken cancellationToken) => _engine!.RestartAsync(cancellationToken);

        public ValueTask DisposeAsync() => _engine?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
