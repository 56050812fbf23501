using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentScaler.Gateway.Tests.Api;

public sealed class RunApiTests : IAsyncLifetime
{
    private GatewayApp _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await GatewayApp.StartAsync(Stop);

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_run_is_started_once_however_often_it_is_ordered()
    {
        using var first = await PostAsync(Order());
        using var again = await PostAsync(Order());
        using var other = await PostAsync(Order(options: """{"seed":7}"""));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created), (first.StatusCode, again.StatusCode, other.StatusCode));
        var id = await IdAsync(first);
        Assert.Equal(id, await IdAsync(again));
        Assert.NotEqual(id, await IdAsync(other));
        Assert.Equal($"/api/v1/runs/{id}", first.Headers.Location!.ToString());
        var run = await _gateway.Http.GetFromJsonAsync<JsonObject>($"/api/v1/runs/{id}", Stop);
        Assert.Equal(("running", "filter", "shop.json"), (Text(run!, "status"), Text(run!, "until"), run!["sources"]![0]!.GetValue<string>()));
        Assert.Equal(["collect", "cluster", "materialize", "tasks", "rollout", "filter"], run["stages"]!.AsArray().Select(stage => Text(stage!, "stage")));
        var all = await _gateway.Http.GetFromJsonAsync<JsonObject>("/api/v1/runs", Stop);
        Assert.Equal(2, all!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_later_last_stage_lengthens_a_run_and_an_earlier_one_leaves_it()
    {
        var id = await IdAsync(await PostAsync(Order(until: "collect")));
        Assert.Equal(id, await IdAsync(await PostAsync(Order(until: "tasks"))));
        await PostAsync(Order(until: "cluster"));
        Assert.Equal("tasks", Text((await _gateway.Http.GetFromJsonAsync<JsonObject>($"/api/v1/runs/{id}", Stop))!, "until"));
    }

    [Fact]
    public async Task An_upload_is_named_by_its_content_and_is_a_source()
    {
        using var sent = await _gateway.Http.PostAsync("/api/v1/uploads", new StringContent(GatewayApp.Document), Stop);
        var upload = (await sent.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(GatewayApp.Document))), Text(upload, "id"));
        using var known = await _gateway.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, sent.Headers.Location), Stop);
        using var unknown = await _gateway.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/uploads/" + new string('0', 64)), Stop);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (known.StatusCode, unknown.StatusCode));
        var id = await _gateway.RunAsync($$"""{"sources":[{"upload":"{{Text(upload, "id")}}","name":"shop.yaml"}],"until":"collect"}""", Stop);
        Assert.Equal(["upload:" + Text(upload, "id") + "/shop.yaml"], (await _gateway.Runs.FindAsync(id, Stop))!.Sources);
    }

    [Theory]
    [InlineData("""{"sources":[]}""", "sources")]
    [InlineData("""{"sources":[{}]}""", "exactly one")]
    [InlineData("""{"sources":[{"inline":{},"path":"x"}]}""", "exactly one")]
    [InlineData("""{"sources":[{"inline":{},"name":"../x"}]}""", "name")]
    [InlineData("""{"sources":[{"upload":"../../etc/passwd"}]}""", "upload")]
    [InlineData("""{"sources":[{"path":"../secret"}]}""", "..")]
    [InlineData("""{"sources":[{"path":"/etc/passwd"}]}""", "relative")]
    [InlineData("""{"sources":[{"path":"http://host/x"}]}""", "host")]
    [InlineData("""{"sources":[{"inline":{}}],"until":"lunch"}""", "lunch")]
    [InlineData("""{"sources":[{"inline":{}}],"id":"A/../B"}""", "id")]
    [InlineData("""{"sources":[{"inline":{}}],"untill":"tasks"}""", "untill")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"tasks":{"per_domian":3}}}""", "per_domian")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"tasks":{"per_domain":"three"}}}""", "per_domain")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"rollout":{"mistakes":{"wrong":1}}}}""", "wrong")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"materialize":{"state":"/etc/passwd"}}}""", "materialize.state")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"evaluate":{"tasks":"/etc/passwd"}}}""", "evaluate.tasks")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"collect":{"benchmarks":["/etc"]}}}""", "collect.benchmarks")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"train":{"model":"../../root"}}}""", "train.model")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"train":{"scale":{"command":["sh"]}}}}""", "train.scale")]
    [InlineData("""{"sources":[{"inline":{}}],"options":{"rollout":{"agent_endpoint":{"key_variable":"Storage__MongoDb__Uri"}}}}""", "key_variable")]
    [InlineData("not json", "")]
    public async Task An_order_that_cannot_be_carried_out_is_refused_with_the_place(string body, string named)
    {
        using var response = await PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(named, Text((await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!, "detail"), StringComparison.Ordinal);
        Assert.Empty((await _gateway.Http.GetFromJsonAsync<JsonObject>("/api/v1/runs", Stop))!["items"]!.AsArray());
    }

    [Fact]
    public async Task An_id_is_that_of_one_order()
    {
        using var first = await PostAsync("""{"id":"mine","sources":[{"inline":{"a":1}}],"until":"collect"}""");
        using var other = await PostAsync("""{"id":"mine","sources":[{"inline":{"a":2}}],"until":"collect"}""");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), (first.StatusCode, other.StatusCode));
    }

    [Theory]
    [InlineData("/api/v1/runs/none")]
    [InlineData("/api/v1/runs/none/events")]
    [InlineData("/api/v1/runs/none/report")]
    [InlineData("/api/v1/runs/none/files")]
    [InlineData("/api/v1/runs/none/files/tools.jsonl")]
    [InlineData("/api/v1/runs/none/errors")]
    [InlineData("/api/v1/tasks?run=none")]
    [InlineData("/api/v1/tasks")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/mcp/none")]
    public async Task What_is_not_there_is_said_as_problem_details(string path)
    {
        using var request = new HttpRequestMessage(path.StartsWith("/mcp", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path);
        if (request.Method == HttpMethod.Post)
        {
            request.Headers.Accept.ParseAdd("application/json, text/event-stream");
            request.Content = new StringContent(
                """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
                Encoding.UTF8, "application/json");
        }

        using var response = await _gateway.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Events_end_with_the_run_and_are_resumed_after_the_last_one_seen()
    {
        var id = await _gateway.RunAsync(Order(), Stop);
        using var response = await _gateway.Http.GetAsync($"/api/v1/runs/{id}/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Stop)).EnumerateAsync(Stop))
        {
            events.Add(item);
            if (events.Count == 1)
            {
                await _gateway.Http.DeleteAsync($"/api/v1/runs/{id}", Stop);
            }
        }

        Assert.Equal(("progress", "end"), (events[0].EventType, events[^1].EventType));
        Assert.Equal("cancelled", Text(JsonNode.Parse(events[^1].Data)!, "status"));
        Assert.All(events, item => Assert.NotNull(item.EventId));

        Assert.Equal(HttpStatusCode.NoContent, (await ResumeAsync(id, events[^1].EventId!)).StatusCode);
        using var rest = await ResumeAsync(id, events[0].EventId!);
        Assert.Contains("event: end", await rest.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_goes_on_when_it_is_ordered_again()
    {
        var id = await _gateway.RunAsync(Order(), Stop);
        await _gateway.Http.DeleteAsync($"/api/v1/runs/{id}", Stop);
        Assert.Equal("cancelled", Text((await _gateway.Http.GetFromJsonAsync<JsonObject>($"/api/v1/runs/{id}", Stop))!, "status"));
        await _gateway.RunAsync(Order(), Stop);
        Assert.Equal("running", Text((await _gateway.Http.GetFromJsonAsync<JsonObject>($"/api/v1/runs/{id}", Stop))!, "status"));
    }

    [Fact]
    public async Task The_interface_describes_itself()
    {
        var description = await _gateway.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json", Stop);
        string[] paths =
        [
            "/api/v1/runs", "/api/v1/runs/{id}", "/api/v1/runs/{id}/events", "/api/v1/runs/{id}/report", "/api/v1/runs/{id}/files/{path}", "/api/v1/uploads",
            "/api/v1/domains", "/api/v1/tasks", "/api/v1/trajectories",
        ];
        Assert.Subset(description!["paths"]!.AsObject().Select(path => path.Key).ToHashSet(), paths.ToHashSet());
        Assert.Contains("scalar", await _gateway.Http.GetStringAsync("/scalar/", Stop), StringComparison.OrdinalIgnoreCase);
        using var page = await _gateway.Http.GetAsync("/", Stop);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static string Order(string until = "filter", string options = "{}") =>
        $$"""{"sources":[{"inline":{{GatewayApp.Document}},"name":"shop.json"}],"until":"{{until}}","options":{{options}}}""";

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static async Task<string> IdAsync(HttpResponseMessage response) => Text((await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!, "id");

    private Task<HttpResponseMessage> PostAsync(string body) =>
        _gateway.Http.PostAsync("/api/v1/runs", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

    private async Task<HttpResponseMessage> ResumeAsync(string id, string seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{id}/events");
        request.Headers.Add("Last-Event-ID", seen);
        return await _gateway.Http.SendAsync(request, Stop);
    }
}
