namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Lists of tools as every provider writes them, as they are captured, and as catalogues hold them.</summary>
public sealed class ToolDialectTests
{
    private const string Schema = """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["a"]}""";

    /// <summary>One tool that takes a* and b, in every form.</summary>
    [Theory]
    [InlineData("openai_functions", """[{"type":"function","function":{"name":"lend","description":"Lends.","parameters":SCHEMA}}]""")]
    [InlineData("openai_functions", """[{"type":"function","name":"lend","description":"Lends.","strict":true,"parameters":SCHEMA}]""")]
    [InlineData("openai_functions", """{"model":"m","messages":[],"tools":[{"name":"lend","description":"Lends.","input_schema":SCHEMA}]}""")]
    [InlineData("openai_functions", """[{"type":"custom","name":"lend","description":"Lends.","input_schema":SCHEMA}]""")]
    [InlineData("gemini_functions",
        """{"tools":[{"functionDeclarations":[{"name":"lend","description":"Lends.","parameters":{"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"INTEGER"}},"required":["a"]}}]}]}""")]
    [InlineData("gemini_functions", """{"function_declarations":[{"name":"lend","description":"Lends.","parametersJsonSchema":SCHEMA}]}""")]
    [InlineData("bedrock_tools",
        """{"toolConfig":{"tools":[{"toolSpec":{"name":"lend","description":"Lends.","inputSchema":{"json":SCHEMA}}},{"cachePoint":{"type":"default"}}]}}""")]
    [InlineData("openai_functions",
        """{"functionSchema":{"functions":[{"name":"lend","description":"Lends.","parameters":{"a":{"type":"string","required":true},"b":{"type":"integer","required":false}}}]}}""")]
    [InlineData("cohere_tools",
        """{"tools":[{"name":"lend","description":"Lends.","parameter_definitions":{"a":{"type":"str","required":true},"b":{"type":"int"}}}]}""")]
    [InlineData("langchain_tools",
        """[{"name":"lend","description":"Lends.","args":{"a":{"title":"A","type":"string"},"b":{"type":"integer","default":1}}}]""")]
    [InlineData("langchain_tools", """[{"name":"lend","description":"Lends.","args_schema":SCHEMA}]""")]
    [InlineData("llamaindex_tools", """{"tools":[{"name":"lend","description":"Lends.","fn_schema":SCHEMA}]}""")]
    [InlineData("smolagents_tools",
        """{"tools":{"lend":{"description":"Lends.","inputs":{"a":{"type":"string","description":"A."},"b":{"type":"integer","nullable":true}},"output_type":"string"}}}""")]
    [InlineData("openai_functions",
        """[{"name":"lend","description":"Lends.","parameters":{"a":{"type":"str","description":"A."},"b":{"type":"int, optional"}}}]""")]
    [InlineData("mcp", """{"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"lend","description":"Lends.","inputSchema":SCHEMA}]}}""")]
    [InlineData("mcp",
        """{"name":"shop","description":"A server.","version":"1","manifest":{"tools":[{"name":"lend","description":"Lends.","inputSchema":SCHEMA}]}}""")]
    [InlineData("mcp", """{"tools":{"lend":{"description":"Lends.","inputSchema":SCHEMA}}}""")]
    public async Task A_tool_in_every_form(string format, string text)
    {
        var collected = await Collected.FromAsync(("list.json", text.Replace("SCHEMA", Schema, StringComparison.Ordinal)));
        var tool = collected.Only;
        Assert.Equal(("lend", "Lends.", format), (tool.Name, tool.Description, tool.Source.Format));
        Assert.Equal(["a", "b"], tool.ParameterNames());
        Assert.Equal(["a"], tool.RequiredNames());
        Assert.Equal("string", tool.Parameter("a").Type());
        Assert.Contains("integer", tool.Parameter("b").Type(), StringComparison.Ordinal);
        Assert.Equal(1, collected.Summary.Operations);
    }

