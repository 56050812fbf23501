using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AgentScaler.Contracts.Policy.V1;
using AgentScaler.Standalone;
using Grpc.Health.V1;
using Grpc.Net.Client;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary>A running stack does what the command line does on a workspace, and speaks MCP, gRPC and OpenAI's protocol.</summary>
public sealed class GatewayJourneyTests(ServedRun run, FinishedRun local) : IClassFixture<ServedRun>, IClassFixture<FinishedRun>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_run_on_a_gateway_is_watched_to_its_end_and_summed_up()
    {
        Assert.True(run.Outcome.Exit == 0, run.Outcome.Error);
        Assert.Contains("evaluate: done", run.Outcome.Error, StringComparison.Ordinal);
        Assert.Contains("/files/report.html", run.Outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_files_are_byte_for_byte_those_of_a_workspace()
    {
        Assert.True(run.Pulled.Exit == 0, run.Pulled.Error);
        var here = Files(local.Journey.Workspace);
        var there = Files(run.Workspace);
        var differing = here.Where(file => there.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToList();
        Assert.Empty(differing);
        Assert.True(here.Count > 20, $"only {here.Count} files");
        Assert.Contains("checkpoints/stage1/model.safetensors", there.Keys);
        Assert.Contains("evaluation.json", there.Keys);
        Assert.True(File.Exists(Path.Combine(run.Workspace, "report.html")));
    }

    [Fact]
    public async Task A_pull_continues_mends_and_tidies()
    {
        var folder = run.Stack.Place("again");
        await run.Stack.CommandAsync(["pull", "--run", run.Id, "--workspace", folder], Stop);
        var tools = Path.Combine(folder, "tools.jsonl");
        var whole = await File.ReadAllBytesAsync(tools, Stop);
        // As an interrupted pull leaves it: half of the file under its partial name.
        await File.WriteAllBytesAsync($"{tools}.{Convert.ToHexStringLower(SHA256.HashData(whole))[..12]}.part", whole[..(whole.Length / 2)], Stop);
        File.Delete(tools);
        await File.AppendAllTextAsync(Path.Combine(folder, "tasks.jsonl"), "{}\n", Stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "environments", "left-over.json"), "{}", Stop);

        var outcome = await run.Stack.CommandAsync(["pull", "--run", run.Id, "--workspace", folder], Stop);
        Assert.Equal(0, outcome.Exit);
        Assert.Contains(" 2 of them new", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Files(run.Workspace), Files(folder));
        Assert.Empty(Directory.EnumerateFiles(folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_pulled_workspace_serves_the_commands_that_read_files()
    {
        await using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.InvokeAsync(["environment", "list", "--workspace", run.Workspace], output, TextWriter.Null, Stop));
        Assert.Equal(Slugs().Count, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await using var error = new StringWriter();
        Assert.Equal(2,
            await CommandLine.InvokeAsync(["pull", "--gateway", run.Stack.Url, "--workspace", local.Journey.Workspace], TextWriter.Null, error, Stop));
        Assert.Contains("store of its own", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_and_errors_act_on_the_stack()
    {
        var report = await run.Stack.CommandAsync(["report", "--run", run.Id, "--format", "json"], Stop);
        Assert.Equal(0, report.Exit);
        Assert.Equal(
            local.Journey.Report["funnel"]!["accepted"]!.GetValue<int>(), JsonNode.Parse(report.Output)!["funnel"]!["accepted"]!.GetValue<int>());
        var errors = await run.Stack.CommandAsync(["errors", "list", "--run", run.Id], Stop);
        Assert.Equal((0, ""), (errors.Exit, errors.Output));
        Assert.Contains("no dead work", (await run.Stack.CommandAsync(["errors", "replay", "--run", run.Id], Stop)).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await run.Stack.CommandAsync(["report", "--run", "none"], Stop)).Exit);
    }

    [Fact]
    public async Task The_doctor_finds_every_service_in_one_process()
    {
        var outcome = await run.Stack.CommandAsync(["doctor"], Stop);
        Assert.Equal((0, "ok       agentscaler: gives signs of life"), (outcome.Exit, outcome.Output.TrimEnd()));
    }

    [Fact]
    public async Task A_folder_of_sources_gives_the_tools_that_it_gives_at_home()
    {
        using var home = new Journey();
        var folder = home.Place("apis");
        Directory.CreateDirectory(Path.Combine(folder, "inner"));
        File.Copy(Path.Combine(Journey.Samples, "clinic.openapi.yaml"), Path.Combine(folder, "inner", "clinic.yaml"));
        File.Copy(Path.Combine(Journey.Samples, "airline.functions.jsonl"), Path.Combine(folder, "airline.jsonl"));
        Assert.Equal(0, (await home.CommandAsync(["collect", "--source", folder], Stop)).Exit);
        Assert.Equal(0, (await run.Stack.CommandAsync(["run", "--source", folder, "--until", "collect", "--seed", "5"], Stop)).Exit);
        // Several runs live in one store; the newest is meant where none is named.
        var pulled = run.Stack.Place("folder");
        Assert.Equal(0, (await run.Stack.CommandAsync(["pull", "--workspace", pulled], Stop)).Exit);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(home.Workspace, "tools.jsonl"), Stop),
            await File.ReadAllTextAsync(Path.Combine(pulled, "tools.jsonl"), Stop));
        Assert.False(File.Exists(Path.Combine(pulled, "domains.jsonl")));
    }

    [Fact]
    public async Task Each_MCP_session_is_one_session_of_the_domains_environment()
    {
        var (slug, write) = WriteTask();
        await using var one = await ConnectAsync(slug);
        await using var two = await ConnectAsync(slug);
        var names = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run.Workspace, "environments", slug, "tools.json"), Stop))!.AsArray()
            .Select(tool => tool!["function"]!["name"]!.GetValue<string>()).ToList();
        Assert.Equal(names, (await one.ListToolsAsync(cancellationToken: Stop)).Select(tool => tool.Name));

        foreach (var (call, expected) in write["golden_calls"]!.AsArray().Zip(write["golden_results"]!.AsArray()))
        {
            foreach (var client in new[] { one, two })
            {
                var answer = await CallAsync(client, call!["name"]!.GetValue<string>(), call["arguments"]!.AsObject());
                // Both sessions begin at the initial state, so that both get what the task's own session got.
                Assert.Equal(!expected!["ok"]!.GetValue<bool>(), answer.IsError ?? false);
                var text = JsonNode.Parse(Assert.IsType<TextContentBlock>(answer.Content.Single()).Text);
                Assert.True(JsonNode.DeepEquals(expected["ok"]!.GetValue<bool>()
                    ? expected["result"]
                    : new JsonObject { ["error"] = expected["error"]!.DeepClone() }, text));
            }
        }

        var unknown = await CallAsync(one, "no_such_tool", []);
        Assert.True(unknown.IsError);
        Assert.Contains("unknown_tool", Assert.IsType<TextContentBlock>(unknown.Content.Single()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_answers_in_OpenAIs_form_and_over_gRPC()
    {
        var body = new JsonObject
        {
            ["model"] = $"{run.Id}/stage1",
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "Hello" }),
            ["max_tokens"] = 4,
        };
        using var response = await run.Stack.Http.PostAsJsonAsync("/v1/chat/completions", body, Stop);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(Stop);
        Assert.True(response.IsSuccessStatusCode, answer!.ToJsonString());
        Assert.Equal("assistant", answer["choices"]![0]!["message"]!["role"]!.GetValue<string>());

        using var channel = GrpcChannel.ForAddress(run.Stack.GrpcUrl);
        var health = await new Health.HealthClient(channel)
            .CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: Stop);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        var request = new GenerateRequest { Policy = "stage1", RunId = run.Id, MaxTokens = 4, Messages = { new Message { Role = "user", Content = "Hello" } } };
        var generated = await new PolicyService.PolicyServiceClient(channel).GenerateAsync(request, cancellationToken: Stop);
        Assert.Equal(answer["choices"]![0]!["message"]!["content"]?.GetValue<string>() ?? "", generated.Message.Content);
    }

    [Fact]
    public async Task The_stack_says_that_it_is_ready_and_shows_its_page()
    {
        Assert.Equal(HttpStatusCode.OK, (await run.Stack.Http.GetAsync("/health/live", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await run.Stack.Http.GetAsync("/health/ready", Stop)).StatusCode);
        Assert.Contains("AgentScaler", await run.Stack.Http.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_out_of_its_range_is_refused_before_anything_runs()
    {
        using var content =
            new StringContent("""{"sources":[{"inline":{}}],"options":{"rollout":{"faults":7}}}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await run.Stack.Http.PostAsync("/api/v1/runs", content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Faults is 7", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_out_of_reach_is_exit_code_3_and_no_address_is_2()
    {
        await using var error = new StringWriter();
        Assert.Equal(3, await CommandLine.InvokeAsync(["report", "--gateway", "http://127.0.0.1:9"], TextWriter.Null, error, Stop));
        Assert.Contains("out of reach", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await CommandLine.InvokeAsync(["report", "--gateway", "nowhere"], TextWriter.Null, error, Stop));
    }

    private List<string> Slugs() => [.. Directory.EnumerateDirectories(Path.Combine(run.Workspace, "environments")).Select(path => Path.GetFileName(path))];

    private (string Slug, JsonNode Task) WriteTask()
    {
        var task = File.ReadLines(Path.Combine(run.Workspace, "tasks.jsonl")).Select(line => JsonNode.Parse(line)!)
            .First(task => task["kind"]!.GetValue<string>() == "write");
        return (task["domain"]!.GetValue<string>(), task);
    }

    private Task<McpClient> ConnectAsync(string slug) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri($"{run.Stack.Url}/mcp/{slug}"),
            TransportMode = HttpTransportMode.StreamableHttp
        }), cancellationToken: Stop);

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, JsonObject arguments) =>
        await client.CallToolAsync(tool, arguments.ToDictionary(pair => pair.Key, pair => (object?)pair.Value), cancellationToken: Stop);

    /// <summary>Hashes of a workspace's files as far as filter that name neither the run nor a time.</summary>
    private static SortedDictionary<string, string> Files(string workspace)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(workspace, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(workspace, file).Replace('\\', '/');
            if (!name.StartsWith("artifacts/", StringComparison.Ordinal) && !name.StartsWith("agentscaler.db", StringComparison.Ordinal)
                && name is not ("report.json" or "report.html" or "traces.jsonl"))
            {
                files[name] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return files;
    }
}
