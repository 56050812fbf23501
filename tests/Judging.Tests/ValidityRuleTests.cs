using AgentScaler.Fixtures;
using AgentScaler.Trajectories;

namespace AgentScaler.Judging.Tests;

public sealed class ValidityRuleTests
{
    private const string Order = """{"order_id":2}""";

    [Fact]
    public void A_good_conversation_breaks_no_rule() => Expect(null, Good());

    [Fact]
    public void Parallel_calls_may_be_answered_in_any_order()
    {
        var messages = Good();
        var call = messages[2].ToolCalls![0];
        messages[2] = ChatMessage.Assistant("Let me look.", [call with { Id = "b" }, call with { Id = "a" }]);
        messages[3] = messages[3] with { ToolCallId = "a" };
        messages.Insert(4, messages[3] with { ToolCallId = "b" });
        Expect(null, messages);
    }

    [Fact]
    public void Turns_out_of_order_break_turn_order()
    {
        Expect("turn_order", []);
        Expect("turn_order", [ChatMessage.System("x")]);
        Expect("turn_order", Changed(m => m.RemoveAt(1)));
        Expect("turn_order", Changed(m => m.Insert(2, ChatMessage.User("again"))));
        Expect("turn_order", Changed(m => m.Add(ChatMessage.Assistant("again"))));
        Expect("turn_order", Changed(m => m.Add(ChatMessage.System("late"))));
        Expect("turn_order", Changed(m => m.Add(new ChatMessage("robot", "x"))));
        Expect("turn_order", Changed(m => m.Insert(4, ChatMessage.User("between"))));
    }

    [Fact]
    public void Calls_without_exactly_one_result_break_call_pairing()
    {
        Expect("call_pairing", Changed(m => m.RemoveAt(3)));
        Expect("call_pairing", Changed(m => m.RemoveAt(2)));
        Expect("call_pairing", Changed(m => m.Insert(4, m[3])));
        Expect("call_pairing", Changed(m => m[3] = m[3] with { ToolCallId = "other" }));
        Expect("call_pairing", Changed(m => m[2] = ChatMessage.Assistant(null, [m[2].ToolCalls![0], m[2].ToolCalls![0]])));
        Expect("call_pairing", Changed(m => m[2] = ChatMessage.Assistant(null, [m[2].ToolCalls![0] with { Id = "" }])));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("""{"order_id":NaN}""")]
    [InlineData("""{"order_id":1e400}""")]
    public void Arguments_that_are_no_JSON_object_are_malformed(string arguments) => Expect(
        "malformed_arguments",
        new Talk().User("Hello").Call("get_order", arguments).Call("get_order", Order).Say("No.").Messages);

