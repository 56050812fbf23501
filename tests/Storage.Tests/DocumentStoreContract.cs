using Microsoft.Extensions.Time.Testing;

namespace AgentScaler.Storage.Tests;

/// <summary>What every adapter of the storage port does; each adapter's test class inherits it.</summary>
public abstract class DocumentStoreContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract IDocumentStore Store { get; }

    protected FakeTimeProvider Time { get; } = new();

    [Fact]
    public async Task A_document_is_read_as_it_was_written()
    {
        var document = Tool("a", "{\"x\":\"ä\\u0000😀\"}", "read");

        Assert.True(await Store.PutIfAbsentAsync(Collections.Tools, document, Stop));
        var read = await Store.GetAsync(Collections.Tools, "run", "a", Stop);

        Assert.Equal(document.Body, read!.Body);
        Assert.Equal("read", read.Indexes["effect"]);
        Assert.Equal(1, read.Version);
        Assert.Null(await Store.GetAsync(Collections.Tools, "run", "b", Stop));
        Assert.Null(await Store.GetAsync(Collections.Tools, "other", "a", Stop));
    }

    [Fact]
    public async Task The_first_write_of_a_key_wins()
    {
        Assert.True(await Store.PutIfAbsentAsync(Collections.Tools, Tool("a", "1"), Stop));
        Assert.False(await Store.PutIfAbsentAsync(Collections.Tools, Tool("a", "2"), Stop));
        Assert.Equal(1, await Store.PutManyIfAbsentAsync(Collections.Tools, [Tool("a", "3"), Tool("b", "4"), Tool("b", "5")], Stop));

        Assert.Equal("1", (await Store.GetAsync(Collections.Tools, "run", "a", Stop))!.Body);
        Assert.Equal("4", (await Store.GetAsync(Collections.Tools, "run", "b", Stop))!.Body);
    }

    [Fact]
    public async Task Concurrent_writers_of_one_key_have_one_winner()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(
            () => Store.PutIfAbsentAsync(Collections.Tools, Tool("one", $"{i}"), Stop), Stop)));

        Assert.Single(outcomes, won => won);
    }

    [Fact]
    public async Task Streams_and_ids_are_in_ordinal_order_and_go_on_after_a_key()
    {
        var ids = Enumerable.Range(0, 700).Select(i => i % 2 == 0 ? $"B{i:d4}" : $"a_{i:d4}").ToArray();
        await Store.PutManyIfAbsentAsync(Collections.Tools, [.. ids.Select(id => Tool(id, "1"))], Stop);
        await Store.PutIfAbsentAsync(Collections.Tools, Tool("z", "1") with { Run = "other" }, Stop);
        Array.Sort(ids, StringComparer.Ordinal);

        Assert.Equal(ids, await Store.IdsAsync(Collections.Tools, "run", Stop));
        Assert.Equal(ids, await IdsOf(Store.StreamAsync(Collections.Tools, "run", null, Stop)));
        Assert.Equal(ids[300..], await IdsOf(Store.StreamAsync(Collections.Tools, "run", ids[299], Stop)));
    }

    [Fact]
    public async Task Ids_in_order_of_an_index_stand_together_by_its_value()
    {
        await Store.PutManyIfAbsentAsync(Collections.Tools, [Tool("c", "1"), Tool("a", "1", "write"), Tool("B", "1"), Tool("d", "1", "unknown")], Stop);
        await Store.PutIfAbsentAsync(Collections.Tools, Tool("z", "1") with { Run = "other" }, Stop);

        Assert.Equal(["B", "c", "d", "a"], await Store.IdsByAsync(Collections.Tools, "run", "effect", Stop));
    }

    [Fact]
    public async Task A_declared_index_answers_queries_and_counts()
    {
        await Store.PutManyIfAbsentAsync(
            Collections.Tools, [.. Enumerable.Range(0, 600).Select(i => Tool($"t{i:d3}", "1", i % 3 == 0 ? "read" : "write")), Tool("none", "1", null)], Stop);

        Assert.Equal(200, (await IdsOf(Store.QueryAsync(Collections.Tools, "run", "effect", "read", Stop))).Count);
        Assert.Equal(
            [("read", 200L), ("write", 400L)],
            (await Store.CountByAsync(Collections.Tools, "run", "effect", Stop)).Select(p => (p.Key, p.Value)).Order());
        Assert.Equal(601, await Store.CountAsync(Collections.Tools, "run", Stop));
        Assert.Equal(0, await Store.CountAsync(Collections.Tools, "other", Stop));
    }

    [Fact]
    public async Task An_undeclared_index_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CountByAsync(Collections.Tools, "run", "body", Stop));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Store.PutIfAbsentAsync(Collections.Tools, new Document("run", "a", "1", new Dictionary<string, string> { ["colour"] = "red" }), Stop));
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_read()
    {
        Assert.True(await Store.CompareAndSetAsync(Collections.Stages, Stage("a", "1", "running"), 0, Stop));
        Assert.False(await Store.CompareAndSetAsync(Collections.Stages, Stage("a", "2", "running"), 0, Stop));
        Assert.True(await Store.CompareAndSetAsync(Collections.Stages, Stage("a", "3", "completed"), 1, Stop));
        Assert.False(await Store.CompareAndSetAsync(Collections.Stages, Stage("a", "4", "running"), 1, Stop));

        var read = await Store.GetAsync(Collections.Stages, "run", "a", Stop);
        Assert.Equal(("3", 2L, "completed"), (read!.Body, read.Version, read.Indexes["status"]));
    }

    [Fact]
    public async Task Counting_up_concurrently_loses_nothing()
    {
        await Store.PutIfAbsentAsync(Collections.Stages, Stage("n", "0", "running"), Stop);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var done = 0; done < 10;)
                {
                    var read = (await Store.GetAsync(Collections.Stages, "run", "n", Stop))!;
                    var next = read with { Body = $"{int.Parse(read.Body, System.Globalization.CultureInfo.InvariantCulture) + 1}" };
                    done += await Store.CompareAndSetAsync(Collections.Stages, next, read.Version, Stop) ? 1 : 0;
                }
            },
            Stop)));

        Assert.Equal("80", (await Store.GetAsync(Collections.Stages, "run", "n", Stop))!.Body);
    }

    [Fact]
    public async Task A_lease_has_one_owner_until_it_is_over()
    {
        await Store.PutIfAbsentAsync(Collections.TrainingJobs, Job("j1", "queued"), Stop);
        await Store.PutIfAbsentAsync(Collections.TrainingJobs, Job("j2", "done"), Stop);
        var minute = TimeSpan.FromMinutes(1);

        var first = await Store.LeaseAsync(Collections.TrainingJobs, "status", "queued", "w1", minute, Stop);
        Assert.Equal("j1", first!.Id);
        Assert.Null(await Store.LeaseAsync(Collections.TrainingJobs, "status", "queued", "w2", minute, Stop));

        Time.Advance(TimeSpan.FromSeconds(50));
        Assert.True(await Store.RenewLeaseAsync(Collections.TrainingJobs, "run", "j1", "w1", minute, Stop));
        Time.Advance(TimeSpan.FromSeconds(50));
        Assert.Null(await Store.LeaseAsync(Collections.TrainingJobs, "status", "queued", "w2", minute, Stop));

        Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("j1", (await Store.LeaseAsync(Collections.TrainingJobs, "status", "queued", "w2", minute, Stop))!.Id);
        Assert.False(await Store.RenewLeaseAsync(Collections.TrainingJobs, "run", "j1", "w1", minute, Stop));
    }

    [Fact]
    public async Task Many_workers_lease_each_job_once()
    {
        await Store.PutManyIfAbsentAsync(Collections.TrainingJobs, [.. Enumerable.Range(0, 20).Select(i => Job($"j{i:d2}", "queued"))], Stop);

        var leased = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(
            () => Store.LeaseAsync(Collections.TrainingJobs, "status", "queued", $"w{i}", TimeSpan.FromMinutes(1), Stop), Stop)));

        Assert.Equal(20, leased.Where(job => job is not null).Select(job => job!.Id).Distinct().Count());
        Assert.Equal(10, leased.Count(job => job is null));
    }

    [Fact]
    public async Task Deleting_touches_one_run_and_one_collection()
    {
        await Store.PutManyIfAbsentAsync(Collections.Tools, [Tool("a", "1"), Tool("b", "1"), Tool("a", "1") with { Run = "other" }], Stop);
        await Store.PutIfAbsentAsync(Collections.Stages, Stage("a", "1", "running"), Stop);

        Assert.True(await Store.DeleteAsync(Collections.Tools, "run", "b", Stop));
        Assert.False(await Store.DeleteAsync(Collections.Tools, "run", "b", Stop));
        await Store.DeleteAsync(Collections.Tools, "run", Stop);

        Assert.Equal(0, await Store.CountAsync(Collections.Tools, "run", Stop));
        Assert.Equal(1, await Store.CountAsync(Collections.Tools, "other", Stop));
        Assert.Equal(1, await Store.CountAsync(Collections.Stages, "run", Stop));
        Assert.True(await Store.PutIfAbsentAsync(Collections.Tools, Tool("a", "again"), Stop));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_comes_back_whole()
    {
        var body = "\"" + new string('x', 1 << 20) + "\"";
        await Store.PutIfAbsentAsync(Collections.Trajectories, new Document("run", "big", body, new Dictionary<string, string>()), Stop);

        Assert.Equal(body, (await Store.GetAsync(Collections.Trajectories, "run", "big", Stop))!.Body);
    }

    protected static Document Tool(string id, string body, string? effect = "read") =>
        new("run", id, body, effect is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["effect"] = effect });

    private static Document Stage(string id, string body, string status) => new("run", id, body, new Dictionary<string, string> { ["status"] = status });

    private static Document Job(string id, string status) => Stage(id, "{}", status);

    private static async Task<List<string>> IdsOf(IAsyncEnumerable<Document> documents)
    {
        var ids = new List<string>();
        await foreach (var document in documents)
        {
            ids.Add(document.Id);
        }

        return ids;
    }
}
