using System.Text.RegularExpressions;
using AgentScaler.Collection.Storing;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>What is not read is named: documents by the format they look like, members by where they stand.</summary>
public sealed partial class UnreadTests
{
    [Theory]
    [InlineData("a.json", """{"info":{"name":"B","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}""",
        "a Postman 2.1 collection")]
    [InlineData("a.json", """{"kind":"discovery#restDescription","name":"bikes","parameters":{"fields":{"type":"string"}},"resources":{}}""",
        "a Google Discovery document")]
    [InlineData("a.json", """{"swaggerVersion":"1.2","apis":[]}""", "a Swagger 1.2 document")]
    [InlineData("a.yaml", "asyncapi: 3.0.0\ninfo: {title: A, version: '1'}\nchannels: {}\n", "an AsyncAPI 3.0.0 document")]
    [InlineData("a.json", """[{"title":"CancelTable","type":"object","properties":{"id":{"type":"string"}}}]""", "a list of JSON Schemas")]
    [InlineData("a.bru", "meta {\n  name: Get song\n  type: http\n}\nget {\n  url: {{base}}/songs/1\n}\n", "a Bruno request")]
    [InlineData("a.graphql", "type: x\n  - y: [\ntype Query {\n  song(id: ID): String\n}\n", "a GraphQL schema")]
    [InlineData("a.json", """{"_type":"export","__export_format":4,"resources":[]}""", "an Insomnia export")]
    [InlineData("a.json", """{"openrpc":"1.2.6","methods":[]}""", "an OpenRPC 1.2.6 document")]
    [InlineData("a.json", """{"data":{"__schema":{"types":[]}}}""", "a GraphQL introspection result")]
    [InlineData("a.json", """{"smithy":"2.0","shapes":{}}""", "a Smithy model")]
    [InlineData("a.json", """{"log":{"entries":[]}}""", "recorded traffic (HAR)")]
    [InlineData("a.json", """{"mcpServers":{"a":{"command":"x"}}}""", "a list of MCP servers without their tools")]
    [InlineData("a.graphql", "type Query { bike(id: ID!): Bike }\ntype Bike { id: ID! }\n", "a GraphQL schema")]
    [InlineData("a.graphql", "\"\"\"Bikes.\"\"\"\nschema { query: Q }\ntype Q { bike: String }\n", "a GraphQL schema")]
    [InlineData("a.proto", "// Bikes.\nsyntax = \"proto3\";\nservice Bikes { rpc Get(A) returns (B); }\n", "a protobuf file (gRPC)")]
    [InlineData("a.raml", "#%RAML 1.0\ntitle: Bikes\n/bikes:\n  get:\n    responses:\n", "a RAML document")]
    [InlineData("a.apib", "FORMAT: 1A\n# Bikes\n## GET /bikes\n", "an API Blueprint document")]
    [InlineData("a.wsdl", "<?xml version=\"1.0\"?>\n<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"></definitions>", "a WSDL document")]
    [InlineData("a.xml", "<application xmlns=\"http://wadl.dev.java.net/2009/02\"></application>", "a WADL document")]
    [InlineData("a.xml", "<edmx:Edmx Version=\"4.0\"></edmx:Edmx>", "OData metadata (CSDL)")]
    [InlineData("a.thrift", "namespace java a.b\nservice Bikes {\n  string get(1: string id)\n}\n", "a Thrift file")]
    [InlineData("a.tsp", "import \"@typespec/http\";\n@service\nnamespace Bikes;\n", "a TypeSpec file")]
    public async Task A_description_in_a_format_that_is_not_read_is_a_failure_with_its_name(string file, string text, string format)
    {
        var collected = await Collected.FromAsync((file, text), ("good.json", Collected.OpenApi("""{"/a":{"get":{"operationId":"x"}}}""")));
        Assert.Equal("x", collected.Only.Name);
        var failure = Assert.Single(collected.Summary.Failures);
        Assert.Equal(file, failure.Uri);
        Assert.StartsWith($"looks like {format}, which is not read", failure.Error, StringComparison.Ordinal);
    }

    /// <summary>The entry of a catalogue beside one with a plain list, and its repair.</summary>
    [Theory]
    [InlineData(""" "tools":{"items":[{"name":"unlock","inputSchema":{"type":"object","properties":{"id":{"type":"string"}}}}]}""", "")]
    [InlineData(""" "tools":{"nextCursor":"x","data":[{"name":"unlock","inputSchema":{"type":"object","properties":{"id":{"type":"string"}}}}]}""", "")]
    [InlineData(""" "tools":[{"name":"unlock","inputSchema":"{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}"}]""", "schema_as_text")]
    [InlineData(""" "tools":{"items":[{"name":"unlock","inputSchema":" {\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}"}]}""",
        "schema_as_text")]
    public async Task A_server_that_lists_its_tools_as_a_page_or_their_schemas_as_text_has_tools(string tools, string repair)
    {
        var collected = await Collected.FromAsync((
            "servers.json",
            """{"servers":[{"name":"alpha","tools":[{"name":"lock","inputSchema":{"type":"object","properties":{"id":{"type":"string"}}}}]},{"name":"beta"},{"name":"gamma",TOOLS}]}""".Replace(
                "TOOLS", tools, StringComparison.Ordinal)));
        var unlock = collected.Tools.Single(tool => tool.Name == "unlock");
        Assert.Equal(("gamma", "id"), (unlock.Provider, Assert.Single(unlock.ParameterNames())));
        Assert.Equal(["mcp server_without_tools.beta"], collected.Summary.Unread.Keys);
        Assert.Equal(repair.Length == 0 ? 0 : 1, repair.Length == 0 ? 0 : collected.Repairs(repair));
    }

    [Fact]
    public async Task Messages_around_the_answers_of_a_captured_session_are_no_noise()
    {
        const string Answer = """<-- {"jsonrpc":"2.0","id":1,"result":{"tools":[{"name":"lock","inputSchema":{"type":"object","properties":{}}}]}}""";
        const string Request = """--> {"jsonrpc":"2.0","id":1,"method":"tools/list"}""";
        var session = await Collected.FromAsync(("session.log", $"{Request}\n{Answer}\n"), ("requests.log", $"{Request}\n{Request}\n"));
        Assert.Empty(session.Summary.Unread);
        Assert.Equal("a JSON-RPC message without tools", session.Document("requests.log").LooksLike);
        Assert.Equal("requests.log", Assert.Single(session.Summary.Unrecognized).Uri);
    }

    /// <summary>An unquoted comma in braces ends a value; the words after it are the name of a member without a value.</summary>
    [Fact]
    public async Task Words_behind_an_unquoted_comma_are_named()
    {
        var collected = await Collected.FromAsync((
            "api.yaml",
                "openapi: 3.0.1\ninfo: { title: Staff, version: '1', description: People, departments and leave. }\npaths: {/a: {get: {operationId: x}}}\n"));
        Assert.Equal(1, collected.Summary.Unread["openapi3 info.departments and leave."]);
    }

    [Fact]
    public async Task Rejected_operations_are_named_by_reason_with_their_documents()
    {
        var collected = await Collected.FromAsync(
            ("a.json", """{"server":"s","tools":[{"name":"ping"},{"name":"lock","inputSchema":{"type":"object"}},{"name":"pong"}]}"""),
            ("b.json", Collected.OpenApi("""{"/a":{"get":{"operationId":"x"},"purge":{"operationId":"wipe","responses":{}}}}""")));
        Assert.Equal(
            ["parameters_unknown 2: ping (a.json), pong (a.json)", "unknown_method 1: wipe (b.json)"],
            CollectionFigures.Of(collected.Summary).Rejections.Select(group => $"{group.Reason} {group.Count}: {string.Join(", ", group.Names)}"));
    }

    [Theory]
    [InlineData("package.json", """{"name":"x","description":"An app.","version":"1.0.0","scripts":{}}""", "an npm package manifest")]
    [InlineData("s.json", """{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}""", "a JSON Schema")]
    [InlineData("a.yaml", "arazzo: 1.0.1\ninfo: {title: A, version: '1'}\nworkflows: []\n", "an Arazzo 1.0.1 document")]
    [InlineData("o.yaml", "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: []\n", "an OpenAPI overlay")]
    [InlineData("server.json",
        """{"$schema":"https://static.modelcontextprotocol.io/schemas/server.schema.json","name":"io.x/mill","version":"1","packages":[]}""",
        "a record of an MCP server without its tools")]
    [InlineData("k.json", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{}}""", "a Kubernetes manifest")]
    [InlineData("c.json", """{"colour":"red","size":2}""", "JSON or YAML without a format that is known (members: colour, size)")]
    [InlineData("README.md", "# Bikes\nAll about bikes.\n", "text without a format that is known")]
    [InlineData("p.html", "<!doctype html><html></html>", "a web page")]
    public async Task A_document_beside_the_others_is_named_and_is_no_failure(string file, string text, string looksLike)
    {
        var collected = await Collected.FromAsync((file, text), ("good.json", Collected.OpenApi("""{"/a":{"get":{"operationId":"x"}}}""")));
        Assert.Empty(collected.Summary.Failures);
        Assert.Equal((file, looksLike), (Assert.Single(collected.Summary.Unrecognized).Uri, collected.Document(file).LooksLike));
        var figures = CollectionFigures.Of(collected.Summary);
        Assert.Equal((1, looksLike), (figures.UnrecognizedDocuments, Assert.Single(figures.Unrecognized).LooksLike));
    }

    [Theory]
    [InlineData("s.yaml",
        "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {operationId: x}}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n",
        "openapi3 value (a Kubernetes manifest)")]
    [InlineData("c.json",
        """{"servers":[{"name":"a","tools":[{"name":"x","description":"X.","inputSchema":{"type":"object","properties":{"p":{}}}}]},{"name":"press","version":"2"}]}""",
        "mcp server_without_tools.press")]
    public async Task What_is_not_read_beside_operations_is_counted_by_name(string file, string text, string expected)
    {
        var collected = await Collected.FromAsync((file, text));
        Assert.Equal("x", collected.Only.Name);
        Assert.Equal(1, collected.Summary.Unread.GetValueOrDefault(expected));
    }

    [Theory]
    [InlineData("webhooks", "openapi3 document.webhooks")]
    [InlineData("callbacks", "openapi3 operation.callbacks")]
    [InlineData("deprecated", "openapi3 operation.deprecated")]
    [InlineData("style", "openapi3 parameter.style")]
    [InlineData("encoding", "openapi3 media_type.encoding")]
    [InlineData("headers", "openapi3 response.headers")]
    [InlineData("xml", "openapi3 schema.xml")]
    [InlineData("fetch", "openapi3 path_item.fetch")]
    public async Task Members_that_are_not_read_are_counted_where_they_stand(string member, string expected)
    {
        var text = """
            {"openapi":"3.1.0","info":{"title":"T","version":"1"},<webhooks:{}>"paths":{"/a":{<fetch:{}>"post":{"operationId":"x","summary":"Do.",<callbacks:{}><deprecated:true>
              "parameters":[{"name":"q","in":"query",<style:"form">"schema":{"type":"string"}}],
              "requestBody":{"content":{"application/json":{<encoding:{}>"schema":{"type":"object","properties":{"n":{<xml:{}>"type":"integer"}}}}}},
              "responses":{"200":{<headers:{}>"description":"ok"}}}}}}
            """;
        var collected =
            await Collected.FromAsync(("a.json", Marks().Replace(text, mark => mark.Groups[1].Value == member ? $"\"{member}\":{mark.Groups[2].Value}," : "")));
        Assert.Equal(expected, Assert.Single(collected.Summary.Unread).Key);
        Assert.Equal(1, collected.Summary.Unread[expected]);
    }

    [GeneratedRegex("<(\\w+):([^>]*)>")]
    private static partial Regex Marks();

    [Fact]
    public async Task Names_are_the_documents_own_and_their_number_is_bounded()
    {
        var members =
            string.Concat(Enumerable.Range(0, 2000).Select(number => $"\"x-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}\":1,"));
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"get":{MEMBERS"operationId":"x","summary":"Get."}}}""".Replace("MEMBERS", members, StringComparison.Ordinal));
        Assert.Equal(2000, collected.Summary.Unread.Values.Sum());
        Assert.InRange(collected.Summary.Unread.Count, 100, 300);
        Assert.Equal(2000, CollectionFigures.Of(collected.Summary).Unread.Values.Sum());
    }

    [Fact]
    public async Task Members_of_a_tool_that_are_not_read_are_counted_under_its_format()
    {
        var collected = await Collected.FromAsync(("s.json",
            """{"server":"s","tools":[{"name":"t","description":"Do.","icons":[],"inputSchema":{"type":"object","properties":{"a":{"type":"string","x-order":1}}}}]}"""));
        Assert.Equal(["mcp schema.x-order", "mcp tool.icons"], collected.Summary.Unread.Keys);
    }

    /// <summary>What the audit of real documents found to tell something, and is read since.</summary>
    [Fact]
    public async Task Words_and_values_under_names_of_their_own_are_read()
    {
        var connector = (await Collected.OpenApiAsync(
            """{"/a":{"get":{"operationId":"x","summary":"Get.","parameters":[{"name":"q","in":"query","x-ms-summary":"What to look for","schema":{"type":"string"}},{"name":"r","in":"query","description":"Own words.","x-ms-summary":"Other","schema":{"type":"object","properties":{"s":{"type":"string","x-ms-summary":"The s"}}}}]}}}""")).Only;
        Assert.Equal("What to look for", connector.Parameter("q").GetProperty("description").GetString());
        Assert.Equal("Own words.", connector.Parameter("r").GetProperty("description").GetString());
        Assert.Equal("The s", connector.Parameter("r").GetProperty("properties").GetProperty("s").GetProperty("description").GetString());
        var research = (await Collected.FromAsync(("n.json",
            """{"source":"x","tool":{"name":"Pick","description":"Picks.","query_parameters":{"sort":{"type":"string","allowed_values":["up","down"],"default_value":"up"},"free":{"type":"string","possible_values":[]}},"output_parameters":{"state":{"description":"How it is.","possible_values":["on","off"]}}}}"""))).Only;
        Assert.Equal("""{"type":"string","enum":["up","down"],"default":"up"}""", research.Parameter("sort").GetRawText());
        Assert.Equal("""{"type":"string"}""", research.Parameter("free").GetRawText());
        Assert.Equal("""["on","off"]""", research.Returns.GetProperty("properties").GetProperty("state").GetProperty("enum").GetRawText());
    }
}
