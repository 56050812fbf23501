using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Judging.Explaining;
using AgentScaler.Trajectories;

namespace AgentScaler.Judging.Tests;

public sealed class TrajectoryExplainerTests
{
    private static readonly Verdict Accepted = new(true, null, null, "", new StageOutcomes(true, true, null, null));

    [Fact]
    public void A_golden_conversation_has_every_golden_call_beside_its_own_and_no_difference()
    {
        var explanation = Explain(ShopTasks.Write, ShopTasks.Golden(ShopTasks.Write), Accepted);
        Assert.True(explanation.Judged.Accepted);
        Assert.False(explanation.Contradicted);
        Assert.All(Calls(explanation), call => Assert.True(call is { Agrees: true, Golden.Same: true } && call.Golden.Call == call.Call, $"call {call.Call}"));
        Assert.Empty(explanation.NotMade);
        Assert.Empty(explanation.Differences);
        Assert.Null(explanation.First);
    }

    [Fact]
    public void A_planted_wrong_verdict_is_told_from_the_judges_own()
    {
        var talk = new Talk().User("Do it, please.").Call("get_customer", """{"customer_id":"cus_0001"}""").Say("Done.");
        var explanation = Explain(ShopTasks.Write, talk, Accepted);
        Assert.True(explanation.Contradicted);
        Assert.Equal("unchanged_state", explanation.Judged.Reason);
        Assert.True(explanation.Recorded!.Accepted);
    }

    [Fact]
    public void A_changed_argument_is_named_by_row_column_and_call_though_generated_keys_were_renamed()
    {
        // The two orders come in the other order, so that their made keys are swapped; only one of them has another quantity.
        var talk = new Talk().User("Do it, please.")
            .Call("create_order", """{"customer_id":"cus_0002","items":[{"sku":"TR-4","quantity":1}]}""")
            .Call("create_order", """{"customer_id":"cus_0001","items":[{"sku":"BK-1","quantity":3}]}""")
            .Say("Done.");
        var explanation = Explain(ShopTasks.Write, talk, recorded: null);
        Assert.Equal("state_mismatch", explanation.Judged.Reason);
        Assert.Equal(new DivergingCall(1, 1, "create_order"), explanation.First);
        Assert.Equal("create_order", explanation.Tools[0]);
        Assert.All(explanation.Differences, difference => Assert.Equal((1, 1), (difference.Call, difference.GoldenCall)));
        var line = Assert.Single(explanation.Differences, difference => difference.Row.Table == "lines").Row;
        Assert.Equal(RowDifferenceKind.Changed, line.Kind);
        var quantity = Assert.Single(line.Cells, cell => cell.Column == "quantity");
        Assert.Equal((Equality.Exact, (Value)3, (Value)2), (quantity.Equality, quantity.Final!.Value, quantity.Golden!.Value));
        Assert.DoesNotContain(explanation.Differences.SelectMany(d => d.Row.Cells), cell => cell.Equality != Equality.Exact);
    }

    [Fact]
    public void The_verdict_names_the_tables_of_the_rows_that_are_explained()
    {
        // The orders have other made keys and another time than the golden ones. Neither counts, so no row of them differs.
        var talk = new Talk().User("Do it, please.")
            .Call("create_order", """{"customer_id":"cus_0002","items":[{"sku":"TR-4","quantity":1}]}""")
            .Call("create_order", """{"customer_id":"cus_0001","items":[{"sku":"BK-1","quantity":3}]}""")
            .Say("Done.");
        var explanation = Explain(ShopTasks.Write, talk, recorded: null);
        var tables = explanation.Differences.Select(difference => difference.Row.Table).Distinct();
        Assert.Equal($"the final state differs in {string.Join(", ", tables)}", explanation.Judged.Detail);
        Assert.DoesNotContain("orders", explanation.Judged.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_and_an_extra_write_are_told_apart()
    {
        var talk = new Talk().User("Do it, please.")
            .Call("create_order", """{"customer_id":"cus_0001","items":[{"sku":"BK-1","quantity":2}]}""")
            .Call("create_customer", """{"name":"Eve","email":"eve@example.org"}""")
            .Say("Done.");
        var explanation = Explain(ShopTasks.Write, talk, recorded: null);
        Assert.Contains(explanation.Differences, d => d is { Row: { Table: "orders", Kind: RowDifferenceKind.Missing }, Call: null, GoldenCall: 2 });
        Assert.Contains(explanation.Differences, d => d is { Row: { Table: "customers", Kind: RowDifferenceKind.Extra }, Call: 1, GoldenCall: null });
        Assert.Equal([0, 2], explanation.NotMade.Select(golden => golden.Call));
        Assert.Equal(1, explanation.First?.Call);
    }

    [Fact]
    public void A_result_that_the_replay_contradicts_is_shown_beside_it()
    {
        var talk = new Talk().User("Do it, please.").Call("get_order", """{"order_id":1}""", """{"order_id":1,"status":"lost"}""").Say("It is lost.");
        var explanation = Explain(ShopTasks.ReadOnly, talk, recorded: null);
        var call = Assert.Single(Calls(explanation));
        Assert.False(call.Agrees);
        Assert.Contains("lost", call.Recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("lost", call.Replayed, StringComparison.Ordinal);
        Assert.Equal([0], explanation.ContradictedCalls);
        Assert.Equal("get_order", explanation.Tools[0]);
    }

    [Fact]
    public void In_a_task_that_only_reads_the_first_other_call_is_the_difference()
    {
        var talk = new Talk().User("Do it, please.")
            .Call("get_customer", """{"customer_id":"cus_0001"}""")
            .Call("get_order", """{"order_id":2}""")
            .Say("Done.");
        var explanation = Explain(ShopTasks.ReadOnly, talk, recorded: null);
        Assert.Equal("exact_match", explanation.Judged.Stage is { } stage
            ? System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(stage.ToString())
            : null);
        Assert.Equal(new DivergingCall(1, 1, "get_order"), explanation.First);
        Assert.Equal([2], explanation.NotMade.Select(golden => golden.Call));
    }

    [Fact]
    public void Arguments_that_are_no_JSON_are_shown_as_they_are_and_not_made()
    {
        var talk = new Talk().User("Do it, please.").Call("get_order", "{order 1}", """{"error":{"code":"invalid_arguments","message":"no"}}""").Say("Done.");
        var call = Assert.Single(Calls(Explain(ShopTasks.ReadOnly, talk, recorded: null)));
        Assert.Equal(("{order 1}", null, null), (call.Arguments, call.Replayed, call.Agrees));
    }

    private static IEnumerable<ExplainedCall> Calls(TrajectoryExplanation explanation) => explanation.Turns.SelectMany(turn => turn.Calls);

    private static TrajectoryExplanation Explain(TaskSpecification task, Talk talk, Verdict? recorded) => new TrajectoryExplainer(new TrajectoryJudge())
        .Explain(
        Shop.Compiled, task, ShopWorkspace.Trajectory(task) with { Messages = talk.Messages, Verdict = recorded }, new JudgeOptions());
}
