using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Filtering.Workspaces;
using AgentScaler.Fixtures;
using AgentScaler.Judging;
using AgentScaler.Tools;

namespace AgentScaler.Filtering.Tests.Workspaces;

/// <summary>Conversations as other stacks write them, and as nobody should: both judges read them alike.</summary>
public sealed class ForeignShapesTests
{
    /// <summary>Texts of arguments and results that parsers like to disagree on.</summary>
    private static readonly string[] Hostile =
    [
        "\ufeff{}", "\u00a0", "\u200b", "\0", "{\"order_id\":NaN}", "{\"order_id\":Infinity}", "{\"order_id\":1e400}", "{\"order_id\":1e0}",
            "{\"order_id\":01}",
        "{\"order_id\":1.0000000000000000001}", "{\"order_id\":9007199254740993}", "{\"order_id\":1152921504606846976}", "{\"order_id\":-0}",
            "{\"order_id\":1,}",
        "{\"order_id\":1}/*c*/", "{\"order_id\":1,\"order_id\":2}", "{\"order\\u005fid\":1}", "{\"order_id\":\"\\ud800\"}", "{\"order_id\":\"\\udc00\\ud800\"}",
        "{\"order_id\":\"\\ud83d\\ude00\"}", "{'order_id':1}", "{\"order_id\":true}", "{\"order_id\":\"١\"}", "{\"order_id\":\"\u0000\"}", "[1]", "null", "1",
            "\"x\"",
        "{\"order_id\":" + new string('[', 70) + new string(']', 70) + "}", "{\"a\":" + new string('9', 400) + "}", "{} {}", "{\"\":1}",
            "{\"__proto__\":1,\"order_id\":1}",
        "{\"order_id\":1,\"ORDER_ID\":2}", "{\"customer_id\":\"cus_0001\u200b\"}", "{\"customer_id\":\"cus_0001\"}", "{\"customer_id\":\"ｃｕｓ_0001\"}",
        "{\"error\":{\"code\":\"timeout\"}}", "{\"error\":{\"code\":\"TIMEOUT\",\"message\":\"x\"}}",
            "{\"\\u0065rror\":{\"c\\u006fde\":\"timeout\",\"message\":\"x\"}}", "{\"error\":\"timeout\"}",
        "{\"error\":{\"code\":[\"timeout\"]}}", "{\"error\":{\"code\":\"timeout\"},\"x\":1}",
    ];

    private static readonly string[] Shapes =
    [
        """[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"function_call":{"name":"get_customer","arguments":"{\"customer_id\":\"cus_0001\"}"}},{"role":"function","name":"get_customer","content":"x"},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","function_call":{"name":"get_customer","arguments":{"customer_id":"nobody"}}},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","function_call":{"name":"f","arguments":"{}"},"tool_calls":[]},{"role":"function","content":"x"},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","function_call":[1]},{"role":"function","content":[{"type":"text","text":"x"}]},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":[{"type":"text","text":"H"},{"type":"text","text":"i"},{"text":5},"x",null]},{"role":"assistant","content":[{"type":"text","text":"As an AI language"},{"type":"text","text":" model"}]}]""",
        """[{"role":"developer","content":"x"},{"role":"user","content":"Hi"},{"role":"assistant","content":" \u200b\u2003\ufeff"}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","content":"a","tool_calls":[{"id":"1","function":{"name":"statistics","arguments":""}},{"id":"1","function":{"name":"statistics","arguments":""}}]},{"role":"tool","tool_call_id":"1","content":"x"},{"role":"tool","tool_call_id":"1","content":"x"},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":"b","function":{"name":"statistics","arguments":"{}"}},{"id":"a","function":{"name":"no_such_tool","arguments":"{}"}}]},{"role":"tool","tool_call_id":"a","content":"{\"error\":{\"code\":\"unknown_tool\",\"message\":\"unknown tool: no_such_tool\"}}"},{"role":"tool","tool_call_id":"b","content":"x"},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":9,"function":{"name":"statistics","arguments":null}},{"function":{"name":7,"arguments":[1]}},5]},{"role":"tool","tool_call_id":9,"content":{"a":1}},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":7,"function":{"name":"get_customer","arguments":{"customer_id":"cus_0001"}}},{"id":8.0,"function":{"name":"no_such_tool","arguments":"{}"}}]},{"role":"tool","tool_call_id":7.0,"content":{"customer_id":"cus_0001"}},{"role":"tool","tool_call_id":8,"content":{"error":{"code":"unknown_tool","message":"unknown tool: no_such_tool"}}},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":-1.5e2,"function":{"name":"no_such_tool","arguments":7}},{"id":true,"function":{"name":"no_such_tool","arguments":true}}]},{"role":"tool","tool_call_id":-150,"content":25.0},{"role":"tool","tool_call_id":"true","content":[]},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":"a","function":{"name":"no_such_tool","arguments":"{}"}}]},{"role":"tool","tool_call_id":"a","content":[{"type":"text","text":"{\"error\":{\"code\":\"unknown_tool\","},{"type":"text","text":"\"message\":\"unknown tool: no_such_tool\"}}"}]},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","content":"Which one?"},{"role":"user","content":"yes, do it"}]""",
        """[{"role":"user","content":"Hi"},{"role":"tool","tool_call_id":"x","content":"y"}]""",
        """[{"role":"system","content":"a"},{"role":"system","content":"b"},{"role":"user","content":"Hi"},{"role":"assistant","content":"Done."}]""",
        """[{"role":"assistant","content":"Done."}]""",
        """[{"role":"USER","content":"Hi"},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":"a","name":"no_such_tool","arguments":{}},{"id":"b","name":"get_customer","arguments":"{\"customer_id\":\"cus_0001\"}"}]},{"role":"tool","tool_call_id":"a","content":"x"},{"role":"tool","tool_call_id":"b","content":"y"},{"role":"assistant","content":"Done."}]""",
        """[{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"text","text":"Wait."},{"type":"tool_use","id":"t1","name":"no_such_tool","input":{}},{"type":"tool_use"}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"{}"}]},{"type":"tool_result"},{"type":"text","text":"Go on"}]},{"role":"assistant","content":"Done."}]""",
        """[null,3,"x",[],{"role":null},{"role":"user"},{"content":"x"}]""",
        "[]",
    ];

