using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Sqlite;
using AgentScaler.Tools;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Hosting.Tests.Samples;

/// <summary>The consumer that docs/hosting.md shows works; DocumentRules hold the page against its source.</summary>
public sealed class SampleTests : IAsyncLifetime
{
    private const string Run = "run";

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-sample-").FullName;
    private SqliteDocumentStore _store = null!;
    private RunRepository _runs = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _runs = new RunRepository(_store);
        await _runs.SaveAsync(new RunDocument(Run, [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Filter, RunStatus.Running), Stop);
        await _store.PutIfAbsentAsync(Collections.Domains, TypedDocuments.Of(Run, "domain", new ToolDomain("domain", "shop", "Shop", ["a", "b", "c"], [])),
            Stop);
    }

    [Fact]
    public async Task A_second_delivery_is_announced_and_changes_nothing()
    {
        await using var provider = Provider();
        var harness = await provider.StartTestHarness();

        await harness.Bus.Publish(new DomainDiscovered(Run, "domain"), Stop);
        await AnnouncedAsync(harness, 1);
        var first = (await _store.GetAsync(Collections.TaskSets, Run, "domain", Stop))!;
        await harness.Bus.Publish(new DomainDiscovered(Run, "domain"), Stop);
        await AnnouncedAsync(harness, 2);

        Assert.Equal(new DomainSize("shop", 3), first.Read<DomainSize>());
        Assert.Equal(first.Version, (await _store.GetAsync(Collections.TaskSets, Run, "domain", Stop))!.Version);
        Assert.All(harness.Published.Select<DomainSized>(Stop), message => Assert.Equal(new DomainSized(Run, "domain", 3), message.Context.Message));
    }

    [Fact]
    public async Task Work_of_a_cancelled_run_is_not_done()
    {
        await _runs.EndAsync(Run, RunStatus.Cancelled, null, Stop);
        await using var provider = Provider();
        var harness = await provider.StartTestHarness();

        await harness.Bus.Publish(new DomainDiscovered(Run, "domain"), Stop);

        Assert.True(await harness.Consumed.Any<DomainDiscovered>(Stop));
        Assert.Null(await _store.GetAsync(Collections.TaskSets, Run, "domain", Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task AnnouncedAsync(ITestHarness harness, int times)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (harness.Published.Select<DomainSized>(limit.Token).Count() < times)
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private ServiceProvider Provider() => new ServiceCollection()
        .AddSingleton<IDocumentStore>(_store)
        .AddSingleton(_runs)
        .AddSizes(new ConfigurationBuilder().Build())
        .AddMassTransitTestHarness(bus => bus.AddSizeConsumers())
        .BuildServiceProvider(validateScopes: true);
}
