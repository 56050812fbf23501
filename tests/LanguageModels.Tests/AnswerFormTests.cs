using AgentScaler.Trajectories;
using static AgentScaler.ScriptedModels.Answers;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.LanguageModels.Tests;

/// <summary>An answer is read by what came, whatever was asked for and whatever its header says.</summary>
public sealed class AnswerFormTests
{
    private const string Words = "Which loan do you mean?";
    private const string First = """{"role":"assistant","content":"Which loan "}""";
    private const string Second = """{"content":"do you mean?"}""";

    private static readonly Dictionary<string, Reply> Forms = new()
    {
        ["a document"] = Message($$"""{"role":"assistant","content":"{{Words}}"}"""),
        ["a document that calls itself a stream"] = Message($$"""{"role":"assistant","content":"{{Words}}"}""") with { ContentType = "text/event-stream" },
        ["a document after a mark of byte order and blank lines"] = new(200, "\ufeff\r\n\n " + Message($$"""{"content":"{{Words}}"}""").Body),
        ["a document over several lines"] = new(200, Message($$"""{"content":"{{Words}}"}""").Body.Replace(",", ",\n  ", StringComparison.Ordinal)),
        ["content in parts"] = Message("""{"content":[{"type":"text","text":"Which loan "},{"type":"text","text":"do you mean?"}]}"""),
        ["a stream"] = Pieces(First, Second),
        ["a stream that calls itself a document"] = Pieces(First, Second) with { ContentType = "application/json" },
        ["a stream without an end mark"] = new(200, Events(First, Second)),
        ["a stream without an end mark, usage last"] =
            new(200, Events(First, Second) + Event("""{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5}}""")),
        ["a stream without a finish reason"] = new(200, Event(Chunk(First)) + Event(Chunk(Second)) + Event("[DONE]")),
        ["lines that end as elsewhere"] = new(200, Pieces(First, Second).Body.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ["lines that end with a return alone"] = new(200, Pieces(First, Second).Body.Replace("\n", "\r", StringComparison.Ordinal)),
        ["no space after the colon"] = new(200, Pieces(First, Second).Body.Replace("data: ", "data:", StringComparison.Ordinal)),
        ["no blank line between events"] = new(200, Pieces(First, Second).Body.Replace("\n\n", "\n", StringComparison.Ordinal)),
        ["comments, names, ids and retries"] =
            new(200, ": hello\n\nretry: 10\nid: 1\nevent: message\n" + Pieces(First, Second).Body) { ContentType = "text/event-stream" },
        ["a comment first and a wrong header"] = new(200, ": OPENROUTER PROCESSING\n\n" + Pieces(First, Second).Body) { ContentType = "text/plain" },
        ["a mark of byte order before the first event"] = new(200, "\ufeff" + Pieces(First, Second).Body) { ContentType = "text/event-stream" },
        ["one value over several lines of data"] =
            new(200, "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"" + Words + "\"},\ndata: \"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"),
        ["an end mark with spaces"] = new(200, Events(First, Second) + "data:  [DONE] \n\n"),
        ["something after the end mark"] = new(200, Pieces(First, Second).Body + "data: {\"choices\":[{\"delta\":{\"content\":\"never\"}}]}\n\n"),
        ["values one a line"] = new(200, $"{Chunk(First)}\n{Chunk(Second)}\n{Finish()}\n") { ContentType = "application/x-ndjson" },
        ["chunks in one list"] = new(200, $"[{Chunk(First)},{Chunk(Second)},{Finish()}]"),
        ["a compressed document"] = Message($$"""{"role":"assistant","content":"{{Words}}"}""") with { Zipped = true },
        ["a compressed stream"] = Pieces(First, Second) with { Zipped = true },
        ["a list of choices that is empty in between"] =
            new(200, Event(Chunk(First)) + Event("""{"choices":[],"prompt_filter_results":[]}""") + Events(Second) + Event("[DONE]")),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var form in Forms.Keys)
        {
            cases.Add(form, true);
            cases.Add(form, false);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_words_arrive_by_one_request(string form, bool stream)
    {
        await using var endpoint = await StartAsync((_, _) => Forms[form]);
        var ledger = new MemoryLedger();
        var client = endpoint.Client(o => o with { Stream = stream });
        Assert.Equal(Words, (await AskAsync()).Message.Content);
        Assert.Equal(Words, (await AskAsync()).Message.Content);
        Assert.Single(endpoint.Requests);

        Task<ChatCompletion> AskAsync() => client.CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", ledger, Stop);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whether_a_stream_is_wanted_stands_in_every_request(bool stream)
    {
        await using var endpoint = await StartAsync((_, _) => Forms["a document"]);
        await endpoint.Client(o => o with { Stream = stream }).CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(stream, endpoint.Requests.Single()["stream"].IsTrue);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_asked_for_again()
    {
        var halves = new[]
        {
            new Reply(200, Event(Chunk(First))),
            new Reply(200, Event(Chunk(First))) { BreaksOff = true },
            new Reply(200, """{"choices":[{"message":{"content":"Which""") { BreaksOff = true },
            new Reply(200, """{"choices":[{"message":{"content":"Which"""),
            new Reply(200, "<html>gateway</html>") { ContentType = "text/html" },
            new Reply(200, ""),
            new Reply(200, "data: [DONE]\n\n"),
            new Reply(200, """{"choices":[{"index":0,"message":null,"finish_reason":"stop"}]}"""),
        };
        await using var endpoint = await StartAsync((n, _) => n < halves.Length ? halves[n] : Forms["a stream"]);
        var answer = await endpoint.Client(o => o with { Retries = halves.Length })
            .CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(Words, answer.Message.Content);
        Assert.Equal(halves.Length + 1, endpoint.Requests.Count);
    }

    [Theory]
    [InlineData("not JSON at all")]
    [InlineData("<html>gateway</html>")]
    [InlineData("")]
    public async Task A_body_of_no_form_is_named_as_such(string body)
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(200, body));
        var failure = await Assert.ThrowsAsync<ModelEndpointException>(
            () => endpoint.Client(o => o with { Retries = 1 }).CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop));
        Assert.Contains("not JSON", failure.Message, StringComparison.Ordinal);
        Assert.Contains(endpoint.Address, failure.Message, StringComparison.Ordinal);

        // Asked for once more, and not again and again by the work that is put back.
        Assert.Equal((false, 2), (failure.Transient, endpoint.Requests.Count));
    }

    [Theory]
    [InlineData("""{"content":null,"tool_calls":{"id":"a","function":{"name":"find","arguments":"{}"}}}""", "'tool_calls' is no list")]
    [InlineData("""{"content":null,"tool_calls":"find"}""", "'tool_calls' is no list")]
    [InlineData("""{"content":42}""", "'content' is neither a text nor a list")]
    [InlineData("""{"content":{"text":"Hi"}}""", "'content' is neither a text nor a list")]
    public async Task A_message_with_members_of_other_types_is_named_with_the_servers_words(string message, string named)
    {
        await using var endpoint = await StartAsync((_, _) => Message(message));
        var failure = await Assert.ThrowsAsync<ModelEndpointException>(
            () => endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Contains(message[..12], failure.Message, StringComparison.Ordinal);
        Assert.Equal((false, 1), (failure.Transient, endpoint.Requests.Count));
    }

    [Theory]
    [InlineData("""{"model":"q","message":{"role":"assistant","content":"Hi"},"done":true}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]}""")]
    public async Task An_answer_of_another_protocol_is_named_at_once(string body)
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(200, body));
        var failure = await Assert.ThrowsAsync<ModelEndpointException>(
            () => endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop));
        Assert.Contains(body[..20], failure.Message, StringComparison.Ordinal);
        Assert.Equal((false, 1), (failure.Transient, endpoint.Requests.Count));
    }

    [Theory]
    [InlineData("""{"role":"assistant","content":null,"refusal":"I can't."}""", "I can't.")]
    [InlineData("""{"role":"assistant","content":[{"type":"refusal","refusal":"I can't."}]}""", "I can't.")]
    [InlineData("""{"role":"assistant","content":"Hi.","refusal":null}""", "Hi.")]
    public async Task A_refusal_is_what_is_said(string message, string words)
    {
        await using var endpoint = await StartAsync((_, _) => Message(message));
        var answer = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(words, answer.Message.Content);
    }

    [Fact]
    public async Task A_thought_that_stands_in_the_text_as_well_counts_once()
    {
        await using var endpoint = await StartAsync((_, _) => Message("""{"content":"Hm.</think>Hi.","reasoning_content":"Hm."}"""));
        var answer = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(("Hm.", "Hi."), (answer.Message.ReasoningContent, answer.Message.Content));
    }

    public static TheoryData<string, string> Cut() => new()
    {
        { """{"content":"Done \ud83d"} {"content":"\ude00 and booked."}""", "Done 😀 and booked." },
        { """{"content":"\ud83d"} {"content":"\ude00"} {"content":"\ud83d"} {"content":"\ude80"}""", "😀🚀" },
        { """{"content":"Cut off \ud83d"}""", "Cut off \ufffd" },
        { """{"content":"\ude00 late"}""", "\ufffd late" },
        { """{"content":"\ud83d"} {"content":" apart "} {"content":"\ude00"}""", "\ufffd apart \ufffd" },
        { """{"content":"tab\tquote\" slash\/ back\\ \u00e9 \ud83d"}""", "tab\tquote\" slash/ back\\ é \ufffd" },
    };

    [Theory]
    [MemberData(nameof(Cut))]
    public async Task Halves_of_a_character_are_joined_and_what_is_cut_is_marked(string pieces, string words)
    {
        var deltas = pieces.Split("} {").Select((piece, i) => (i > 0 ? "{" : "") + piece + (piece.EndsWith('}') ? "" : "}")).ToArray();
        await using var endpoint = await StartAsync((n, _) => n == 0 ? Pieces(deltas) : Message(deltas[0]));
        var ledger = new MemoryLedger();
        var answer = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], null, 0, "s", ledger, Stop);
        Assert.Equal(words, answer.Message.Content);
        await endpoint.Client().CompleteAsync([ChatMessage.User("Hello"), answer.Message, ChatMessage.User("Go on")], null, 0, "s", ledger, Stop);
        Assert.Equal(words, endpoint.Requests.Last()["messages"].AsArray[1]["content"].AsString);
    }

    [Theory]
    [InlineData("""{\"note\":\"half \\ud83d \"}""", """{"note":"half \ufffd "}""")]
    [InlineData("""{\"note\":\"\\ud83d\\ude00\"}""", """{"note":"\ud83d\ude00"}""")]
    [InlineData("""{\"note\":\"\\ude00\\ud83d\"}""", """{"note":"\ufffd\ufffd"}""")]
    [InlineData("""{\"note\":\"\\\\ud83d is text\"}""", """{"note":"\\ud83d is text"}""")]
    public async Task Arguments_hold_no_half_of_a_character(string given, string kept)
    {
        await using var endpoint = await StartAsync((_, _) =>
            Message($$$"""{"content":"a\u0000b","tool_calls":[{"id":"c","type":"function","function":{"name":"note","arguments":"{{{given}}}"}}]}"""));
        var answer = await endpoint.Client().CompleteAsync([ChatMessage.User("Hello")], "[]", 0, "s", new MemoryLedger(), Stop);
        Assert.Equal(kept, answer.Message.ToolCalls![0].Function.Arguments);
    }
}
