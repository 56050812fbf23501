using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Fixtures;
using AgentScaler.Standalone;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Journeys.Tests;

/// <summary>The command <c>explain</c> on a workspace in which a verdict, a program's effect and a call are wrong.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly ShopWorkspace _workspace = new(ShopTasks.Write, ShopTasks.ReadOnly);
    private readonly Trajectory _wrong;

    public ExplainTests()
    {
        var talk = new Talk().User("Do it, please.")
            .Call("create_order", """{"customer_id":"cus_0001","items":[{"sku":"BK-1","quantity":3}]}""")
            .Call("create_order", """{"customer_id":"cus_0002","items":[{"sku":"TR-4","quantity":1}]}""")
            .Say("Done.");

        // The planted verdict: it is accepted, though three were ordered where two were asked for.
        _wrong = ShopWorkspace.Trajectory(ShopTasks.Write) with
        {
            Messages = talk.Messages,
            Verdict = new Verdict(true, null, null, "", new StageOutcomes(true, true, null, null)),
        };
        _workspace.Write("trajectories.jsonl", [JsonSerializer.Serialize(_wrong, ContractJson.Options)]);
        File.WriteAllText(Path.Combine(_workspace.Folder, "environments", "shop", "description.json"), """
            {"tools":[{"name":"create_order","does":"create","table":"orders","evidence":["Places an order is read as Create on order."],"change_by":"--overrides: ..."}]}
            """);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_verdict_is_explained_down_to_the_row_the_call_and_the_evidence()
    {
        var (exit, text, _) = await ExplainAsync(_wrong.Id);

        Assert.Equal(0, exit);
        Assert.All(
            (string[])[
                "rejected at state_alignment, state_mismatch",
                "trajectories.jsonl has another: accepted",
                "quantity (exact): 3, golden 2",
                "The first difference: call 0, create_order, beside golden call 1",
                "golden    call 2, the same",
                "Golden calls that no call stands beside",
                "golden 0: get_customer",
                "Places an order is read as Create on order.",
                $"'explain {ShopTasks.Write.Id}'",
            ],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_JSON_it_holds_the_same()
    {
        var json = JsonNode.Parse((await ExplainAsync(_wrong.Id, "--format", "json")).Output)!;
        Assert.Equal(("trajectory", true, false), ((string)json["explains"]!, (bool)json["recorded"]!["accepted"]!, (bool)json["judged"]!["accepted"]!));
        Assert.Equal(0, (int)json["first"]!["call"]!);
        Assert.Equal("create_order", (string)json["look_at"]![0]!["name"]!);
        Assert.Equal("create", (string)json["look_at"]![0]!["inferred"]!["does"]!);
        Assert.Contains(json["differences"]!.AsArray(), d => (string)d!["row"]!["table"]! == "lines"
            && d["row"]!["cells"]!.AsArray().Any(c => (string)c!["column"]! == "quantity"));
    }

    [Fact]
    public async Task A_task_a_tool_and_a_domain_are_explained_by_their_names()
    {
        var task = await ExplainAsync(ShopTasks.ReadOnly.Id);
        var tool = await ExplainAsync("create_order");
        var domain = await ExplainAsync("shop");

        Assert.Contains("/order_id from result", task.Output, StringComparison.Ordinal);
        Assert.Contains("A tool of shop", tool.Output, StringComparison.Ordinal);
        Assert.Contains("does: create", tool.Output, StringComparison.Ordinal);
        Assert.Contains(ShopTasks.Write.Id, tool.Output, StringComparison.Ordinal);
        Assert.Contains("Tasks: read_only 1, write 1", domain.Output, StringComparison.Ordinal);
        Assert.Contains("Verdicts: accepted 1", domain.Output, StringComparison.Ordinal);
        await Assert.AllAsync([ShopTasks.ReadOnly.Id, "create_order", "shop"], async subject =>
            Assert.NotNull(JsonNode.Parse((await ExplainAsync(subject, "--format", "json")).Output)!["explains"]));
    }

    [Fact]
    public async Task A_name_that_the_workspace_does_not_have_is_wrong_usage()
    {
        var (exit, _, error) = await ExplainAsync("nobody");
        Assert.Equal(2, exit);
        Assert.Contains("has no trajectory, task, tool or domain 'nobody'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_of_another_environment_is_said_with_what_to_run()
    {
        var other = ShopTasks.Write with { InitialState = "sha256:" + new string('0', 64) };
        _workspace.Write("tasks.jsonl", [JsonSerializer.Serialize(other, ContractJson.Options)]);
        var (exit, _, error) = await ExplainAsync(_wrong.Id);
        Assert.Equal(2, exit);
        Assert.Contains("The environment was made anew after the task; run 'tasks'", error, StringComparison.Ordinal);
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<(int Exit, string Output, string Error)> ExplainAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await CommandLine.InvokeAsync(["explain", .. args, "--workspace", _workspace.Folder], output, error, Stop);
        return (exit, output.ToString(), error.ToString());
    }
}
