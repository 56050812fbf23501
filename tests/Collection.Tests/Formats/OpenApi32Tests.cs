using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>What OpenAPI 3.2 brings, and methods that no version knows.</summary>
public sealed class OpenApi32Tests
{
    private static Task<Collected> FromAsync(string paths, string rest = "") =>
        Collected.FromAsync(("api.yaml",
            $"openapi: 3.2.0\n$self: https://shop.test/api/openapi.yaml\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.test/api'}}]\npaths:\n{paths}\n{rest}"));

    [Theory]
    [InlineData("query", "QUERY", ToolEffect.Read)]
    [InlineData("additionalOperations: {COPY", "COPY", ToolEffect.Write)]
    [InlineData("additionalOperations: {PURGE", "PURGE", ToolEffect.Write)]
    [InlineData("additionalOperations: {REPORT", "REPORT", ToolEffect.Read)]
    public async Task Operations_of_other_methods_are_operations(string member, string method, ToolEffect effect)
    {
        var close = member.Contains('{', StringComparison.Ordinal) ? "}" : "";
        var collected = await FromAsync(
            $"  /pets: {{{member}: {{operationId: doIt, requestBody: {{content: {{application/json: {{schema: {{type: object, required: [q], properties: {{q: {{type: string}}}}}}}}}}}}}}{close}}}");
        Assert.Equal((method, effect), (collected.Only.Http!.Method, collected.Only.Effect));
        Assert.Equal(["q"], collected.Only.RequiredNames());
    }

    [Theory]
    [InlineData("  /a: {fetch: {operationId: f, responses: {}}, get: {operationId: g}}", "f", "fetch")]
    [InlineData("  /a: {subscribe: {requestBody: {content: {}}}, get: {operationId: g}}", "subscribe", "subscribe")]
    [InlineData("  /a: {COPY: {operationId: c}, get: {operationId: g}}", "c", "COPY")]
    public async Task A_method_that_nobody_knows_is_counted_and_rejected_by_name(string paths, string name, string method)
    {
        var collected = await FromAsync(paths);
        Assert.Equal((2, 1, 1), (collected.Summary.Operations, collected.Summary.Tools, collected.Summary.Rejected));
        var rejected = Assert.Single(collected.Rejected);
        Assert.Equal(("unknown_method", name), (rejected.Reason, rejected.Name));
        Assert.Contains(method, rejected.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  /a: {get: {operationId: g}, additionalOperations: {get: {operationId: shadow}}}", "g", "shadow")]
    [InlineData("  /a: {additionalOperations: {GET: {operationId: g}}}", "g", "")]
    public async Task A_fixed_method_under_additional_operations_replaces_nothing(string paths, string tool, string rejected)
    {
        var collected = await FromAsync(paths);
        Assert.Equal((tool, 0), (collected.Only.Name, collected.Summary.Duplicates));
        Assert.Equal(rejected, string.Join(' ', collected.Rejected.Select(operation => operation.Name)));
    }

    [Fact]
    public async Task A_parameter_that_is_the_whole_query_gives_its_members_or_itself()
    {
        var collected = await FromAsync("""
              /a: {get: {operationId: object, parameters: [{name: f, in: querystring, required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, required: [taxon], properties: {taxon: {type: string}, n: {type: integer}}}}}}]}}
              /b: {get: {operationId: text, parameters: [{name: f, in: querystring, content: {text/plain: {schema: {type: string}}}}]}}
            """);
        var tools = collected.Tools.ToDictionary(tool => tool.Name);
        Assert.Equal(["taxon", "n"], tools["object"].ParameterNames());
        Assert.Equal(["taxon"], tools["object"].RequiredNames());
        Assert.Equal(["f"], tools["text"].ParameterNames());
    }

    [Fact]
    public async Task Media_types_behind_references_streams_of_items_and_the_documents_own_address()
    {
        var collected = await FromAsync(
            """
              /a: {post: {operationId: add, requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/New'}}}, responses: {'200': {content: {application/json: {schema: {$ref: 'https://shop.test/api/openapi.yaml#/components/schemas/Pet'}}}}}}}
              /b: {get: {operationId: watch, responses: {'200': {content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Pet'}}}}}}}
              /c: {get: {operationId: shown, responses: {'200': {content: {application/json: {schema: {$ref: 'openapi.yaml#/components/schemas/Pet'}, examples: {one: {dataValue: {name: Rex}}}}}}}}}
            """,
            "components: {mediaTypes: {New: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}, schemas: {Pet: {type: object, properties: {name: {type: string}}}}}");
        var tools = collected.Tools.ToDictionary(tool => tool.Name);
        Assert.Equal(["name"], tools["add"].RequiredNames());
        Assert.Equal("object", tools["add"].Returns.Type());
        Assert.Equal("array", tools["watch"].Returns.Type());
        OpenApiReferenceTests.AssertSelfContained(tools["watch"].Returns);
        Assert.True(tools["shown"].Returns.GetProperty("properties").TryGetProperty("name", out _));
        Assert.Equal("""{"name":"Rex"}""", Assert.Single(tools["shown"].Examples!).Response!.Value.GetRawText());
        Assert.Equal(0, collected.Repairs("broken_reference"));
    }

    [Fact]
    public async Task A_path_item_with_a_reference_and_operations_of_its_own_has_both()
    {
        var collected = await FromAsync("  /a: {$ref: '#/x-item', get: {operationId: own}}", "x-item: {get: {operationId: other}, post: {operationId: more}}");
        Assert.Equal(["more", "own"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
    }
}
