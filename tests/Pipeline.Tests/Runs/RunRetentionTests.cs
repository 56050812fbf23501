using System.Text.Json;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Storage.Files;
using AgentScaler.Storage.Sqlite;

namespace AgentScaler.Pipeline.Tests.Runs;

/// <summary>A run is deleted with everything that is its own, and nothing that another run has.</summary>
public sealed class RunRetentionTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-retention-").FullName;
    private SqliteDocumentStore _store = null!;
    private FileArtifactStore _artifacts = null!;
    private RunRepository _runs = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _store = new SqliteDocumentStore(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, TimeProvider.System);
        _artifacts = new FileArtifactStore(Path.Combine(_folder, "artifacts"));
        _runs = new RunRepository(_store);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Documents_and_artifacts_of_the_run_go_and_those_that_another_run_uses_stay()
    {
        var (own, shared, fresh) = (await PutAsync("own", old: true), await PutAsync("shared", old: true), await PutAsync("fresh", old: false));
        await RunAsync("old", RunStatus.Completed, own, shared, fresh);
        await RunAsync("other", RunStatus.Running, shared);

        Assert.True(await Retention().DeleteAsync("old", Stop));

        Assert.Null(await _runs.FindAsync("old", Stop));
        Assert.Equal((0, 1),
            (await _store.CountAsync(Collections.Environments, "old", Stop), await _store.CountAsync(Collections.Environments, "other", Stop)));
        Assert.False(await _artifacts.ExistsAsync(own, Stop));
        Assert.True(await _artifacts.ExistsAsync(shared, Stop));
        // Somebody may have put it a moment ago and be about to write the row that points at it.
        Assert.True(await _artifacts.ExistsAsync(fresh, Stop));
    }

    [Fact]
    public async Task A_running_run_is_not_deleted_and_an_unknown_one_is_said_so()
    {
        await RunAsync("running", RunStatus.Running);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Retention().DeleteAsync("running", Stop));
        Assert.False(await Retention().DeleteAsync("nowhere", Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private RunRetention Retention() => new(_store, _artifacts, _runs, TimeProvider.System);

    private async Task<string> PutAsync(string text, bool old)
    {
        var sha256 = (await _artifacts.PutTextAsync(text, "text/plain", Stop)).Sha256;
        if (old)
        {
            File.SetLastWriteTimeUtc(Path.Combine(_folder, "artifacts", sha256[..2], sha256), DateTime.UtcNow - TimeSpan.FromDays(1));
        }

        return sha256;
    }

    private async Task RunAsync(string id, string status, params string[] hashes)
    {
        await _runs.SaveAsync(new RunDocument(id, [], new Dictionary<string, JsonElement>(), 0, PipelineStage.Filter, status), Stop);
        var body = JsonSerializer.Serialize(hashes.Select(sha256 => new ArtifactReference(sha256, 1, "text/plain")));
        await _store.PutIfAbsentAsync(Collections.Environments, new Document(id, "domain", body, new Dictionary<string, string>()), Stop);
    }
}
