using System.Text.Json;
using AgentScaler.Clustering.Profiles;

namespace AgentScaler.Clustering.Tests.Profiles;

public class SchemaFieldsTests
{
    [Fact]
    public void Nested_fields_and_items_have_their_path() =>
        Assert.Equal(["items", "items[].id", "items[].tags[]", "total"], Paths("""
            {"type":"object","properties":{
              "items":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"tags":{"type":"array","items":{"type":"string"}}}}},
              "total":{"type":"integer"}}}
            """));

    [Fact]
    public void A_list_at_the_top_has_items_too() =>
        Assert.Equal(["[].id"], Paths("""{"type":"array","items":{"type":"object","properties":{"id":{}}}}"""));

    [Fact]
    public void References_and_combinators_are_followed() =>
        Assert.Equal(["id", "name"], Paths("""
            {"allOf":[{"$ref":"#/$defs/base"},{"properties":{"name":{"type":"string"}}}],"$defs":{"base":{"properties":{"id":{"type":"string"}}}}}
            """));

    [Fact]
    public void Properties_named_like_keywords_are_properties() =>
        Assert.Equal(["type", "items", "properties", "$ref"], Paths("""
            {"type":"object","properties":{"type":{"type":"string"},"items":{"type":"string"},"properties":{"type":"string"},"$ref":{"type":"string"}}}
            """));

    [Fact]
    public void Cyclic_schemas_end() =>
        Assert.Contains("child.child.id", Paths("""
            {"$ref":"#/$defs/node","$defs":{"node":{"properties":{"id":{"type":"string"},"child":{"$ref":"#/$defs/node"}}}}}
            """));

    [Fact]
    public void Schemas_that_multiply_end() =>
        Assert.NotNull(Paths("""
            {"$ref":"#/$defs/a","$defs":{
              "a":{"anyOf":[{"$ref":"#/$defs/b"},{"$ref":"#/$defs/b"},{"$ref":"#/$defs/b"}]},
              "b":{"anyOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}]}}}
            """));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("""{"properties":[1,2]}""")]
    [InlineData("""{"$ref":"other.json#/x"}""")]
    [InlineData("""{"$ref":"#/missing"}""")]
    [InlineData("""{"allOf":"nothing","items":7}""")]
    public void What_cannot_be_read_is_passed_over(string schema) => Assert.Empty(Paths(schema));

    [Fact]
    public void Types_formats_and_meaning_are_read()
    {
        var fields = SchemaFields.Of(JsonDocument.Parse("""
            {"required":["orderId"],"properties":{"orderId":{"type":["string","null"],"format":"uuid"},"paid_at":{"type":"string","format":"date-time"},"active":{"type":"boolean"}}}
            """).RootElement, 3, 100);
        Assert.Equal(
            [("order_id", "string", SemanticType.Identifier, true), ("paid_at", "string", SemanticType.Instant, false),
                ("active", "boolean", SemanticType.Flag, false)],
            fields.Select(field => (field.Name, field.Type, field.Semantic, field.Required)));
    }

    private static string[] Paths(string schema) => [.. SchemaFields.Of(JsonDocument.Parse(schema).RootElement, 3, 100).Select(field => field.Path)];
}
