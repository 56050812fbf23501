using System.Text;
using System.Text.Json.Nodes;
using AgentScaler.Training.Policies;
using CsCheck;

namespace AgentScaler.Training.Tests.Policies;

public class ToolCallAutomatonTests
{
    private static readonly IReadOnlyList<OfferedTool> Tools = OfferedTool.Read(SampleRows.Tools);

    private static bool Accepts(string text, IReadOnlyList<OfferedTool>? tools = null)
    {
        var automaton = new ToolCallAutomaton(tools ?? Tools);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (!automaton.Accept(b))
            {
                return false;
            }
        }

        return automaton.Complete;
    }

    [Theory]
    [InlineData("""{"name": "get_order", "arguments": {"order_id": "W1"}}""")]
    [InlineData("""{"name": "cancel_order", "arguments": {"reason": "no longer needed", "order_id": "é\n\\ 東 \u00e9"}}""")]
    [InlineData("""{"name": "list_orders", "arguments": {}}""")]
    [InlineData("""{"name": "list_orders", "arguments": {"limit": -12.5e+3}}""")]
    public void Calls_of_offered_tools_with_their_parameters_are_accepted(string call) => Assert.True(Accepts($"\n{call}\n"));

    [Theory]
    [InlineData("""{"name": "get_orders", "arguments": {"order_id": "W1"}}""")] // no such tool
    [InlineData("""{"name": "get_order", "arguments": {}}""")] // a required parameter is missing
    [InlineData("""{"name": "get_order", "arguments": {"order": "W1"}}""")] // no such parameter
    [InlineData("""{"name": "get_order", "arguments": {"order_id": "W1", "order_id": "W2"}}""")] // twice
    [InlineData("""{"name": "get_order", "arguments": {"order_id": 1}}""")] // another type
    [InlineData("""{"name": "cancel_order", "arguments": {"order_id": "W1", "reason": "because"}}""")] // outside the enumeration
    [InlineData("""{"name": "list_orders", "arguments": {"limit": 01}}""")]
    [InlineData("""{"name": "list_orders", "arguments": {"limit": 1,}}""")]
    [InlineData("""{"name":"list_orders", "arguments": {}}""")] // not the spacing that is trained
    [InlineData("""{"name": "list_orders", "arguments": {"limit":  1}}""")]
    [InlineData("""{"name": "list_orders", "arguments": {"limit": 1}""")]
    public void Anything_else_is_refused(string call) => Assert.False(Accepts($"\n{call}\n"));

    [Fact]
    public void Nested_values_of_any_kind_are_accepted()
    {
        var tools = OfferedTool.Read("""[{"function":{"name":"f","parameters":{"type":"object","properties":{"a":{},"b":{"type":["array","null"]}}}}}]""");
        Assert.True(
            Accepts("\n{\"name\": \"f\", \"arguments\": {\"a\": {\"x\": [1, {}, [], null, true, \"s\"], \"y\": {\"z\": -0.5}}, \"b\": [[], [{}]]}}\n", tools));
        Assert.True(Accepts("\n{\"name\": \"f\", \"arguments\": {\"b\": null}}\n", tools));
        Assert.False(Accepts("\n{\"name\": \"f\", \"arguments\": {\"b\": {}}}\n", tools));
        Assert.False(Accepts("\n{\"name\": \"f\", \"arguments\": {\"a\": [1, ]}}\n", tools));
        Assert.False(Accepts("\n{\"name\": \"f\", \"arguments\": {\"a\": {\"x\": 1, }}}\n", tools));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_inside_strings()
    {
        var automaton = new ToolCallAutomaton(Tools);
        foreach (var b in "\n{\"name\": \"get_order\", \"arguments\": {\"order_id\": \""u8)
        {
            Assert.True(automaton.Accept(b));
        }
        var (lone, overlong, cut) = (automaton, automaton, automaton);
        Assert.False(lone.Accept(0x80));
        Assert.False(overlong.Accept(0xC0));
        Assert.True(cut.Accept(0xE6));
        Assert.False(cut.Accept((byte)'"'));
    }

    [Theory]
    [InlineData("", """{"name": "get_order", "arguments": {"order_id": ""}}""")]
    [InlineData("""{"name": "li""", """{"name": "list_orders", "arguments": {}}""")]
    [InlineData("""{"name": "list_orders", "arguments": {"limit": -""", """{"name": "list_orders", "arguments": {"limit": -0}}""")]
    [InlineData("""{"name": "list_orders", "arguments": {"limit": 12""", """{"name": "list_orders", "arguments": {"limit": 12}}""")]
    [InlineData("""{"name": "cancel_order", "arguments": {"reason": "o""",
        """{"name": "cancel_order", "arguments": {"reason": "ordered by mistake", "order_id": ""}}""")]
    [InlineData("""{"name": "cancel_order", "arguments": {"order_id": "W1\""",
        """{"name": "cancel_order", "arguments": {"order_id": "W1\"", "reason": "no longer needed"}}""")]
    public void From_wherever_it_stands_a_call_can_be_ended_soon(string begun, string whole)
    {
        var automaton = new ToolCallAutomaton(Tools);
        if (begun.Length > 0)
        {
            foreach (var b in Encoding.UTF8.GetBytes($"\n{begun}"))
            {
                Assert.True(automaton.Accept(b));
            }
        }

        Assert.Equal($"\n{whole}\n", (begun.Length > 0 ? $"\n{begun}" : "") + Encoding.UTF8.GetString(automaton.Ending()));
    }

    [Theory]
    [InlineData("""{"$ref":"#/$defs/Size"}""")]
    [InlineData("""{"$ref":"#/$defs/Alias","description":"The size."}""")]
    [InlineData("""{"$ref":"#size"}""")]
    public void A_referenced_enumeration_is_constrained_like_one_that_stands_in_place(string size)
    {
        var tools = OfferedTool.Read("""
            [{"function":{"name":"f","parameters":{"$ref":"#/$defs/Arguments","$defs":{
              "Arguments":{"type":"object","properties":{"size":SIZE},"required":["size"]},
              "Alias":{"$ref":"#/$defs/Size"},"Size":{"$anchor":"size","type":"string","enum":["small","large"]}}}}}]
            """.Replace("SIZE", size, StringComparison.Ordinal));
        var parameter = Assert.Single(Assert.Single(tools).Parameters!);
        Assert.True(parameter.Required);
        Assert.Equal(["\"small\"", "\"large\""], parameter.Choices!.Select(Encoding.UTF8.GetString));
        Assert.Equal("\""u8.ToArray(), parameter.Starts);
    }

    [Fact]
    public void Wherever_a_random_walk_is_left_its_ending_makes_a_whole_call()
    {
        var tools = OfferedTool.Read("""
            [{"function":{"name":"f","parameters":{"type":"object","required":["b","ab"],"properties":{"a":{},"ab":{"type":["array","null"]},"b":{"enum":["x","xy"]},"abc":{"type":"boolean"}}}}},
             {"function":{"name":"free"}},{"function":{"name":"fr","parameters":{"type":"object"}}}]
            """);
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                var automaton = new ToolCallAutomaton(tools);
                var text = new List<byte>();
                var bytes = Enumerable.Range(0, 256).Select(b => (byte)b).ToArray();
                for (var length = random.Next(120); text.Count < length && !automaton.Complete;)
                {
                    random.Shuffle(bytes);
                    // Ends are favoured, so that the walk gets behind the first text.
                    var next = (random.Next(3) == 0 ? [.. "\"}]"u8, .. bytes] : bytes).First(b =>
                    {
                        var copy = automaton;
                        return copy.Accept(b);
                    });
                    automaton.Accept(next);
                    text.Add(next);
                }

                foreach (var b in automaton.Ending())
                {
                    Assert.True(automaton.Accept(b));
                    text.Add(b);
                }

                Assert.True(automaton.Complete);
                var call = JsonNode.Parse(text.ToArray())!;
                if (call["name"]!.GetValue<string>() == "f")
                {
                    Assert.All(["b", "ab"], name => Assert.True(call["arguments"]!.AsObject().ContainsKey(name)));
                }
            },
            iter: 500, threads: 1);
    }

    [Fact]
    public void Whatever_random_walk_the_grammar_allows_ends_as_JSON_with_the_required_parameters() =>
        Gen.UInt[1, uint.MaxValue].Sample(
            seed =>
            {
                var random = new Random((int)(seed & int.MaxValue));
                var automaton = new ToolCallAutomaton(Tools);
                var text = new List<byte>();
                var alphabet = "\n{}[]\":, abcdefghijklmnopqrstuvwxyz_0123456789.-e\\u\u00e9"u8.ToArray();
                while (!automaton.Complete && text.Count < 4000)
                {
                    // Ends are favoured, so that strings end.
                    byte[] order = random.Next(3) == 0 ? [.. "\"}"u8, .. alphabet] : [.. alphabet.OrderBy(_ => random.Next())];
                    var next = order.First(b =>
                    {
                        var copy = automaton;
                        return copy.Accept(b);
                    });
                    Assert.True(automaton.Accept(next));
                    text.Add(next);
                }

                Assert.True(automaton.Complete);
                var call = JsonNode.Parse(text.ToArray())!;
                var name = call["name"]!.GetValue<string>();
                if (name != "list_orders")
                {
                    Assert.NotNull(call["arguments"]!["order_id"]);
                }
            },
            iter: 200, threads: 1);
}
