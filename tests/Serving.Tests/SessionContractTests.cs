using AgentScaler.Contracts.Environments.V1;
using Grpc.Core;

namespace AgentScaler.Serving.Tests;

/// <summary>What holds of a session holds over every protocol: the same suite runs over gRPC and over MCP.</summary>
public sealed class SessionContractTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Protocols => ["grpc", "mcp"];

    [Theory, MemberData(nameof(Protocols))]
    public async Task The_golden_calls_reach_the_golden_state_and_earn_the_reward(string protocol)
    {
        await using var shop = await ServedShop.StartAsync();
        await using var session = await OpenAsync(shop, protocol, task: ServedShop.Task.Id);
        foreach (var call in ServedShop.Task.GoldenCalls)
        {
            Assert.True((await session.CallAsync(call.Name, call.Arguments.ToJson())).Ok);
        }

        Assert.Equal(ServedShop.Task.GoldenState, (await StateAsync(shop, session)).StateHash);
        Assert.Equal(1, (await JudgeAsync(shop, session)).Reward);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_session_that_did_nothing_earns_nothing(string protocol)
    {
        await using var shop = await ServedShop.StartAsync();
        await using var session = await OpenAsync(shop, protocol, task: ServedShop.Task.Id);
        var evaluation = await JudgeAsync(shop, session);
        Assert.Equal((0d, "unchanged_state"), (evaluation.Reward, evaluation.Reason));
    }

    [Fact]
    public async Task Both_protocols_give_every_call_the_same_tool_message()
    {
        await using var shop = await ServedShop.StartAsync();
        await using var grpc = await OpenAsync(shop, "grpc");
        await using var mcp = await OpenAsync(shop, "mcp");
        foreach (var (tool, arguments) in new[]
        {
            ("get_customer", """{"customer_id":"cus_0003"}"""),
            ("get_customer", """{"customer_id":"nobody"}"""),
            ("get_customer", """{"customer_id":7,"more":true}"""),
            ("create_order", """{"customer_id":"cus_0001","items":[{"sku":"BK-1","quantity":2}]}"""),
            ("list_orders", """{}"""),
            ("no_such_tool", """{}"""),
        })
        {
            Assert.Equal(await grpc.CallAsync(tool, arguments), await mcp.CallAsync(tool, arguments));
        }

        Assert.Equal((await StateAsync(shop, grpc)).StateHash, (await StateAsync(shop, mcp)).StateHash);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task Wrong_arguments_and_an_unknown_tool_are_answered_and_change_nothing(string protocol)
    {
        await using var shop = await ServedShop.StartAsync();
        await using var session = await OpenAsync(shop, protocol);
        var before = (await StateAsync(shop, session)).StateHash;
        foreach (var (tool, arguments, code) in new[]
        {
            ("create_order", """{"customer_id":5}""", "invalid_arguments"),
            ("create_order", """{}""", "invalid_arguments"),
            ("fly", """{}""", "unknown_tool"),
        })
        {
            var (ok, message) = await session.CallAsync(tool, arguments);
            Assert.False(ok);
            Assert.Contains($"\"code\":\"{code}\"", message, StringComparison.Ordinal);
        }

        Assert.Equal(before, (await StateAsync(shop, session)).StateHash);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task An_idle_session_leaves_memory_and_goes_on_from_its_log(string protocol)
    {
        await using var shop = await ServedShop.StartAsync();
        await using var session = await OpenAsync(shop, protocol, task: ServedShop.Task.Id);
        await session.CallAsync(ServedShop.Task.GoldenCalls[0].Name, ServedShop.Task.GoldenCalls[0].Arguments.ToJson());
        await session.CallAsync(ServedShop.Task.GoldenCalls[1].Name, ServedShop.Task.GoldenCalls[1].Arguments.ToJson());
        var before = (await StateAsync(shop, session)).StateHash;
        Assert.Equal(1, shop.InMemory);

        shop.Time.Advance(new ServingOptions().Idle + TimeSpan.FromSeconds(1));

        Assert.Equal(0, shop.InMemory);
        Assert.Equal(before, (await StateAsync(shop, session)).StateHash);
        await session.CallAsync(ServedShop.Task.GoldenCalls[2].Name, ServedShop.Task.GoldenCalls[2].Arguments.ToJson());
        Assert.Equal(1, (await JudgeAsync(shop, session)).Reward);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task Beyond_the_limit_the_longest_idle_session_leaves_memory_and_none_is_lost(string protocol)
    {
        await using var shop = await ServedShop.StartAsync(sessions: 2);
        var sessions = new List<ISessionClient>();
        for (var i = 0; i < 3; i++)
        {
            sessions.Add(await GrpcSession.OpenAsync(shop, "", "shop", ""));
        }

        await using var last = await OpenAsync(shop, protocol);
        Assert.Equal(2, shop.InMemory);
        Assert.True((await sessions[0].CallAsync("list_orders", "{}")).Ok);
        Assert.True((await last.CallAsync("list_orders", "{}")).Ok);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task An_unknown_run_domain_or_task_opens_nothing(string protocol)
    {
        await using var shop = await ServedShop.StartAsync();
        foreach (var (run, domain, task) in new[] { ("nowhere", "shop", ""), ("", "nowhere", ""), ("", "shop", "nowhere") })
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(shop, protocol, run, domain, task));
            Assert.True(
                refused is RpcException { StatusCode: StatusCode.NotFound } || refused.ToString().Contains("404", StringComparison.Ordinal),
                $"{protocol}, {run}, {domain}, {task}: {refused}");
        }

        Assert.Equal(0, shop.InMemory);
    }

    [Theory]
    [InlineData("grpc", "", ServedShop.Newer)]
    [InlineData("mcp", "", ServedShop.Newer)]
    [InlineData("grpc", ServedShop.Older, ServedShop.Older)]
    [InlineData("mcp", ServedShop.Older, ServedShop.Older)]
    public async Task An_empty_run_means_the_newest_that_has_the_domain(string protocol, string named, string meant)
    {
        await using var shop = await ServedShop.StartAsync();
        await using var session = await OpenAsync(shop, protocol, named);
        await shop.Client.GetStateAsync(new GetStateRequest { RunId = meant, SessionId = session.Session }, cancellationToken: Stop);
        var other = meant == ServedShop.Newer ? ServedShop.Older : ServedShop.Newer;
        var elsewhere = await Assert.ThrowsAsync<RpcException>(async () =>
            await shop.Client.GetStateAsync(new GetStateRequest { RunId = other, SessionId = session.Session }, cancellationToken: Stop));
        Assert.Equal(StatusCode.NotFound, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("[1]", true)]
    [InlineData("\"all\"", true)]
    [InlineData("7", true)]
    [InlineData("null", false)]
    [InlineData("{}", false)]
    public async Task Arguments_over_MCP_that_are_no_object_are_invalid_parameters(string arguments, bool invalid)
    {
        await using var shop = await ServedShop.StartAsync();
        using var http = new HttpClient { BaseAddress = shop.Http };
        http.DefaultRequestHeaders.Add("Accept", "application/json, text/event-stream");
        using var opened = await http.PostAsync("/mcp/shop", Json(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"""), Stop);
        http.DefaultRequestHeaders.Add("Mcp-Session-Id", opened.Headers.GetValues("Mcp-Session-Id").Single());
        using var noted = await http.PostAsync("/mcp/shop", Json("""{"jsonrpc":"2.0","method":"notifications/initialized"}"""), Stop);
        using var answer = await http.PostAsync("/mcp/shop", Json(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_orders","arguments":GIVEN}}""".Replace("GIVEN", arguments,
                StringComparison.Ordinal)), Stop);
        Assert.Equal(invalid, (await answer.Content.ReadAsStringAsync(Stop)).Contains("\"code\":-32602", StringComparison.Ordinal));

        static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");
    }

    [Fact]
    public void The_settings_that_MCP_had_still_bind()
    {
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Gateway:McpIdle"] = "00:05:00", ["Gateway:McpSessions"] = "7" };
        services.AddServing(configuration);
        using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
        var options =
            Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.Extensions.Options.IOptions<ServingOptions>>(
            provider).Value;
        Assert.Equal((TimeSpan.FromMinutes(5), 7), (options.Idle, options.Sessions));
    }

    private static Task<ISessionClient> OpenAsync(ServedShop shop, string protocol, string run = "", string domain = "shop", string task = "") =>
        protocol == "grpc"
        ? GrpcSession.OpenAsync(shop, run, domain, task)
        : McpSession.OpenAsync(shop, run, domain, task);

    private static async Task<GetStateResponse> StateAsync(ServedShop shop, ISessionClient session) =>
        await shop.Client.GetStateAsync(new GetStateRequest { SessionId = session.Session }, cancellationToken: Stop);

    private static async Task<EvaluateResponse> JudgeAsync(ServedShop shop, ISessionClient session) =>
        await shop.Client.EvaluateAsync(new EvaluateRequest { SessionId = session.Session }, cancellationToken: Stop);
}