    [Fact]
    public void Empty_arguments_are_an_empty_object() =>
        Expect(null, new Talk().User("Hello").Call("statistics", "{}").Call("get_order", Order).Say("No.").Messages, m =>
            m[2] = ChatMessage.Assistant(null, [new ChatToolCall("call_0", new ChatFunction("statistics", " \n"))]));

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "refused_calls")]
    public void More_than_ten_refused_calls_are_guessing(int count, string? reason)
    {
        var talk = new Talk().User("Hello").Call("get_order", Order);
        for (var i = 0; i < count; i++)
        {
            talk.Call(i % 2 == 0 ? "get_orders" : "get_order", $$"""{"id":{{i}}}""");
        }

        Expect(reason, talk.Say("No.").Messages);
    }

    [Theory]
    [InlineData("""{"order_id":2}""")]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("""{"error":{"code":"not_found","message":"x"}}""")]
    public void A_tool_message_that_replay_contradicts_is_found(string content) =>
        Expect("contradicted_result", Changed(m => m[3] = m[3] with { Content = content }));

    [Fact]
    public void A_tool_message_may_be_written_in_another_way() =>
        Expect(null, Changed(m => m[3] = m[3] with
        {
            Content = " " + m[3].Content!.Replace(":", " : ", StringComparison.Ordinal)
            .Replace(" : 34.5", ": 3.45e1", StringComparison.Ordinal).Replace("T11 : 30 : 00", "T11:30:00", StringComparison.Ordinal)
        }));

    [Theory]
    [InlineData(1, 4, null)]
    [InlineData(1, 5, "repeated_calls")]
    [InlineData(2, 4, "repeated_calls")]
    public void A_cycle_of_calls_more_than_three_times_over_is_a_loop(int period, int rounds, string? reason)
    {
        // The call that the task needs stands in front and is part of no cycle of two.
        var talk = new Talk().User("Hello").Call("get_order", Order);
        for (var i = 0; i < period * rounds - (period == 1 ? 1 : 0); i++)
        {
            talk.Call("get_order", period == 1 ? """{"order_id":3}""" : i % 2 == 0 ? """{"order_id":3}""" : """{"order_id":1}""");
        }

        Expect(reason, talk.Say("No.").Messages);
    }

    [Fact]
    public void The_same_write_again_gives_another_result_and_is_no_loop()
    {
        var talk = new Talk().User("Hello").Call("get_order", Order);
        for (var i = 0; i < 6; i++)
        {
            talk.Call("create_customer", $$"""{"name":"A","email":"a{{i}}@b"}""");
        }

        Expect(null, talk.Say("No.").Messages);
    }

    [Fact]
    public void Saying_the_same_four_times_in_a_row_is_a_loop()
    {
        var talk = new Talk().User("Hello").Call("get_order", Order).Say("Which one?");
        talk.User("a").Say("Which one?").User("b").Say("Which one?");
        Expect(null, [.. talk.Messages]);
        Expect("repeated_text", talk.User("c").Say("Which one?").Messages);
    }

    [Fact]
    public void Degenerate_text_is_found_by_its_word_sequences()
    {
        var sentence = "the order is on its way to you now ";
        Expect(null, Changed(m => m[^1] = ChatMessage.Assistant(string.Concat(Enumerable.Repeat(sentence, 4)))));
        Expect("repeated_text", Changed(m => m[^1] = ChatMessage.Assistant(string.Concat(Enumerable.Repeat(sentence, 6)))));
    }

    [Fact]
    public void A_conversation_ends_with_words_of_the_assistant()
    {
        Expect("unanswered_user", Changed(m => m.Add(ChatMessage.User("Thanks"))));
        Expect("truncated_ending", Changed(m => m.RemoveAt(4)));
        Expect("empty_ending", Changed(m => m[^1] = ChatMessage.Assistant(" \n")));
        Expect("empty_ending", Changed(m => m[^1] = ChatMessage.Assistant(null)));
    }

    [Theory]
    [InlineData("As an AI language model, I cannot.")]
    [InlineData("###STOP###")]
    [InlineData("<tool_call>{}</tool_call>")]
    public void Words_of_the_simulation_are_found_in_what_is_said(string text)
    {
        Expect("simulation_leak", Changed(m => m[^1] = ChatMessage.Assistant(text)));
        Expect("simulation_leak", Changed(m => m[1] = ChatMessage.User(text)));
        Expect(null, Changed(m => m[0] = ChatMessage.System(text)));
    }

    private static List<ChatMessage> Good() => new Talk().User("Hello").Call("get_order", Order).Say("No.").Messages;

    private static List<ChatMessage> Changed(Action<List<ChatMessage>> change)
    {
        var messages = Good();
        change(messages);
        return messages;
    }

    private static void Expect(string? reason, List<ChatMessage> messages, Action<List<ChatMessage>>? change = null)
    {
        change?.Invoke(messages);
        var verdict = new TrajectoryJudge().Judge(Shop.Compiled, ShopTasks.Refusal, messages, JudgeOptions.Default);
        Assert.Equal((reason is null, reason), (verdict.Stages.Validity, verdict.Stages.Validity ? null : verdict.Reason));
    }
}
