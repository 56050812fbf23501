using AgentScaler.Fixtures;
using AgentScaler.Trajectories;

namespace AgentScaler.Judging.Tests;

public sealed class TrajectoryJudgeTests
{
    private const string Kettle = """{"customer_id":"cus_0001","items":[{"sku":"BK-1","quantity":2}]}""";
    private const string Tray = """{"customer_id":"cus_0002","items":[{"sku":"TR-4","quantity":1}]}""";

    private static readonly JudgeOptions Equivalent = new() { ReadOnlyMatch = ReadOnlyMatch.Equivalent };

    public static TheoryData<string> Kinds => ["write", "read_only", "refusal", "failing"];

    [Theory, MemberData(nameof(Kinds))]
    public void The_golden_path_is_accepted(string kind)
    {
        var task = Task(kind);
        var verdict = Judge(task, ShopTasks.Golden(task));
        Assert.True(verdict.Accepted, verdict.Detail);
        Assert.Null(verdict.Reason);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Doing_nothing_is_rejected(string kind) =>
        Assert.False(Judge(Task(kind), new Talk().User("Hello").Say("All done.")).Accepted);

    [Fact]
    public void All_stages_are_recorded_even_behind_the_one_that_fails()
    {
        var verdict = Judge(ShopTasks.Write, new Talk().User("Hello").Call("create_order", Kettle));
        Assert.Equal(FunnelStage.Validity, verdict.Stage);
        Assert.Equal("truncated_ending", verdict.Reason);
        Assert.Equal(new StageOutcomes(false, false, null, null), verdict.Stages);
    }

    [Fact]
    public void Commuting_writes_are_accepted_in_any_order()
    {
        var talk = new Talk().User("Hello").Call("create_order", Tray).Call("create_order", Kettle).Say("Done.");
        Assert.True(Judge(ShopTasks.Write, talk).Accepted);
    }

    [Fact]
    public void A_recovered_tool_error_is_accepted()
    {
        var talk = new Talk().User("Hello").Call("get_order", """{"order_id":999}""").Call("create_order", """{"customer":1}""")
            .Call("create_order", Kettle).Call("create_order", Tray).Say("Done.");
        Assert.True(Judge(ShopTasks.Write, talk).Accepted);
    }

    [Fact]
    public void A_call_that_fault_injection_answered_is_left_out()
    {
        const string fault = """{"error":{"code":"timeout","message":"The service did not answer in time."}}""";
        var talk = new Talk().User("Hello").Call("create_order", Kettle, fault).Call("create_order", Kettle).Call("create_order", Tray).Say("Done.");
        Assert.True(Judge(ShopTasks.Write, talk).Accepted);
    }

    [Theory]
    [InlineData("missing write", "state_mismatch")]
    [InlineData("extra write", "state_mismatch")]
    [InlineData("altered argument", "state_mismatch")]
    [InlineData("collateral change", "state_mismatch")]
    [InlineData("nothing", "unchanged_state")]
    public void A_state_that_differs_from_the_golden_one_is_rejected(string how, string reason)
    {
        var talk = new Talk().User("Hello");
        if (how != "nothing")
        {
            talk.Call("create_order", Kettle);
        }

        if (how is not ("missing write" or "nothing"))
        {
            talk.Call("create_order", how == "altered argument" ? Tray.Replace("cus_0002", "cus_0003", StringComparison.Ordinal) : Tray);
        }

        if (how == "extra write")
        {
            talk.Call("create_order", Tray);
        }

        if (how == "collateral change")
        {
            talk.Call("update_customer", """{"customer_id":"cus_0004","city":"Oslo"}""");
        }

        var verdict = Judge(ShopTasks.Write, talk.Say("Done."));
        Assert.Equal((FunnelStage.StateAlignment, reason), (verdict.Stage!.Value, verdict.Reason));
    }

    [Fact]
    public void A_refusal_that_changes_something_is_rejected()
    {
        var talk = new Talk().User("Hello").Call("get_order", """{"order_id":2}""")
            .Call("set_order_status", """{"order_id":1,"status":"paid"}""").Say("Done.");
        Assert.Equal("changed_state", Judge(ShopTasks.Refusal, talk).Reason);
    }

    [Fact]
    public void Defaults_count_as_given_in_exact_match()
    {
        var talk = new Talk().User("Hello").Call("get_customer", """{"customer_id":"cus_0001"}""").Call("get_order", """{"order_id":1.0}""")
            .Call("list_orders", """{"per_page":3,"page":1,"status":"open"}""").Say("Done.");
        Assert.True(Judge(ShopTasks.ReadOnly, talk).Accepted);
    }

    [Theory]
    [InlineData("12", "other_call", "missing_call")]
    [InlineData("012x", "extra_call", null)]
    [InlineData("021", "other_call", null)]
    [InlineData("102", "other_call", "other_order")]
    [InlineData("01", "missing_call", "missing_call")]
    [InlineData("01w2", "other_call", "changed_state")]
    public void A_task_that_only_reads_needs_its_calls(string order, string exact, string? equivalent)
    {
        var golden = ShopTasks.ReadOnly.GoldenCalls;
        var talk = new Talk().User("Hello");
        foreach (var step in order)
        {
            _ = step switch
            {
                'x' => talk.Call("statistics", "{}"),
                'w' => talk.Call("set_order_status", """{"order_id":7,"status":"paid"}"""),
                _ => talk.Call(golden[step - '0'].Name, golden[step - '0'].Arguments.ToJson()),
            };
        }

        talk.Say("Done.");
        Assert.Equal(exact, Judge(ShopTasks.ReadOnly, talk).Reason);
        Assert.Equal(equivalent, Judge(ShopTasks.ReadOnly, talk, Equivalent).Reason);
    }

    [Theory]
    [InlineData("Ana Silva owes 51.98.", true)]
    [InlineData("ana  silva owes $51.980!", true)]
    [InlineData("Ana Silva owes 51.", false)]
    [InlineData("She owes 51.98.", false)]
    public void Answer_values_are_looked_for_in_what_the_assistant_says(string said, bool found)
    {
        var talk = ShopTasks.Golden(ShopTasks.ReadOnly);
        talk.Messages[^1] = ChatMessage.Assistant(said);
        var verdict = Judge(ShopTasks.ReadOnly, talk);
        Assert.True(verdict.Accepted);
        Assert.Equal(found, verdict.Stages.Answer);
    }

    [Fact]
    public void A_task_of_another_state_is_refused_by_the_judge()
    {
        var task = ShopTasks.Write with { InitialState = "sha256:00" };
        Assert.Throws<ArgumentException>(() => Judge(task, new Talk()));
    }

    private static TaskSpecification Task(string kind) => kind switch
    {
        "write" => ShopTasks.Write,
        "read_only" => ShopTasks.ReadOnly,
        "refusal" => ShopTasks.Refusal,
        _ => ShopTasks.WithFailingCall,
    };

    private static Verdict Judge(TaskSpecification task, Talk talk, JudgeOptions? options = null) =>
        new TrajectoryJudge().Judge(Shop.Compiled, task, talk.Messages, options ?? JudgeOptions.Default);
}