    [Theory]
    [InlineData("""{"type":"custom","name":"grep","description":"Searches.","format":{"type":"text"}}""", "Free text.")]
    [InlineData("""{"type":"custom","custom":{"name":"grep","description":"Searches.","format":{"type":"grammar","definition":"start: WORD"}}}""",
        "Text in the grammar: start: WORD")]
    public async Task A_tool_of_free_text_takes_text_and_not_nothing(string item, string description)
    {
        var tool = (await Collected.FromAsync(("list.json", $"[{item}]"))).Only;
        Assert.Equal(["input"], tool.RequiredNames());
        Assert.Equal(description, tool.Parameter("input").GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("""{"type":"web_search"}""", "hosted_tool")]
    [InlineData("""{"type":"mcp","server_label":"x","server_url":"https://x.test"}""", "hosted_tool")]
    [InlineData("""{"type":"computer_20250124","name":"computer","display_width_px":100}""", "hosted_tool")]
    [InlineData("""{"codeExecution":{}}""", "hosted_tool")]
    [InlineData("""{"type":"function","function":{"description":"Nameless."}}""", "no_name")]
    [InlineData("""{"name":"odd","description":"Odd.","parameters":"a, b"}""", "parameters_not_understood")]
    [InlineData("""{"name":"odd","description":"Odd.","parameters":{"fields":"a, b"}}""", "parameters_not_understood")]
    [InlineData("\"just text\"", "malformed_operation")]
    public async Task What_is_no_tool_of_ours_is_counted_with_its_reason(string item, string reason)
    {
        var collected = await Collected.FromAsync(("list.json", $$"""{"tools":[{"type":"function","name":"good","parameters":{{Schema}}},{{item}}]}"""));
        Assert.Equal((2, "good", reason), (collected.Summary.Operations, collected.Only.Name, Assert.Single(collected.Rejected).Reason));
    }

    [Theory]
    [InlineData("""{"functionDeclarations":[{"name":"now","description":"Tells the time."}]}""", 1)]
    [InlineData("""{"tools":[{"type":"function","function":{"name":"now","description":"Tells the time."}}]}""", 1)]
    [InlineData("""{"functions":[{"name":"now","description":"Tells the time."}]}""", 1)]
    [InlineData("""{"server":"s","tools":[{"name":"now","description":"Tells the time."}]}""", 0)]
    [InlineData("""{"tools":[{"name":"now","description":"Tells the time."},{"name":"x","inputSchema":{"type":"object","properties":{"a":{}}}}]}""", 1)]
    [InlineData("""{"server":"s","tools":[{"name":"now","description":"Tells the time.","inputSchema":null}]}""", 1)]
    [InlineData("""{"name":"now","description":"Tells the time."}""", 0)]
    [InlineData("""[{"name":"now","description":"Tells the time."}]""", 0)]
    [InlineData("""{"name":"my-app","description":"An app.","version":"1.0.0","scripts":{},"dependencies":{"x":"1"}}""", 0)]
    [InlineData("""{"name":"me/app","description":"An app.","require":{"php":"8"}}""", 0)]
    public async Task A_name_and_a_description_are_a_function_only_in_a_list_of_functions(string text, int tools) =>
        Assert.Equal(tools, (await Collected.FromAsync(("x.json", text))).Tools.Count);

    private const string Page1 =
        """{"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"sow","description":"Sows.","inputSchema":{"type":"object","properties":{"bed":{"type":"string"}}}}],"nextCursor":"2"}}""";
    private const string Page2 =
        """{"jsonrpc":"2.0","id":2,"result":{"tools":[{"name":"water","description":"Waters.","inputSchema":{"type":"object","properties":{"bed":{"type":"string"}}}}]}}""";

    public static TheoryData<string, string> Captures() => new()
    {
        { "an array of pages", $"[{Page1},\n{Page2}]" },
        { "pages one after another", $"{Page1}\n{Page2}\n" },
        { "pretty pages one after another", Page1.Replace("{\"jsonrpc\"", "{\n  \"jsonrpc\"", StringComparison.Ordinal) + "\n"
            + Page2.Replace("{\"jsonrpc\"", "{\n  \"jsonrpc\"", StringComparison.Ordinal) },
        { "a stream of events", $"event: message\nid: 1\ndata: {Page1}\n\nevent: message\ndata: {Page2}\n\ndata: [DONE]\n\n" },
        { "a stream of events with data over lines",
            $"data: {Page1.Replace(",\"result\"", ",\ndata: \"result\"", StringComparison.Ordinal)}\r\n\r\n: ping\r\ndata:{Page2}\r\n" },
        { "a log", $"2026-01-01 10:00:00 INFO connected\n2026-01-01 10:00:01 <-- {Page1}\nwaiting\n[debug] {Page2}\n" },
        { "a log that begins with a bracket", $"[10:00:00] connected\n[10:00:01] <-- {Page1}\n[10:00:02] <-- {Page2}\n" },
        { "a request and its answer", $$"""[{"request":{"method":"tools/list"},"response":{{Page1}}},{"response":{{Page2}}}]""" },
    };

