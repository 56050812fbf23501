using System.Text.Json;
using AgentScaler.Contracts;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Hosting.Bus;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Tests;

public sealed class RunCoordinatorTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-coordinator-").FullName;
    private readonly SqliteDocumentStore _store;
    private readonly RunRepository _runs;
    private readonly RunPlanner _planner;
    private readonly CountingDriver _driver = new();
    private readonly ServiceWatch _services;
    private readonly RunCoordinator _coordinator;

    public RunCoordinatorTests()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _runs = new RunRepository(_store);
        _planner = new RunPlanner(_store, _runs);
        _services = new ServiceWatch(_store, Options.Create(new BusOptions { Transport = "memory" }), TimeProvider.System);
        // Nothing here is published.
        _coordinator = new RunCoordinator(
            [_driver], _planner, _runs, _store, _services, null!, Options.Create(new CoordinatorOptions()), TimeProvider.System,
                NullLogger<RunCoordinator>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_completed_stage_is_counted_once_until_it_is_completed_anew()
    {
        await _planner.PrepareAsync(Run, Stop);
        Assert.False((await LookAsync(done: 3)).IsComplete);
        Assert.Equal(4, (await LookAsync(done: 4)).Done);
        Assert.Equal(2, _driver.Looks);

        await CompleteAsync(seconds: 1.5);
        Assert.True((await LookAsync(done: 5)).IsComplete);
        Assert.Equal(5, (await LookAsync(done: 6)).Done);
        Assert.Equal(3, _driver.Looks);

        await CompleteAsync(seconds: 2.5);
        Assert.Equal(7, (await LookAsync(done: 7)).Done);
        Assert.Equal(4, _driver.Looks);
    }

    /// <summary>As a client does whose broker does not answer in time.</summary>
    [Fact]
    public async Task A_call_that_is_cancelled_by_itself_ends_no_watch()
    {
        await _planner.PrepareAsync(Run, Stop);
        _driver.CancelsItself = true;
        using var watching = new CoordinatorService(
            _coordinator, _runs, _services, Options.Create(new CoordinatorOptions { CheckEvery = TimeSpan.FromMilliseconds(5) }), TimeProvider.System,
                NullLogger<CoordinatorService>.Instance);

        await watching.StartAsync(Stop);
        while (_driver.Looks < 3 && !watching.ExecuteTask!.IsCompleted)
        {
            await Task.Delay(5, Stop);
        }

        Assert.False(watching.ExecuteTask!.IsCompleted);
        await watching.StopAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static RunDocument Run { get; } = new("run", [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Collect, RunStatus.Running);

    private async Task<StageProgress> LookAsync(int done)
    {
        _driver.Done = done;
        return Assert.Single(await _coordinator.ProgressAsync(Run, Stop));
    }

    private Task CompleteAsync(double seconds) =>
        _runs.ChangeAsync(Run.Id, PipelineStage.Collect, stage => stage with { Status = RunStatus.Completed, Seconds = seconds }, Stop);

    private sealed class CountingDriver : IStageDriver
    {
        public int Looks { get; private set; }

        public int Done { get; set; }

        public bool CancelsItself { get; set; }

        public PipelineStage Stage => PipelineStage.Collect;

        public Task<StageProgress> ProgressAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken)
        {
            Looks++;
            if (CancelsItself)
            {
                throw new TaskCanceledException();
            }

            return Task.FromResult(new StageProgress(Stage, Done, null, 0, false));
        }

        public IAsyncEnumerable<IWork> OutstandingAsync(RunDocument run, CancellationToken cancellationToken) => AsyncEnumerable.Empty<IWork>();

        public IAsyncEnumerable<IWork> CommandsAsync(RunDocument run, bool upstreamComplete, CancellationToken cancellationToken) =>
            AsyncEnumerable.Empty<IWork>();
    }
}
