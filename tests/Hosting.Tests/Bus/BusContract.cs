using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Stores;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AgentScaler.Hosting.Tests.Bus;

/// <summary>What the bus does for a consumer of work, on every transport.</summary>
public abstract class BusContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Values of the section Bus.</summary>
    protected abstract Task<IReadOnlyDictionary<string, string?>> SettingsAsync();

    [Fact]
    public async Task Every_published_message_is_consumed_once_it_is_published()
    {
        await using var bus = await StartAsync(_ => { });

        await Parallel.ForAsync(0, 200, Stop, async (i, stop) => await bus.PublishAsync(new RolloutRequested("run", $"task{i:d3}", 1, "scripted", 0), stop));
        await bus.Log.UntilAsync(log => log.Handled.Count == 200, Stop);

        Assert.Equal(200, bus.Log.Handled.Distinct().Count());
    }

    [Fact]
    public async Task A_worker_never_takes_more_work_than_it_has_slots()
    {
        var atOnce = 0;
        var most = 0;
        await using var bus = await StartAsync(_ =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref atOnce));
            Thread.SpinWait(200_000);
            Interlocked.Decrement(ref atOnce);
        });

        await Parallel.ForAsync(0, 60, Stop, async (i, stop) => await bus.PublishAsync(new RolloutRequested("run", $"task{i}", 1, "scripted", 0), stop));
        await bus.Log.UntilAsync(log => log.Handled.Count == 60, Stop);

        Assert.InRange(most, 1, WorkConsumerDefinition.Slots);
    }

    [Fact]
    public async Task Work_that_is_asked_for_again_is_not_done_beside_itself()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = 0;
        await using var bus = await StartAsync(message =>
        {
            var slow = message.TaskId == "slow";
            return slow && Interlocked.Increment(ref begun) == 1 ? end.Task : Task.CompletedTask;
        });

        await bus.PublishAsync(new RolloutRequested("run", "slow", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(_ => begun == 1, Stop);
        await bus.PublishAsync(new RolloutRequested("run", "slow", 1, "scripted", 0), Stop);
        await bus.PublishAsync(new RolloutRequested("run", "another", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(log => log.Handled.Contains("another"), Stop);

        Assert.Equal(1, begun);
        end.SetResult();
        await bus.Log.UntilAsync(log => log.Handled.Count == 3, Stop);
        Assert.Equal(2, begun);
    }

    [Fact]
    public async Task Work_that_fails_for_a_while_is_tried_again()
    {
        var failures = 0;
        await using var bus = await StartAsync(_ =>
        {
            if (Interlocked.Increment(ref failures) <= 2)
            {
                throw new IOException("the line is dead");
            }
        });

        await bus.PublishAsync(new RolloutRequested("run", "flaky", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(log => log.Handled.Count == 1, Stop);

        Assert.Equal(3, failures);
        Assert.Empty(bus.Log.Faults);
    }

    [Fact]
    public async Task Work_that_can_never_succeed_ends_visibly_after_one_try()
    {
        var tries = 0;
        await using var bus = await StartAsync(_ =>
        {
            Interlocked.Increment(ref tries);
            throw new UnrecoverableException("the task names a tool that is not there");
        });

        await bus.PublishAsync(new RolloutRequested("run", "poison", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(log => log.Faults.Count == 1, Stop);

        Assert.Equal(1, tries);
        Assert.Contains("a tool that is not there", bus.Log.Faults.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_any_length_ends_visibly_in_a_message_below_64_KB()
    {
        var tries = 0;
        await using var bus = await StartAsync(_ =>
        {
            Interlocked.Increment(ref tries);
            throw new ArgumentException("what the model said: " + new string('\u0001', 1_000_000), new IOException(new string('é', 1_000_000)));
        });

        await bus.PublishAsync(new RolloutRequested("run", "talkative", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(log => log.Faults.Count == 1, Stop);

        Assert.Equal(1, tries);
        Assert.StartsWith("ArgumentException: what the model said", bus.Log.Faults.Single(), StringComparison.Ordinal);
        Assert.InRange(bus.Log.LargestFault, 1, 64 * 1024);
    }

    [Fact]
    public async Task What_a_failed_try_published_never_leaves()
    {
        var tries = 0;
        await using var bus = await StartAsync(_ =>
        {
            if (Interlocked.Increment(ref tries) == 1)
            {
                throw new IOException("after publishing");
            }
        });

        await bus.PublishAsync(new RolloutRequested("run", "twice", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(log => log.Announced.Contains("twice"), Stop);
        await bus.PublishAsync(new RolloutRequested("run", "last", 1, "scripted", 0), Stop);
        await bus.Log.UntilAsync(log => log.Announced.Contains("last"), Stop);

        Assert.Equal(1, bus.Log.Announced.Count(task => task == "twice"));
    }

    private protected Task<RunningBus> StartAsync(Action<RolloutRequested> work) => StartAsync(message =>
    {
        work(message);
        return Task.CompletedTask;
    });

    private protected async Task<RunningBus> StartAsync(Func<RolloutRequested, Task> work)
    {
        // Queues of its own, so that what one test leaves in a broker never reaches another.
        var names = new KebabCaseEndpointNameFormatter($"t{Guid.NewGuid():n}-", false);
        var builder = Host.CreateApplicationBuilder();
        var folder = Directory.CreateTempSubdirectory("agentscaler-bus-").FullName;
        builder.Configuration.AddInMemoryCollection(await SettingsAsync());
        builder.Configuration.AddInMemoryCollection([new("Storage:Sqlite:Path", Path.Combine(folder, "store.db"))]);
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddSingleton(new WorkLog(work));
        builder.Services.AddBus(builder.Configuration, bus =>
        {
            bus.AddConsumer<WorkConsumer, WorkConsumerDefinition>();
            bus.AddConsumer<FaultConsumer>();
            bus.AddConsumer<AnnouncementConsumer>();
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<IEndpointNameFormatter>(names));
        var host = builder.Build();
        // Work of a run that is not running is stopped.
        await host.Services.GetRequiredService<RunRepository>().SaveAsync(
            new RunDocument("run", [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Evaluate, RunStatus.Running), Stop);
        await host.StartAsync(Stop);
        return new RunningBus(host, names.Consumer<WorkConsumer>(), [names.Consumer<FaultConsumer>(), names.Consumer<AnnouncementConsumer>()], folder);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
            // Another thread raised it first; look again.
        }
    }

    private protected sealed class RunningBus(IHost host, string workQueue, IEnumerable<string> otherQueues, string folder) : IAsyncDisposable
    {
        public string WorkQueue => workQueue;

        public IEnumerable<string> Queues => [workQueue, .. otherQueues];

        public WorkLog Log { get; } = host.Services.GetRequiredService<WorkLog>();

        public Task PublishAsync<T>(T message, CancellationToken cancellationToken)
            where T : class => host.Services.GetRequiredService<IBus>().Publish(message, cancellationToken);

        /// <summary>Attaches one more endpoint, configured as all others and after them.</summary>
        public Task ListenAsync<T>(string queue, Action<T> heard)
            where T : class => host.Services.GetRequiredService<IReceiveEndpointConnector>().ConnectReceiveEndpoint(queue, (context, endpoint) =>
            {
                context.GetConfigureReceiveEndpoints().Configure(queue, endpoint);
                endpoint.Handler<T>(message =>
                {
                    heard(message.Message);
                    return Task.CompletedTask;
                });
            }).Ready;

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
