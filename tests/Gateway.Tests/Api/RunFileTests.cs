using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Tests.Api;

public sealed class RunFileTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayApp.StartAsync(Stop);
        await _gateway.WriteRunAsync("one", ["tool_a", "tool_b"], ["traj_1", "traj_2"], Stop);
        await _gateway.WriteRunAsync("two", ["tool_b", "tool_c"], ["traj_1"], Stop);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Runs_in_one_store_have_their_own_files()
    {
        Assert.Equal("{\"id\":\"tool_a\"}\n{\"id\":\"tool_b\"}\n", await FileAsync("one", "tools.jsonl"));
        Assert.Equal("{\"id\":\"tool_b\"}\n{\"id\":\"tool_c\"}\n", await FileAsync("two", "tools.jsonl"));
        Assert.EndsWith(",\"verdict\":{\"accepted\":true}}\n", await FileAsync("two", "trajectories.jsonl"), StringComparison.Ordinal);
        Assert.Equal(2, (await FileAsync("one", "trajectories.jsonl")).Count(c => c == '\n'));
        Assert.Equal("two", JsonNode.Parse(await FileAsync("two", "report.json"))!["run"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_listed_file_has_the_length_and_hash_that_the_list_says()
    {
        var files = await _gateway.Http.GetFromJsonAsync<JsonArray>("/api/v1/runs/one/files", Stop);
        string[] expected = ["tools.jsonl", "rejected-tools.jsonl", "domains.jsonl", "tasks.jsonl", "trajectories.jsonl", "datasets/splits.json",
            "traces.jsonl", "report.json", "report.html"];
        Assert.Equal(expected, files!.Select(file => file!["path"]!.GetValue<string>()));
        foreach (var file in files!)
        {
            var bytes = await _gateway.Http.GetByteArrayAsync($"/api/v1/runs/one/files/{file!["path"]}", Stop);
            Assert.Equal((file["bytes"]!.GetValue<long>(), file["sha256"]!.GetValue<string>()),
                (bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
    }

    [Theory]
    [InlineData(0, null, "{\"id\":\"tool_a\"}\n{\"id\":\"tool_b\"}\n")]
    [InlineData(7, null, "tool_a\"}\n{\"id\":\"tool_b\"}\n")]
    [InlineData(7, 12, "tool_a")]
    [InlineData(null, 10, "\"tool_b\"}\n")]
    public async Task A_download_is_resumed_by_a_range(int? from, int? to, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs/one/files/tools.jsonl");
        request.Headers.Range = new RangeHeaderValue(from, to);
        using var response = await _gateway.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal(32, response.Content.Headers.ContentRange!.Length);
    }

    [Fact]
    public async Task A_range_of_another_version_is_answered_with_the_whole_file_and_one_beyond_the_end_with_416()
    {
        using var changed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs/one/files/tools.jsonl");
        changed.Headers.Range = new RangeHeaderValue(7, null);
        changed.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"other\""));
        using var whole = await _gateway.Http.SendAsync(changed, Stop);
        Assert.Equal((HttpStatusCode.OK, 32L), (whole.StatusCode, whole.Content.Headers.ContentLength));

        using var beyond = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs/one/files/tools.jsonl");
        beyond.Headers.Range = new RangeHeaderValue(500, null);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await _gateway.Http.SendAsync(beyond, Stop)).StatusCode);

        using var known = new HttpRequestMessage(HttpMethod.Get, "/api/v1/runs/one/files/tools.jsonl");
        known.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _gateway.Http.SendAsync(known, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%2e%2e/agentscaler.db")]
    [InlineData("environments/../agentscaler.db")]
    [InlineData("environments/..%5c..%5cagentscaler.db/state.json")]
    [InlineData("agentscaler.db")]
    [InlineData("/etc/passwd")]
    [InlineData("tools.jsonl/")]
    [InlineData("evaluation.json")]
    public async Task A_path_that_is_no_file_of_the_run_is_not_found(string path)
    {
        using var response = await _gateway.Http.GetAsync("/api/v1/runs/one/files/" + path, Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Documents_come_page_by_page()
    {
        var first = await _gateway.Http.GetFromJsonAsync<JsonObject>("/api/v1/trajectories?run=one&limit=1", Stop);
        Assert.Equal(("traj_1", true), (first!["items"]![0]!["id"]!.GetValue<string>(), first["items"]![0]!["verdict"]!["accepted"]!.GetValue<bool>()));
        var second = await _gateway.Http.GetFromJsonAsync<JsonObject>($"/api/v1/trajectories?run=one&limit=1&after={first["next"]}&domain=shop", Stop);
        Assert.Equal("traj_2", second!["items"]![0]!["id"]!.GetValue<string>());
        Assert.Null(second["next"]);
        using var wrong = await _gateway.Http.GetAsync("/api/v1/trajectories?run=one&limit=0", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private Task<string> FileAsync(string run, string path) => _gateway.Http.GetStringAsync($"/api/v1/runs/{run}/files/{path}", Stop);
}