    [Fact]
    public void Both_judges_read_every_shape_alike()
    {
        var lines = Shapes.Concat(Hostile.Select(AsArguments)).Concat(Hostile.Select(AsResult))
            .SelectMany(messages => new[] { ShopTasks.Write, ShopTasks.ReadOnly }, (messages, task) => (messages, task)).ToList();
        var judge = new TrajectoryJudge();
        var expected = lines.ConvertAll(line =>
        {
            var trajectory = ForeignTrajectory.Parse($$"""{"id":"x","task":"{{line.task.Id}}","messages":{{line.messages}}}""");
            var verdict = judge.Judge(Shop.Compiled, line.task, trajectory.Messages, JudgeOptions.Default);
            return Value.Parse(JsonSerializer.Serialize(verdict, ContractJson.Options)).ToCanonicalJson();
        });
        using var folder = new ShopFolder();
        folder.Write("cases.jsonl", lines.Aggregate(new StringBuilder(), (text, line) => text
            .Append($$"""{"task":{{JsonSerializer.Serialize(line.task, ContractJson.Options)}},"messages":{{line.messages}}}""").Append('\n')).ToString());

        var found = folder.Run("""
            import json
            import verify

            with open("state.json", encoding="utf-8") as file:
                start = verify.Start(json.load(file))
            for line in open("cases.jsonl", encoding="utf-8"):
                case = json.loads(line)
                verdict = verify.judge(case["task"], case["messages"], start)
                del verdict["reward"]
                print(verify.canonical(verdict))
            """);

        Assert.Equal(expected.Count, found.Length);
        Assert.All(expected.Zip(found).Zip(lines),
            pair => Assert.True(pair.First.First == pair.First.Second, $"{pair.Second.messages}\n{pair.First.First}\n{pair.First.Second}"));
    }

    [Fact]
    public void The_older_function_call_is_judged_as_the_tool_call_that_it_is()
    {
        var messages = ShopTasks.Golden(ShopTasks.ReadOnly).Messages.ConvertAll(message => message switch
        {
            { ToolCalls: [var call] } => Value.Object(("role", "assistant"), ("content", Value.Null),
                ("function_call", Value.Object(("name", call.Function.Name), ("arguments", call.Function.Arguments)))),
            { Role: "tool" } => Value.Object(("role", "function"), ("name", "any"), ("content", message.Content)),
            _ => Value.Object(("role", message.Role), ("content", message.Content)),
        });
        var trajectory = ForeignTrajectory.Parse(Value.Object(("id", "x"), ("task", ShopTasks.ReadOnly.Id), ("messages", Value.From(messages))).ToJson());
        Assert.True(new TrajectoryJudge().Judge(Shop.Compiled, ShopTasks.ReadOnly, trajectory.Messages, JudgeOptions.Default).Accepted);
    }

    private static string AsArguments(string text) => $$$"""
        [{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":"1","function":{"name":"get_order","arguments":{{{Text(text)}}}}}]},{"role":"tool","tool_call_id":"1","content":"x"},{"role":"assistant","content":"Done."}]
        """;

    private static string AsResult(string text) => $$$"""
        [{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[{"id":"1","function":{"name":"create_order","arguments":"{\"customer_id\":\"cus_0001\",\"items\":[{\"sku\":\"BK-1\",\"quantity\":2}]}"}}]},{"role":"tool","tool_call_id":"1","content":{{{Text(text)}}}},{"role":"assistant","content":"Done."}]
        """;

    private static string Text(string text) => ((Value)text).ToJson();
}
