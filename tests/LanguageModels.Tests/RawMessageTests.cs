using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using static AgentScaler.ScriptedModels.Answers;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.LanguageModels.Tests;

/// <summary>What a server gave goes back to it as it came.</summary>
public sealed class RawMessageTests
{
    private const string Call = """{"id":"c1","type":"function","function":{"name":"find","arguments":"{}"}}""";
    private const string Signed =
        """{"id":"c1","type":"function","function":{"name":"find","arguments":"{}"},"extra_content":{"google":{"thought_signature":"c2lnbg=="}}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Whole() => new()
    {
        { "reasoning_content", $$"""{"role":"assistant","content":null,"reasoning_content":"One id is enough.","tool_calls":[{{Call}}]}""" },
        { "reasoning", $$"""{"role":"assistant","content":"","reasoning":"One id is enough.","tool_calls":[{{Call}}]}""" },
        { "reasoning_details",
            $$"""{"role":"assistant","content":null,"reasoning":"One.","reasoning_details":[{"type":"reasoning.text","text":"One.","signature":"s==","index":0}],"tool_calls":[{{Call}}]}""" },
        { "extra_content", $$"""{"role":"assistant","content":null,"tool_calls":[{{Signed}}]}""" },
        { "thinking_blocks",
            $$"""{"role":"assistant","content":null,"thinking_blocks":[{"type":"thinking","thinking":"One.","signature":"s=="}],"tool_calls":[{{Call}}]}""" },
        { "never_heard_of", $$"""{"role":"assistant","content":null,"never_heard_of":{"a":[1,2.50,1e3,true,null,"\u00e9"]},"tool_calls":[{{Call}}]}""" },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task A_message_of_a_document_goes_back_whole(string member, string message)
    {
        await using var endpoint = await StartAsync(Demanding(member, (n, _) => n == 0 ? Message(message, "tool_calls") : Says("Done.")));
        Assert.Equal("Done.", (await TalkAsync(endpoint, stream: false)).Message.Content);
        Assert.Equal(Value.Parse(message), endpoint.Requests.Last()["messages"].AsArray[1]);
    }

    public static TheoryData<string, string[], string> InPieces() => new()
    {
        { "reasoning_content",
            ["""{"role":"assistant","reasoning_content":"One id "}""", """{"reasoning_content":"is enough."}""", CallPiece(0, "c1", "find", "{}")],
            "One id is enough." },
        { "reasoning", ["""{"reasoning":"One id "}""", """{"reasoning":"is enough.","content":""}""", CallPiece(0, "c1", "find", "{}")], "One id is enough." },
        {
            "reasoning_details",
            [
                """{"reasoning_details":[{"type":"reasoning.text","text":"One id ","index":0}]}""",
                    """{"reasoning_details":[{"type":"reasoning.text","text":"is enough.","index":0}]}""",
                """{"reasoning_details":[{"type":"reasoning.text","signature":"s==","index":0}]}""", CallPiece(0, "c1", "find", "{}"),
            ],
            """[{"type":"reasoning.text","text":"One id is enough.","index":0,"signature":"s=="}]"""
        },
        { "extra_content", ["{\"tool_calls\":[" + Signed + "]}"], """{"google":{"thought_signature":"c2lnbg=="}}""" },
    };

    [Theory]
    [MemberData(nameof(InPieces))]
    public async Task A_message_of_a_stream_goes_back_put_together(string member, string[] pieces, string whole)
    {
        await using var endpoint = await StartAsync(Demanding(member, (n, _) => n == 0 ? Pieces(pieces) : Says("Done.")));
        await TalkAsync(endpoint, stream: true);
        var sent = endpoint.Requests.Last()["messages"].AsArray[1];
        var found = sent.AsObject.Names.ToArray().Contains(member) ? sent[member] : sent["tool_calls"].AsArray[0][member];
        Assert.Equal(whole, found.IsString ? found.AsString : found.ToJson());
        Assert.Equal("assistant", sent["role"].AsString);
        Assert.DoesNotContain("index", sent["tool_calls"].AsArray[0].AsObject.Names.ToArray());
    }

    [Fact]
    public async Task Thoughts_within_the_content_go_back_but_are_not_said()
    {
        await using var endpoint = await StartAsync((n, _) => n == 0 ? Message("""{"content":"<think>Hm.</think>\nWhich one?"}""") : Says("Done."));
        var answer = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(("Hm.", "Which one?"), (answer.Message.ReasoningContent, answer.Message.Content));
        await endpoint.Client().CompleteAsync([ChatMessage.User("Hello"), answer.Message, ChatMessage.User("That.")], null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal("<think>Hm.</think>\nWhich one?", endpoint.Requests.Last()["messages"].AsArray[1]["content"].AsString);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_its_own_members_is_sent_the_plain_form()
    {
        await using var endpoint =
            await StartAsync((n, _) => n == 0 ? Message($$"""{"content":null,"reasoning_content":"Hm.","tool_calls":[{{Signed}}]}""") : Says("Done."));
        await TalkAsync(endpoint, stream: false, o => o with { ReturnWhole = false });
        var sent = endpoint.Requests.Last()["messages"].AsArray[1];
        Assert.Equal(["content", "role", "tool_calls"], sent.AsObject.Names.ToArray().Order(StringComparer.Ordinal));
        Assert.Equal(["function", "id", "type"], sent["tool_calls"].AsArray[0].AsObject.Names.ToArray().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Thoughts_in_parts_of_the_content_are_thoughts()
    {
        await using var endpoint = await StartAsync((_, _) => Message(
            """{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]},{"type":"text","text":"Which one?"}]}"""));
        var answer = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(("Hm.", "Which one?"), (answer.Message.ReasoningContent, answer.Message.Content));
    }

    private static async Task<ChatCompletion> TalkAsync(ScriptedModels.ScriptedEndpoint endpoint, bool stream,
        Func<EndpointOptions, EndpointOptions>? change = null)
    {
        var client = endpoint.Client(o => (change ?? (same => same))(o with { Stream = stream }));
        var first = await client.CompleteAsync([ChatMessage.User("Hello")], "[]", 0, "s", new MemoryLedger(), Stop);
        return await client.CompleteAsync([ChatMessage.User("Hello"), first.Message, ChatMessage.Tool("c1", "1")], "[]", 0, "s", new MemoryLedger(), Stop);
    }
}
