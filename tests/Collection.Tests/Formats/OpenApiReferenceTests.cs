using System.Text;
using System.Text.Json;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Irregularities 8 to 14: references that lead nowhere, in circles, or to unusual places.</summary>
public sealed class OpenApiReferenceTests
{
    [Fact]
    public async Task Irregularity_08_references_to_files_that_are_not_there_leave_a_usable_tool()
    {
        var collected = await Collected.OpenApiAsync(
            """
            {"/shops/{shopId}":{"get":{"operationId":"getShop","parameters":[{"$ref":"./Common.json#/parameters/ShopIdParameter"}],
              "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"./Common.json#/definitions/Shop"}}}}}}}}
            """);
        Assert.Equal(["shopId"], collected.Only.RequiredNames());
        Assert.Equal(ReturnsOrigin.Inferred, collected.Only.ReturnsOrigin);
        Assert.Equal(1, collected.Repairs("parameter_unresolved"));
        Assert.Equal(1, collected.Repairs("broken_reference"));
    }

    /// <summary>The schema of a body, the places and the targets that lead nowhere, relative to the schema.</summary>
    [Theory]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/Nope"},"b":{"$ref":"other.json#/x"}}}""", "/properties/a #/$defs/Nope|/properties/b other.json#/x")]
    [InlineData("""{"allOf":[{"$ref":"other.json#/Missing"},{"properties":{"a":{"type":"string"}}}]}""", "/allOf/0 other.json#/Missing")]
    [InlineData("""{"properties":{"a":{"allOf":[{"$ref":"#/x"},{"type":"object","properties":{"b":{"allOf":[{"type":"string"},{"$ref":"#/y"}]}}}]}}}""",
        "/properties/a/allOf/0 #/x|/properties/a/allOf/1/properties/b/allOf/1 #/y")]
    [InlineData(
        """{"properties":{"a":{"type":"string"}},"oneOf":[{"allOf":[{"$ref":"#/x"},{"required":["c"],"properties":{"c":{"type":"string"}}}]},{"required":["d"],"properties":{"d":{"type":"string"}}}]}""",
        "/oneOf/0/allOf/0 #/x")]
    public async Task References_that_lead_nowhere_are_named_with_document_place_and_target(string schema, string expected)
    {
        var collected = await Collected.OpenApiAsync(
            """{"/shops":{"post":{"operationId":"add","requestBody":{"content":{"application/json":{"schema":SCHEMA}}}}}}""".Replace("SCHEMA", schema,
                StringComparison.Ordinal));
        const string Place = "/paths/~1shops/post/requestBody/content/application~1json/schema";
        var broken = collected.Summary.BrokenReferences.ToList();
        Assert.Equal(expected, string.Join('|', broken.Select(reference => $"{reference.Pointer[Place.Length..]} {reference.Target}")));
        Assert.All(broken, reference => Assert.Equal("api.json", reference.Source));
        Assert.Equal(broken.Count, collected.Repairs("broken_reference"));
        Assert.Equal(broken, AgentScaler.Collection.Storing.CollectionFigures.Of(collected.Summary).BrokenReferences);
        Assert.Single(collected.Tools);
    }

    [Fact]
    public async Task References_of_functions_and_of_parts_beside_schemas_are_named_too()
    {
        var collected = await Collected.FromAsync(
            ("tools.json", """{"tools":[{"name":"t","inputSchema":{"type":"object","properties":{"a":{"allOf":[{"$ref":"#/$defs/Gone"}]}}}}]}"""),
            ("api.json", Collected.OpenApi(
                """{"/a":{"get":{"operationId":"x","parameters":[{"$ref":"#/p"}],"responses":{"200":{"$ref":"#/r"}}}},"/b":{"$ref":"gone.json"}}""")));
        Assert.Equal(
            ["api.json#/paths/~1a/get/parameters/0 #/p", "api.json#/paths/~1a/get/responses/200 #/r", "api.json#/paths/~1b gone.json",
                "tools.json#/tools/0/inputSchema/properties/a/allOf/0 #/$defs/Gone"],
            collected.Summary.BrokenReferences.Select(reference => $"{reference.Source}#{reference.Pointer} {reference.Target}"));
    }

