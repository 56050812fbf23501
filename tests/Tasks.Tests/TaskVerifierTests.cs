using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Checks;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Tasks.Tests;

/// <summary>Every check finds what was broken on purpose.</summary>
public sealed class TaskVerifierTests
{
    private static readonly Lazy<TaskSet> Made = new(() => new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions(), 0));

    private static TaskSpecification Write => Made.Value.Tasks.First(t => t.Kind == TaskKind.Write
        && t.GoldenCalls.All(c => c.Expect is null)
        && t.Plan.Any(p => p.Source == "result")
        && t.User.KnownValues.Count > 1);

    private static string? Fault(TaskSpecification task) => new TaskVerifier(ShopDomain.Environment).Fault(task);

    [Fact]
    public void A_task_as_generated_has_no_fault() => Assert.Null(Fault(Write));

    [Fact]
    public void An_altered_result_does_not_replay() =>
        Assert.Equal("replay", Fault(Write with { GoldenResults = [ToolResult.Success("something else"), .. Write.GoldenResults.Skip(1)] }));

    [Fact]
    public void A_task_whose_calls_only_read_is_passed_by_doing_nothing()
    {
        var read = Made.Value.Tasks.First(t => t.Kind == TaskKind.ReadOnly && t.GoldenCalls.All(c => c.Expect is null));
        Assert.Equal("do_nothing", Fault(read with { Kind = TaskKind.Write }));
    }

    [Fact]
    public void A_value_that_nobody_says_cannot_be_found()
    {
        var known = Write.User.KnownValues.Skip(1).ToDictionary(k => k.Key, k => k.Value);
        Assert.Equal("plan", Fault(Write with { User = Write.User with { KnownValues = known } }));
    }

    [Fact]
    public void A_value_that_is_missing_in_the_intent_is_noticed() => Assert.Equal("value_unsaid", Fault(Write with { Intent = "Please do it." }));

    [Fact]
    public void A_tools_name_in_the_intent_is_a_leak() => Assert.Equal("identifier", Fault(Write with { Intent = Write.Intent + " Use find_customers." }));

    [Fact]
    public void A_call_that_nothing_needs_is_noticed()
    {
        var session = ShopDomain.Environment.Open();
        foreach (var call in Write.GoldenCalls)
        {
            session.Call(call.Name, call.Arguments);
        }

        var extra = session.Call("search_products", Value.EmptyObject);
        var padded = Write with
        {
            GoldenCalls = [.. Write.GoldenCalls, new GoldenCall("search_products", Value.EmptyObject)],
            GoldenResults = [.. Write.GoldenResults, extra],
            Steps = Write.Steps + 1,
        };
        Assert.Equal([Write.Steps], Necessity.Unneeded(ShopDomain.Environment, padded));
        Assert.Equal("unneeded_call", Fault(padded));
    }

    [Fact]
    public void A_read_only_task_whose_answer_the_user_told_asks_for_nothing()
    {
        var read = Made.Value.Tasks.First(t => t.Kind == TaskKind.ReadOnly);
        var told = read with
        {
            User = read.User with { KnownValues = new Dictionary<string, Value>(read.User.KnownValues) { ["answer"] = read.AnswerValues[0] } },
            Intent = read.Intent + " " + AgentScaler.Trajectories.Plans.SpokenValue.Of(read.AnswerValues[0]),
        };
        Assert.Contains(Fault(told), new[] { "answer_told", "unneeded_call" });
    }
}
