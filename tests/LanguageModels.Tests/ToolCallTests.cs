using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using static AgentScaler.ScriptedModels.Answers;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.LanguageModels.Tests;

/// <summary>Where one call ends and the next begins.</summary>
public sealed class ToolCallTests
{
    private const string Ada = """{"who":"Ada"}""";
    private const string Bob = """{"who":"Bob"}""";

    private static readonly Dictionary<string, (string[] Pieces, string[] Calls)> Streams = new()
    {
        ["several calls under one index, each with an id"] =
            ([CallPiece(0, "x", "find", Ada), CallPiece(0, "y", "find", Bob), CallPiece(0, "z", "count", "{}")],
                ["x find " + Ada, "y find " + Bob, "z count {}"]),
        ["several calls without index, each with an id"] =
            ([CallPiece(null, "x", "find", Ada), CallPiece(null, "y", "find", Bob)], ["x find " + Ada, "y find " + Bob]),
        ["several calls without index and id"] =
            ([CallPiece(null, null, "find", Ada), CallPiece(null, null, "find", Bob)], ["call_0 find " + Ada, "call_1 find " + Bob]),
        ["several calls without index and id, the same twice"] =
            ([CallPiece(null, null, "find", Ada), CallPiece(null, null, "find", Ada)], ["call_0 find " + Ada, "call_1 find " + Ada]),
        ["pieces that take turns"] =
            ([CallPiece(0, "x", "find", "{\"who\""), CallPiece(1, "y", "count", ""), CallPiece(0, null, null, ":\"Ada\"}"), CallPiece(1, null, null, "{}")],
                ["x find " + Ada, "y count {}"]),
        ["a name in pieces"] = ([CallPiece(0, "x", "fi", ""), CallPiece(0, "", "nd", null), CallPiece(0, null, null, Ada)], ["x find " + Ada]),
        ["a name that comes after the arguments began"] = ([CallPiece(0, "x", null, "{\"who\":"), CallPiece(0, null, "find", "\"Ada\"}")], ["x find " + Ada]),
        ["a name and an id with every piece"] =
            ([CallPiece(0, "x", "find", "{\"who\""), CallPiece(0, "x", "find", ":\"Ada\"}"), CallPiece(0, "x", "find", "")], ["x find " + Ada]),
        ["another id with every piece but no name"] = ([CallPiece(0, "x", "find", "{\"who\""), CallPiece(0, "x2", null, ":\"Ada\"}")], ["x find " + Ada]),
        ["an id that comes late"] = ([CallPiece(0, null, "find", ""), CallPiece(0, "x", null, Ada)], ["x find " + Ada]),
        ["arguments in single characters"] = ([CallPiece(0, "x", "find", ""), .. Ada.Select(c => CallPiece(0, null, null, c.ToString()))], ["x find " + Ada]),
        ["indices that begin at one"] = ([CallPiece(1, "x", "find", Ada), CallPiece(2, "y", "find", Bob)], ["x find " + Ada, "y find " + Bob]),
        ["one id for two indices"] = ([CallPiece(0, "x", "find", Ada), CallPiece(1, "x", "find", Bob)], ["x find " + Ada, "call_1 find " + Bob]),
        ["several whole calls in one piece under one index"] =
            (["{\"tool_calls\":[" + Inner(CallPiece(0, "x", "find", Ada)) + "," + Inner(CallPiece(0, "y", "find", Bob)) + "]}"],
                ["x find " + Ada, "y find " + Bob]),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names() => [.. Streams.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_stream_gives_the_calls_that_were_made(string name)
    {
        await using var endpoint = await StartAsync((_, _) => Pieces(Streams[name].Pieces));
        var answer = await endpoint.Client(o => o with { Stream = true }).CompleteAsync([ChatMessage.User("Hello")], "[]", 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(Streams[name].Calls, answer.Message.ToolCalls!.Select(call => $"{call.Id} {call.Function.Name} {call.Function.Arguments}"));
        var raw = Value.Parse(answer.Message.Raw!)["tool_calls"].AsArray.ToArray();
        Assert.Equal(Streams[name].Calls,
            raw.Select(call => $"{call["id"].AsString} {call["function"]["name"].AsString} {call["function"]["arguments"].AsString}"));
    }

    [Fact]
    public async Task Arguments_may_be_an_object_and_the_older_form_is_a_call_too()
    {
        await using var endpoint = await StartAsync((n, _) => n == 0
            ? Message($$$"""{"tool_calls":[{"function":{"name":"find","arguments":{{{Ada}}}}}]}""")
            : Message("""{"content":null,"function_call":{"name":"find","arguments":"{}"}}"""));
        var first = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], "[]", 0, "1", new MemoryLedger(), Stop);
        var second = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], "[]", 0, "2", new MemoryLedger(), Stop);
        Assert.Equal(Ada, first.Message.ToolCalls!.Single().Function.Arguments);
        Assert.Equal("find", second.Message.ToolCalls!.Single().Function.Name);
    }

    [Fact]
    public async Task A_document_keeps_calls_apart_whatever_their_index_and_id()
    {
        await using var endpoint = await StartAsync((_, _) => Message(
            "{\"tool_calls\":[" + Inner(CallPiece(0, "x", "find", Ada)) + "," + Inner(CallPiece(0, "x", "find", Ada)) + ","
                + Inner(CallPiece(0, null, "find", "")) + "]}"));
        var answer = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], "[]", 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(["x", "call_1", "call_2"], answer.Message.ToolCalls!.Select(call => call.Id));
    }

    private static string Inner(string piece) => piece["{\"tool_calls\":[".Length..^2];
}
