using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Files;
using AgentScaler.Storage.Sqlite;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Tests;

public sealed class EvaluationPlannerTests : IAsyncDisposable
{
    private static readonly ArtifactReference Nothing = new("", 0, "application/jsonl");

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-evaluation-").FullName;
    private readonly SqliteDocumentStore _store;
    private readonly EvaluationPlanner _planner;

    public EvaluationPlannerTests()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _planner = new EvaluationPlanner(_store, new FileArtifactStore(_folder));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tasks_of_trained_domains_of_new_domains_of_new_providers_and_of_the_vertical_are_suites_of_their_own()
    {
        string[] tasks = ["library-1", "library-2", "harbour-1", "museum-1", "shop-1"];
        await Task.WhenAll(tasks.Select(GivenAsync));
        await GivenAsync(new DatasetDocument("stage1", 1, null, Nothing, 1, Nothing, 0, tasks[..4], ["harbour", "museum"], ["museum"]));
        await GivenAsync(new DatasetDocument("stage2-shop", 2, "shop", Nothing, 1, Nothing, 0, tasks[4..]));

        var plan = await _planner.PlanAsync(Run, Stop);

        Assert.Equal(
            [("held_out", "library-1"), ("held_out", "library-2"), ("unseen_domains", "harbour-1"), ("unseen_providers", "museum-1"), ("vertical", "shop-1")],
            plan.Episodes.Select(e => (e.Suite, e.Task)).Order());
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static RunDocument Run => new(
        "run",
        [],
        new Dictionary<string, JsonElement> { ["evaluate"] = JsonSerializer.SerializeToElement(new { policies = new[] { "base" }, attempts = 1 }) },
        0,
        PipelineStage.Evaluate,
        RunStatus.Running);

    private Task GivenAsync(string task)
    {
        var specification = new TaskSpecification(
            task, task.Split('-')[0], TaskKind.Write, "Do it, please.", new SimulatedUser("A person.", new Dictionary<string, Value>()), [], [],
            Value.Parse("{}"), [], "", "", 1, new TaskProvenance([], 0, []));
        return _store.PutIfAbsentAsync(Collections.Tasks, TypedDocuments.Of("run", task, specification, ("domain", specification.Domain)), Stop);
    }

    private Task GivenAsync(DatasetDocument dataset) =>
        _store.PutIfAbsentAsync(Collections.Datasets, TypedDocuments.Of("run", dataset.Name, dataset, ("stage", $"{dataset.Stage}")), Stop);
}
