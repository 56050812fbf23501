using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Sqlite;
using AgentScaler.Training.Jobs;
using AgentScaler.Training.Models;

namespace AgentScaler.Training.Tests.Jobs;

/// <summary>Which checkpoint a name means: the server's own, else the newest run's, else none; and by which names all of them are listed.</summary>
public sealed class CheckpointNamesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private IDocumentStore _store = null!;
    private CheckpointStore _checkpoints = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = _folder["store.db"] }, TimeProvider.System);
        Directory.CreateDirectory(_folder["own/served"]);
        await File.WriteAllTextAsync(_folder["own/served/config.json"], "{}", Stop);
        _checkpoints =
            new CheckpointStore(_store, null!, new RunRepository(_store), new TrainingServiceOptions { Folder = _folder["t"], Checkpoints = _folder["own"] });
        await GivenAsync("workspace", null, "base", "stage1", "served");
        await GivenAsync("morning", Noon.AddHours(-3), "base", "stage2-shop");
        await GivenAsync("evening", Noon.AddHours(6), "base", "stage1");
        await GivenAsync("midnight", Noon.AddHours(12));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(null, "served", null)] // the server's own comes first
    [InlineData(null, "base", "evening")] // the newest run that has one, not the newest run
    [InlineData(null, "stage2-shop", "morning")]
    [InlineData("morning", "base", "morning")]
    [InlineData("nowhere", "base", "nowhere")] // what is named is meant, there or not
    public async Task A_name_without_a_run_means_the_newest_runs(string? run, string policy, string? chosen) =>
        Assert.Equal(chosen, await _checkpoints.ChooseAsync(run, policy, Stop));

    [Fact]
    public async Task Every_checkpoint_is_listed_once_by_the_shortest_name_that_finds_it()
    {
        var served = await _checkpoints.ServedAsync(Stop);
        Assert.Equal(
            ["served", "base", "stage1", "morning/base", "stage2-shop", "workspace/base", "workspace/served", "workspace/stage1"],
            served.Select(checkpoint => checkpoint.Name));
        Assert.Equal(Noon.AddHours(6), served[1].Made);
    }

    [Theory]
    [InlineData("stage1", true)]
    [InlineData("evening/stage1", true)] // listed as stage1, found by its full name too
    [InlineData("evening/stage9", false)]
    [InlineData("nowhere/stage1", false)]
    [InlineData("../stage1", false)]
    [InlineData("stage9", false)]
    public async Task A_checkpoint_is_found_by_its_plain_and_its_full_name(string name, bool there) =>
        Assert.Equal(there ? name : null, (await _checkpoints.FindAsync(name, Stop))?.Name);

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_with_those_at_hand()
    {
        var error = await Assert.ThrowsAsync<CheckpointException>(() => _checkpoints.ChooseAsync(null, "stage9", Stop));
        Assert.Contains("'stage9'; at hand are: served, base, stage1,", error.Message, StringComparison.Ordinal);
    }

    private async Task GivenAsync(string run, DateTimeOffset? requested, params string[] checkpoints)
    {
        var document = new RunDocument(run, [], new Dictionary<string, System.Text.Json.JsonElement>(), 0, PipelineStage.Train,
            RunStatus.Completed)
        { Requested = requested };
        await new RunRepository(_store).SaveAsync(document, Stop);
        foreach (var name in checkpoints)
        {
            var checkpoint = new CheckpointDocument(name, 0, new Dictionary<string, ArtifactReference>(), null);
            await _store.PutIfAbsentAsync(Collections.Checkpoints, TypedDocuments.Of(run, name, checkpoint, ("stage", "0")), Stop);
        }
    }
}
