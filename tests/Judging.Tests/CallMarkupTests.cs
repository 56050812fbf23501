using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Markup;

namespace AgentScaler.Judging.Tests;

/// <summary>A call that a server left in the text is malformed, in every family's markup; text that speaks of markup is not.</summary>
public sealed class CallMarkupTests
{
    /// <summary>The shop has get_order and statistics; no tool of it is called get_weather.</summary>
    private static readonly string[] Calls =
    [
        "<tool_call>\n{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}\n</tool_call>",
        "<tool_call>{\"name\": \"get_weather\", \"arguments\": {}}</tool_call>",
        "Let me look.\n<tool_call>\n{\"name\": \"get_order\", \"argum",
        "Let me look.<tool_call>{'name': 'get_order', 'arguments': {}}</tool_call>",
        "I will now use <tool_call>{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}</tool_call>",
        "<think>I need the order.</think>\n<tool_call>\n{\"name\": \"get_order\", \"arguments\": {}}\n</tool_call>",
        "<tool_call>\n[{\"name\": \"get_order\", \"arguments\": {}}]",
        "<tool_calls>\n{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}\n</tool_calls>",
        "<tool_calls>[{\"name\": \"get_order\", \"arguments\": {}}]</tool_calls>",
        "<tool_call>\n<function=get_order>\n<parameter=order_id>\n2\n</parameter>\n</function>\n</tool_call>",
        "<function=get_order>\n<parameter=order_id>\n2\n</parameter>\n</function>",
        "<function=get_order>{\"order_id\": 2}</function>",
        "<function=statistics></function>",
        "<seed:tool_call>\n<function=get_order>\n<parameter=order_id>2</parameter>\n</function>\n</seed:tool_call>",
        "<tool_call>get_order\n<arg_key>order_id</arg_key>\n<arg_value>2</arg_value>\n</tool_call>",
        "<tool_call>statistics</tool_call>",
        "get_order\n<arg_key>order_id</arg_key>\n<arg_value>2</arg_value>",
        "<tool_call>get_order<tool_sep>\n<arg_key>order_id</arg_key>",
        "<|python_tag|>{\"name\": \"get_order\", \"parameters\": {\"order_id\": 2}}",
        "<|python_tag|>get_order.call(order_id=2)",
        "<|python_start|>[get_order(order_id=2)]<|python_end|>",
        "[TOOL_CALLS][{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}]",
        "[TOOL_CALLS] [{\"name\": \"get_weather\"}]",
        "[TOOL_CALLS]get_order[ARGS]{\"order_id\": 2}",
        "[TOOL_CALLS]get_order[CALL_ID]abc123456[ARGS]{}",
        "[TOOL_CALLS]get_order{\"order_id\": 2}",
        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>get_order\n```json\n{\"order_id\": 2}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>",
        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>get_order<｜tool▁sep｜>{\"order_id\": 2}<｜tool▁call▁end｜>",
        "<｜DSML｜function_calls>\n<｜DSML｜invoke name=\"get_order\">\n<｜DSML｜parameter name=\"order_id\" string=\"false\">2</｜DSML｜parameter>",
        "<|tool_calls_section_begin|><|tool_call_begin|>functions.get_order:0<|tool_call_argument_begin|>{\"order_id\": 2}<|tool_call_end|><|tool_calls_section_end|>",
        "functions.get_order:0{\"order_id\": 2}",
        "<|open|>tools<|sep|><|open|>call tool=\"get_order\" index=\"1\"<|sep|>",
        "```tool_code\nprint(get_order(order_id=2))\n```",
        "Sure, one moment.\n```tool_code\nget_order(order_id=2)\n```",
        "<|tool_call>call:get_order{order_id:2}<tool_call|>",
        "<start_function_call>call:get_order{order_id:<escape>2<escape>}<end_function_call>",
        "<|channel|>commentary to=functions.get_order <|constrain|>json<|message|>{\"order_id\":2}<|call|>",
        "<|start|>assistant<|channel|>analysis<|message|>Need it.<|end|><|start|>assistant<|channel|>commentary to=functions.get_order<|message|>{}",
        "assistantcommentary to=functions.get_order json{\"order_id\":2}",
        "]<]minimax[>[<tool_call>]<]minimax[>[<invoke name=\"get_order\">",
        "[TOOL_CALL] {\"tool\": \"get_order\", \"args\": {\"order_id\": 2}} [/TOOL_CALL]",
        "[TOOL_CALL]\n{tool => \"get_order\", args => {\n  --order_id 2\n}}\n[/TOOL_CALL]",
        "<minimax:tool_call>\n<invoke name=\"get_order\">\n<parameter name=\"order_id\">2</parameter>\n</invoke>\n</minimax:tool_call>",
        "<function_calls>\n<invoke name=\"get_order\">\n<parameter name=\"order_id\">2</parameter>\n</invoke>\n</function_calls>",
        "<steptml:invoke name=\"get_order\"><steptml:parameter name=\"order_id\">2</steptml:parameter>",
        "<|tool_call|>[{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}]",
        "<function_call> {\"name\": \"get_order\", \"arguments\": {}}",
        "<|START_ACTION|>[\n {\"tool_call_id\": \"0\", \"tool_name\": \"get_order\", \"parameters\": {}}\n]<|END_ACTION|>",
        "Action: ```json\n[\n    {\n        \"tool_name\": \"get_order\",\n        \"parameters\": {}\n    }\n]\n```",
        "functools[{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}]",
        "<|action_start|><|plugin|>\n{\"name\": \"get_order\", \"parameters\": {}}<|action_end|>",
        "<longcat_tool_call>get_order\n<longcat_arg_key>order_id</longcat_arg_key>",
        "<|tool_call_start|>[get_order(order_id=2)]<|tool_call_end|>",
        "<|tools_prefix|>[{\"get_order\": {\"order_id\": 2}}]<|tools_suffix|>",
        "function call<|role_sep|>\n{\"name\": \"get_order\", \"arguments\": {}}",
        "<function_calls>\nget_order(order_id=2)\n</function_calls>",
        "<TOOLCALL>[{\"name\": \"get_order\", \"arguments\": {}}]</TOOLCALL>",
        "<function name=\"get_order\"><param name=\"order_id\">2</param></function>",
        "<tools>\n{\"name\": \"get_order\", \"arguments\": {}}\n</tools>",
        "<|message_model|>get_order<|content_invoke_tool_json|>{\"name\":\"get_order\",\"args\":{}}<|end_message|>",
        ">>>get_order\n{\"order_id\": 2}",
        "✿FUNCTION✿: get_order\n✿ARGS✿: {\"order_id\": 2}",
        "Thought: I need the order.\nAction: get_order\nAction Input: {\"order_id\": 2}",
        "{\"name\": \"get_order\", \"parameters\": {\"order_id\": 2}}",
        "{\"type\": \"function\", \"name\": \"get_order\", \"parameters\": {\"order_id\": 2}}",
        "{\"type\": \"function\", \"function\": {\"name\": \"get_order\", \"arguments\": {}}}",
        "[{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}]",
        "Let me check that.\n{\"name\": \"get_order\", \"parameters\": {\"order_id\": 2}}",
        "```json\n{\"name\": \"get_order\", \"arguments\": {\"order_id\": 2}}\n```",
        "Let me look it up.\n```xml\n<tool_call>\n{\"name\": \"get_order\", \"arguments\": {}}\n</tool_call>\n```",
        "{\"tool_calls\": [{\"id\": \"1\", \"function\": {\"name\": \"get_order\"}}]}",
        "{\"action\": \"get_order\", \"action_input\": {\"order_id\": 2}}",
        "[get_order(order_id=2)]",
        "[get_order(order_id=2), statistics()]",
        "get_order(order_id=2)",
        "```python\nget_order(order_id=2)\n```",
    ];

    /// <summary>What people and assistants say that is no call.</summary>
    private static readonly string[] Words =
    [
        "Your order 2 has been shipped.",
        "The gateway logs show a <tool_call> tag before each request.",
        "<tool_call> is the tag that Hermes models write.",
        "Hermes writes <tool_call>, <tool_response> and their closing tags.",
        "Wrap it in `<tool_call>` and `</tool_call>`.",
        "The words \"<tool_call>\" and \"<|im_end|>\" are marks of a template.",
        "The mark `<|im_start|>` opens a turn, and the mark <|im_end|> closes it.",
        "[TOOL_CALLS] is the token that Mistral writes.",
        "Mistral writes [TOOL_CALLS], Llama writes <|python_tag|>, and both are parsed by the server.",
        "The token <|channel|> separates thoughts from words.",
        "`<｜tool▁calls▁begin｜>` is how DeepSeek begins.",
        "A template holds <function=NAME> where NAME is the tool.",
        "A Hermes model writes calls like this:\n```\n<tool_call>\n{\"name\": \"get_weather\", \"arguments\": {}}\n</tool_call>\n```\nThe server takes them out.",
        "For example `[TOOL_CALLS][{\"name\": \"get_order\"}]` is one.",
        "Action: call the warehouse tomorrow.",
        "Action: none\nNext step: wait.",
        "{\"name\": \"Ana Silva\", \"email\": \"ana@example.org\"}",
        "{\"name\": \"Ana Silva\", \"arguments\": \"none\"}",
        "```json\n{\"name\": \"Widget\", \"parameters\": {\"size\": 2}}\n```",
        "[1, 2, 3]",
        "[BK-1 (2), TR-4 (1)]",
        "I used get_order(2) and it says: shipped.",
        "The tool get_order takes {\"order_id\": 2} as its arguments.",
        "Here is the function:\n```python\ndef total(x):\n    return sum(x)\n```",
        "print(\"hello\")",
        "Use a[i] < b[i] || c |> d, and x <| y.",
        "<b>Done.</b> See <https://example.org/?to=functions>.",
        "1 < 2 and 3 > 2.",
        "Ask for it with <invoke> or with a form.",
        "Tags: <order id=\"2\">, <parameter name=\"x\">.",
        ">>> quoted mail\nThanks!",
        "Привет! <tool_call> — это тег.",
    ];

    /// <summary>Marks of templates that stand for themselves.</summary>
    private static readonly string[] Marks =
    [
        "<tool_call>{}</tool_call>", "Done.<|im_end|>", "<|im_start|>assistant\nDone.", "Done.</tool_call>", "<tool_response>{\"a\":1}</tool_response>",
        "<|channel|>final<|message|>Done.", "Done.<|eot_id|>", "<|start_header_id|>assistant<|end_header_id|>\n\nDone.", "[INST] Do it. [/INST] Done.",
        "<start_of_turn>model\nDone.<end_of_turn>", "Done.<｜end▁of▁sentence｜>", "Done <|endoftext|>",
        "In our protocol <tool_call>{\"name\": ...}</tool_call> stands for a call.",
    ];

    public static TheoryData<string> Called() => [.. Calls];

    public static TheoryData<string> Spoken() => [.. Words];

    public static TheoryData<string> Marked() => [.. Marks];

    [Theory]
    [MemberData(nameof(Called))]
    public void A_call_left_in_the_text_is_malformed(string text) => Assert.Equal("malformed_call", Reason(text));

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Text_that_speaks_of_markup_is_none(string text) => Assert.Null(Reason(text));

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_mark_that_stands_for_itself_is_a_leak(string text) => Assert.Equal("simulation_leak", Reason(text));

    [Fact]
    public void The_python_judge_has_the_same_forms_and_says_the_same_of_every_text()
    {
        var texts = Calls.Concat(Words).Concat(Marks).Concat(Mixed(new Random(5), 400)).ToList();
        var expected = texts.ConvertAll(text => Value.Parse(JsonSerializer.Serialize(Judge(text), ContractJson.Options)).ToCanonicalJson());
        using var folder = new ShopFolder();
        folder.Write("task.json", JsonSerializer.Serialize(ShopTasks.Refusal, ContractJson.Options));
        folder.Write("texts.jsonl", texts.Aggregate(new StringBuilder(), (lines, text) => lines.Append(((Value)text).ToJson()).Append('\n')).ToString());
        var found = folder.Run("""
            import json
            import verify

            task = json.load(open("task.json", encoding="utf-8"))
            print(json.dumps(verify._CALL_SIGNS))
            print(json.dumps([[family, form, offer] for family, form, offer in verify._CALL_FORMS]))
            start = verify.Start(json.load(open("state.json", encoding="utf-8")))
            for line in open("texts.jsonl", encoding="utf-8"):
                messages = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": json.loads(line)}]
                verdict = verify.judge(task, messages, start)
                del verdict["reward"]
                print(verify.canonical(verdict))
            """);

        Assert.Equal(CallFamilies.Signs, Value.Parse(found[0]).AsArray.ToArray().Select(sign => sign.AsString));
        Assert.Equal(
            CallFamilies.All.Select(family => (family.Name, family.Form, family.NeedsOffer)),
            Value.Parse(found[1]).AsArray.ToArray().Select(form => (form.AsArray[0].AsString, form.AsArray[1].AsString, form.AsArray[2].IsTrue)));
        Assert.All(expected.Zip(found.Skip(2)).Zip(texts),
            pair => Assert.True(pair.First.First == pair.First.Second, $"{pair.Second}\n{pair.First.First}\n{pair.First.Second}"));
        Assert.Equal(expected.Count, found.Length - 2);
    }

    [Fact]
    public void Hostile_text_is_judged_in_time_that_grows_with_its_length()
    {
        string[] bits = ["<tool_call>", "`", "```", " ", "\n", "[TOOL_CALLS] x ", "{\"id\":\"", "<arg_key>", "functions.a:1", "word <tool_call>{\"", "(", "[ "];
        foreach (var bit in bits)
        {
            var text = string.Concat(Enumerable.Repeat(bit, 1_000_000 / bit.Length));
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            CallMarkup.Find(text, new HashSet<string> { "get_order" });
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), bit);
        }
    }

    /// <summary>Pieces of all texts, put together at random.</summary>
    private static IEnumerable<string> Mixed(Random random, int count)
    {
        var pieces = Calls.Concat(Words).Concat(Marks).SelectMany(text => new[] { text, text[..(text.Length / 2)], text[(text.Length / 2)..] })
            .Concat(["\n", " ", "`", "```", "\"", "</think>", "<think>", "😀", "\u00a0", "\0", "word ", ", "]).ToArray();
        for (var i = 0; i < count; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
        }
    }

    private static string? Reason(string text) => Judge(text) is { Stages.Validity: false } verdict ? verdict.Reason : null;

    private static Verdict Judge(string text) =>
        new TrajectoryJudge().Judge(Shop.Compiled, ShopTasks.Refusal, [ChatMessage.User("Hello"), ChatMessage.Assistant(text)], JudgeOptions.Default);
}
