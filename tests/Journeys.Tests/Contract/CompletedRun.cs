using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Collection.Storing;
using AgentScaler.Environments;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Filtering.Datasets;
using AgentScaler.Gateway.Files;
using AgentScaler.Gateway.Reports;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Files;
using AgentScaler.Storage.Sqlite;
using AgentScaler.Tools;
using AgentScaler.Training.Stages;
using AgentScaler.Trajectories.Evaluation;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Journeys.Tests.Contract;

/// <summary>
/// A run whose stages are all complete, put into a store by hand: no stage is executed. It has one environment, one dataset and one
/// checkpoint, named as the contract's placeholders are.
/// </summary>
public sealed class CompletedRun : IAsyncLifetime
{
    private const string Id = "run";

    private static readonly ArtifactReference Body = new(new string('0', 64), 0, "text/plain");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentscaler-contract-");

    /// <summary>The paths of the workspace files that the run has.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    public JsonObject Report { get; private set; } = [];

    internal static GraphFigures Graph { get; } = new(0, 0, 0, 0, "leiden", 0, 0, 0, 0, 0);

    public async ValueTask InitializeAsync()
    {
        await using var store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder.FullName, "store.db") }, TimeProvider.System);
        var runs = new RunRepository(store);
        var run = new RunDocument(Id, [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Evaluate, RunStatus.Completed);
        foreach (var stage in Enum.GetValues<PipelineStage>())
        {
            await runs.CompleteAsync(Id, stage, FiguresOf(stage), CancellationToken.None);
        }

        await PutAsync(store, Collections.Graphs, GraphRecord.DocumentId, new GraphRecord(Body, Body));
        await PutAsync(store, Collections.Environments, "domain", Environment(), ("status", EnvironmentDocument.Materialized), ("slug", "SLUG"));
        await PutAsync(store, Collections.Datasets, "NAME", new DatasetDocument("NAME", 1, null, Body, 0, Body, 0, []));
        await PutAsync(store, Collections.Checkpoints, "NAME", Checkpoint());
        await PutAsync(store, Collections.Evaluations, "report", new EvaluationReport(0, 0, 0, [Policy()]));

        Report = await new ReportBuilder(store, runs).BuildAsync(run, CancellationToken.None);
        var files = new RunFiles(store, new FileArtifactStore(_folder.FullName), runs).AllAsync(run, CancellationToken.None);
        Files = await files.Select(file => file.Path).ToListAsync();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What the stage itself reports of its work; the coordinator builds the other sections from documents.</summary>
    private static object? FiguresOf(PipelineStage stage) => stage switch
    {
        PipelineStage.Collect => new CollectionFigures(0, 0, 0, 0, 0, new Dictionary<string, int>(), new Dictionary<string, int>(), 0, [], []),
        PipelineStage.Cluster => Graph,
        PipelineStage.Filter => new
        {
            Funnel = new FunnelSection(0, 0, 0, 0, 0, 0, null!, null!, null!, null!),
            Realism = new RealismSection(null!, null, null, null!, null!, null!),
        },
        _ => null,
    };

    private static EnvironmentDocument Environment()
    {
        var definition = new EnvironmentDefinition("environment", "domain", "SLUG", "Domain", new DatabaseSchema([]), [], [], "");
        var files = EnvironmentFiles.Write(definition, DatabaseState.Parse("{}"), "[]").Keys.ToDictionary(name => name, _ => Body);
        return new EnvironmentDocument("domain", "SLUG", definition.Id, EnvironmentDocument.Materialized, null, files, null);
    }

    private static CheckpointDocument Checkpoint()
    {
        var summary = new TrainingSummary(1, "NAME", 0, 0, 0, 0, 0, 0, null, null, new Dictionary<string, int>(), 0, null, "", 0, "", "");
        return new CheckpointDocument("NAME", 1, new Dictionary<string, ArtifactReference>(), JsonSerializer.SerializeToElement(summary, ContractJson.Options));
    }

    private static PolicyEvaluation Policy() => new(
        "base", "held_out", 0, 0, new Dictionary<string, double>(), new Dictionary<string, ConfidenceInterval>(), new Dictionary<string, double>(),
        new Dictionary<string, double>(), new Dictionary<string, int>());

    private static Task PutAsync<T>(IDocumentStore store, CollectionDefinition collection, string id, T body, params (string, string?)[] indexes) =>
        store.PutIfAbsentAsync(collection, TypedDocuments.Of(Id, id, body, indexes), CancellationToken.None);
}