    [Theory]
    [MemberData(nameof(Captures))]
    public async Task Captured_lists_are_read_page_by_page(string capture, string text)
    {
        var collected = await Collected.FromAsync(("capture.txt", text));
        Assert.True(collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal).SequenceEqual(["sow", "water"]), capture);
        Assert.Empty(collected.Summary.Failures);
    }

    [Theory]
    [InlineData("""{"mcpServers":{"attic":{"command":"x","tools":[TOOL]},"cellar":{"url":"https://c.test","tools":[TOOL]}}}""", "attic cellar")]
    [InlineData("""{"servers":[{"name":"attic","tools":[TOOL]},{"name":"cellar","description":"Below.","tools":[TOOL]}]}""", "attic cellar")]
    [InlineData("""[{"name":"attic","description":"Above.","tools":[TOOL]},{"slug":"cellar","capabilities":{"tools":[TOOL]}}]""", "attic cellar")]
    [InlineData("""{"name":"attic","description":"Above.","config":{"tools":[TOOL]}}""", "attic")]
    [InlineData("""{"server":{"slug":"@a/attic"},"result":{"tools":[TOOL]}}""", "@a/attic")]
    public async Task Catalogues_give_each_server_its_tools(string text, string providers)
    {
        var collected = await Collected.FromAsync(("catalogue.json", Numbered(text)));
        Assert.Equal(providers.Split(' '), collected.Tools.Select(tool => tool.Provider).Order(StringComparer.Ordinal));
        Assert.All(collected.Tools, tool => Assert.Equal(["label"], tool.ParameterNames()));
    }

    /// <summary>Tools that are alike but for their text: equal ones would be one tool.</summary>
    private static string Numbered(string text)
    {
        var parts = text.Split("TOOL");
        return string.Concat(parts.Select((part, index) => index == parts.Length - 1
            ? part
            : part + "{\"name\":\"find_box\",\"description\":\"Finds in place " + index.ToString(System.Globalization.CultureInfo.InvariantCulture)
                + ".\",\"inputSchema\":{\"type\":\"object\",\"properties\":{\"label\":{}}}}"));
    }

    [Fact]
    public async Task Examples_of_inputs_and_titles_are_kept()
    {
        var tool = (await Collected.FromAsync(
            ("l.json", $$"""{"tools":[{"name":"lend","title":"Lend a tool","input_schema":{{Schema}},"input_examples":[{"a":"x","b":1}]}]}"""))).Only;
        Assert.Equal("Lend a tool", tool.Description);
        Assert.Equal("""{"a":"x","b":1}""", Assert.Single(tool.Examples!).Arguments!.Value.GetRawText());
    }
}