    [Fact]
    public async Task Irregularity_09_a_path_item_behind_a_reference_is_opened_and_one_that_is_not_there_is_noted()
    {
        var collected = await Collected.FromAsync(
            ("api.yaml", """
                openapi: 3.0.0
                info: {title: Shop, version: '1'}
                paths:
                  /pets: {$ref: 'paths/pets.yaml'}
                  /cats: {$ref: '#/x-items/cats'}
                  /gone: {$ref: 'paths/gone.yaml'}
                x-items:
                  cats: {get: {operationId: listCats, responses: {}}}
                """),
            ("paths/pets.yaml",
                "get: {operationId: listPets, parameters: [{name: n, in: query, schema: {$ref: '#/type'}}], responses: {}}\ntype: {type: integer}\n"));
        Assert.Equal(["listCats", "listPets"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal("integer", collected.Tools.Single(tool => tool.Name == "listPets").Parameter("n").Type());
        Assert.Equal(1, collected.Repairs("path_item_unresolved"));
        Assert.Equal(2, collected.Summary.Operations);
    }

    [Fact]
    public async Task Irregularity_10_cyclic_schemas_stay_cyclic_among_definitions()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/tree":{"post":{"operationId":"plant","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Node"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Node"}}}}}}}}""",
            """
            "components":{"schemas":{
              "Node":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/components/schemas/Node"}},"owner":{"$ref":"#/components/schemas/Owner"}}},
              "Owner":{"type":"object","properties":{"trees":{"type":"array","items":{"$ref":"#/components/schemas/Node"}}}}}}
            """);
        AssertSelfContained(collected.Only.Parameters);
        AssertSelfContained(collected.Only.Returns);
        Assert.Equal(["Node", "Owner"], collected.Only.Parameters.GetProperty("$defs").EnumerateObject().Select(definition => definition.Name));
    }

    [Fact]
    public async Task Irregularity_11_and_12_a_reference_to_itself_or_to_nothing_is_any_value()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"get":{"operationId":"x","parameters":[{"name":"self","in":"query","schema":{"$ref":"#/components/schemas/self"}},{"name":"gone","in":"query","schema":{"$ref":"#/components/schemas/gone","description":"kept"}},{"$ref":"#/components/parameters/gone"}],"responses":{}}}}""",
            """ "components":{"schemas":{"self":{"$ref":"#/components/schemas/self"}}} """);
        Assert.Equal("{}", collected.Only.Parameter("self").GetRawText());
        Assert.Equal("kept", collected.Only.Parameter("gone").GetProperty("description").GetString());
        Assert.Equal(2, collected.Repairs("broken_reference"));
    }

    [Fact]
    public async Task Irregularity_13_references_into_paths_are_followed_through_their_escapes()
    {
        var collected = await Collected.OpenApiAsync(
            """
            {"/a/{id}":{"get":{"operationId":"x","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer","maximum":7}}],"responses":{}}},
             "/b/{id}":{"get":{"operationId":"y","parameters":[{"$ref":"#/paths/~1a~1%7Bid%7D/get/parameters/0"}],"responses":{}}}}
            """);
        Assert.Equal(7, collected.Tools.Single(tool => tool.Name == "y").Parameter("id").GetProperty("maximum").GetInt32());
    }

    [Fact]
    public async Task Irregularity_14_what_stands_beside_a_reference_is_kept()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"home":{"$ref":"#/components/schemas/Address","description":"Where you live."}}}}}},"responses":{}}}}""",
            """ "components":{"schemas":{"Address":{"type":"object","description":"An address.","properties":{"city":{"type":"string"}}}}} """);
        var written = collected.Only.Parameters.GetProperty("properties").GetProperty("home");
        Assert.Equal("Where you live.", written.GetProperty("description").GetString());
        Assert.True(collected.Only.Parameter("home").GetProperty("properties").TryGetProperty("city", out _));
    }

    [Fact]
    public async Task Definitions_that_do_not_fit_keep_their_type_and_nothing_dangles()
    {
        var schemas = new StringBuilder();
        for (var number = 0; number < 400; number++)
        {
            schemas.Append(System.Globalization.CultureInfo.InvariantCulture, $$$$$$$$"""
                {{{{{{{{(number > 0 ? "," : "")}}}}}}}}"S{{{{{{{{number}}}}}}}}":{"type":"object","description":"{{{{{{{{new string('d', 200)}}}}}}}}","properties":{"next":{"$ref":"#/components/schemas/S{{{{{{{{(number + 1) % 400}}}}}}}}"},"skip":{"$ref":"#/components/schemas/S{{{{{{{{number * 7 % 400}}}}}}}}"},"name":{"type":"string"}}}
                """);
        }

        var collected = await Collected.OpenApiAsync(
            """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/S0"}}}},"responses":{}}}}""",
            $$$$$$$$""" "components":{"schemas":{ {{{{{{{{schemas}}}}}}}} }} """);
        var text = collected.Only.Parameters.GetRawText();
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 40_000, 64 * 1024);
        AssertSelfContained(collected.Only.Parameters);
        Assert.True(collected.Repairs("definition_stubbed") > 0);
    }

    /// <summary>Every reference leads to a definition of the schema itself.</summary>
    internal static void AssertSelfContained(JsonElement schema)
    {
        var names = schema.TryGetProperty("$defs", out var definitions)
            ? definitions.EnumerateObject().Select(definition => "#/$defs/" + definition.Name).ToHashSet(StringComparer.Ordinal)
            : [];
        Assert.All(References(schema), reference => Assert.Contains(reference, names));

        static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
                member is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : References(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };
    }
}
