using System.Diagnostics;
using AgentScaler.Storage.Sqlite;

namespace AgentScaler.Storage.Tests;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-store-").FullName;
    private readonly SqliteDocumentStore _store;

    public SqliteDocumentStoreTests() => _store = Open();

    protected override IDocumentStore Store => _store;

    [Fact]
    public async Task Another_opener_reads_what_is_committed_while_the_first_goes_on_writing()
    {
        await using var second = Open();
        for (var i = 0; i < 50; i++)
        {
            await _store.PutIfAbsentAsync(Collections.Tools, Tool($"t{i:d2}", "1"), Stop);
            Assert.Equal(i + 1, await second.CountAsync(Collections.Tools, "run", Stop));
        }
    }

    [Fact]
    public async Task Two_openers_write_at_once_and_nothing_is_lost()
    {
        await using var second = Open();

        await Task.WhenAll(new[] { (Store: _store, Prefix: "a"), (Store: second, Prefix: "b") }.SelectMany(writer => Enumerable.Range(0, 200).Select(
            i => Task.Run(() => writer.Store.PutIfAbsentAsync(Collections.Tools, Tool($"{writer.Prefix}{i:d3}", "1"), Stop), Stop))));

        Assert.Equal(400, await _store.CountAsync(Collections.Tools, "run", Stop));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_reopening_without_closing()
    {
        await _store.PutIfAbsentAsync(Collections.Tools, Tool("a", "kept"), Stop);
        var copy = Path.Combine(_folder, "copy.db");
        File.Copy(Path.Combine(_folder, "store.db"), copy);
        File.Copy(Path.Combine(_folder, "store.db-wal"), copy + "-wal");

        await using var reopened = new SqliteDocumentStore(new SqliteStoreOptions { Path = copy }, Time);

        Assert.Equal("kept", (await reopened.GetAsync(Collections.Tools, "run", "a", Stop))!.Body);
    }

    [Fact]
    public async Task Small_concurrent_writes_share_commits()
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, 5_000, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Stop }, async (i, stop) =>
            await _store.PutIfAbsentAsync(Collections.Verdicts, new Document("run", $"v{i:d5}", "{}", new Dictionary<string, string>()), stop));

        Assert.Equal(5_000, await _store.CountAsync(Collections.Verdicts, "run", Stop));
        TestContext.Current.SendDiagnosticMessage($"{5_000 / clock.Elapsed.TotalSeconds:f0} writes a second");
    }

    [Fact]
    public async Task A_failing_write_fails_alone()
    {
        var broken = new Document("run", "broken", null!, new Dictionary<string, string>());
        var writes = Enumerable.Range(0, 40).Select(i => _store.PutIfAbsentAsync(Collections.Tools, i == 20 ? broken : Tool($"t{i:d2}", "1"), Stop)).ToArray();

        await Assert.ThrowsAnyAsync<Exception>(() => writes[20]);
        await Task.WhenAll(writes.Where((_, i) => i != 20));

        Assert.Equal(39, await _store.CountAsync(Collections.Tools, "run", Stop));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteDocumentStore Open() => new(new SqliteStoreOptions { Path = Path.Combine(_folder, "store.db") }, Time);
}
