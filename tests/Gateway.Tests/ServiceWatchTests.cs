using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Health;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentScaler.Gateway.Tests;

/// <summary>A service whose document no longer changes is missing, whatever its clock said.</summary>
public sealed class ServiceWatchTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentscaler-watch-");
    private readonly FakeTimeProvider _clock = new();
    private readonly SqliteDocumentStore _store;

    public ServiceWatchTests() =>
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder.FullName, "store.db") }, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_silent_service_is_missing_and_its_stage_waits_for_it()
    {
        var watch = Watch("rabbitmq");
        string[] speaking = ["agentscaler-gateway", "agentscaler-collection", "agentscaler-clustering", "agentscaler-materialization", "agentscaler-tasks",
            "agentscaler-rollout", "agentscaler-training"];
        for (var i = 0; i < 6; i++)
        {
            // The first is heard of them all, filtering included.
            await SayAsync(i == 0 ? [.. speaking, "agentscaler-filtering"] : speaking);
            await watch.LookAsync(Stop);
            _clock.Advance(Presence.Every);
        }

        var states = await watch.StatesAsync(Stop);
        Assert.Equal(8, states.Count);
        Assert.Equal("agentscaler-filtering", Assert.Single(states, state => !state.Answers).Service);
        Assert.Contains("agentscaler-filtering", await watch.MissingAsync([new StageProgress(PipelineStage.Filter, 0, 1, 0, false)], Stop),
            StringComparison.Ordinal);
        Assert.Null(await watch.MissingAsync([new StageProgress(PipelineStage.Rollout, 0, 1, 0, false)], Stop));

        await SayAsync("agentscaler-filtering");
        _clock.Advance(Presence.Every);
        Assert.All((await watch.StatesAsync(Stop)).Where(state => state.Service == "agentscaler-filtering"), state => Assert.True(state.Answers));
    }

    [Fact]
    public async Task One_process_with_every_service_is_one_that_answers()
    {
        Assert.Equal([new ServiceState("agentscaler", true)], await Watch("memory").StatesAsync(Stop));
        await SayAsync("agentscaler");
        Assert.Equal([new ServiceState("agentscaler", true)], await Watch("rabbitmq").StatesAsync(Stop));
    }

    private ServiceWatch Watch(string transport) => new(_store, Options.Create(new BusOptions { Transport = transport }), _clock);

    private async Task SayAsync(params string[] services)
    {
        foreach (var service in services)
        {
            var current = await _store.GetAsync(Collections.Services, Presence.Partition, service, Stop);
            await _store.CompareAndSetAsync(Collections.Services,
                TypedDocuments.Of(Presence.Partition, service, new Presence(service, DateTimeOffset.UnixEpoch)), current?.Version ?? 0, Stop);
        }
    }
}
