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
            ("paths/pets.yaml", "get: {operationId: listPets, parameters: [{name: n, in: query, schema: {$ref: '#/type'}}], responses: {}}\ntype: {type: integer}\n"));
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
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member
                => member is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : References(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };
    }
}
