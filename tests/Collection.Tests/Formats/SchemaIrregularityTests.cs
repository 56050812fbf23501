using System.Globalization;
using System.Text.Json;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Irregularities 25 to 32: what is wrong inside schemas.</summary>
public sealed class SchemaIrregularityTests
{
    [Theory]
    [InlineData("int", "integer")]
    [InlineData("bool", "boolean")]
    [InlineData("uuid", "string")]
    [InlineData("String", "string")]
    [InlineData("int32", "integer")]
    [InlineData("float", "number")]
    [InlineData("string,", "string")]
    [InlineData("boolean,", "boolean")]
    [InlineData("dict", "object")]
    [InlineData("tuple", "array")]
    [InlineData("HashMap", "object")]
    [InlineData("ArrayList", "array")]
    [InlineData("long", "integer")]
    [InlineData("char", "string")]
    [InlineData("str", "string")]
    [InlineData("STRING", "string")]
    [InlineData("NUMBER", "number")]
    [InlineData("ENUM", "string")]
    [InlineData("DATE (YYYY-MM-DD)", "string")]
    [InlineData("application/json", "")]
    [InlineData("any", "")]
    [InlineData("", "")]
    public async Task Irregularity_25_types_are_what_they_mean(string written, string expected) =>
        Assert.Equal(expected, (await ParameterAsync($$$$$$$$"""{"type":"{{{{{{{{written}}}}}}}}"}""")).Type());

    [Fact]
    public async Task Irregularity_26_lists_of_types_lists_of_items_and_no_items()
    {
        Assert.Equal("""["string","null"]""", (await ParameterAsync("""{"type":["string","null"]}""")).Type());
        Assert.Equal("""["string","null"]""", (await ParameterAsync("""{"type":"string","nullable":true}""")).Type());
        var tuple = await ParameterAsync("""{"type":"array","items":[{"type":"string"},{"type":"integer"}]}""");
        Assert.Equal("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", tuple.GetProperty("items").GetRawText());
        Assert.Equal("{}", (await ParameterAsync("""{"type":"array"}""")).GetProperty("items").GetRawText());
    }

    [Fact]
    public async Task Irregularity_27_required_where_it_does_not_belong()
    {
        var schema = await ParameterAsync(
            """{"type":"object","required":["ghost","b"],"properties":{"a":{"type":"string","required":true},"b":{"type":"string"},"c":{"type":"string","required":"true"},"d":{"type":"string","required":false},"e":"string","f":true,"g":[1]}}""");
        Assert.Equal(["a", "b", "c"], schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("string", schema.GetProperty("properties").GetProperty("e").Type());
        Assert.Equal("{}", schema.GetProperty("properties").GetProperty("f").GetRawText());
    }

    [Fact]
    public async Task Irregularity_28_enumerations_too_long_to_choose_from_are_described()
    {
        var values = string.Join(',', Enumerable.Range(0, 960).Select(number => $"\"v{number.ToString(CultureInfo.InvariantCulture)}\""));
        var schema = await ParameterAsync($$$$$$$$"""{"type":"string","description":"A value","enum":[{{{{{{{{values}}}}}}}}]}""");
        Assert.False(schema.TryGetProperty("enum", out _));
        Assert.Equal("A value (one of 960 values such as v0, v1, v2, v3, v4, v5, v6, v7)", schema.GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("""{"enum":[true,false,null]}""", """["boolean","null"]""", "[true,false,null]")]
    [InlineData("""{"type":"string","enum":["a",true,7,"a"]}""", "string", """["a","true","7"]""")]
    [InlineData("""{"type":"integer","enum":["1","2",3,"x"]}""", "integer", "[1,2,3]")]
    public async Task Irregularity_29_enumerations_of_mixed_types_and_repeated_values(string written, string type, string values)
    {
        var schema = await ParameterAsync(written);
        Assert.Equal(type, schema.Type());
        Assert.Equal(values, schema.GetProperty("enum").GetRawText());
    }

    [Fact]
    public async Task Irregularity_29_a_default_that_no_call_could_pass_is_dropped()
    {
        Assert.False((await ParameterAsync("""{"type":"string","enum":["a"],"default":"b"}""")).TryGetProperty("default", out _));
        Assert.False((await ParameterAsync("""{"type":"integer","default":"many"}""")).TryGetProperty("default", out _));
        Assert.Equal(10, (await ParameterAsync("""{"type":"integer","default":"10"}""")).GetProperty("default").GetInt32());
        Assert.False((await ParameterAsync("""{"type":"boolean","default":"yes"}""")).TryGetProperty("default", out _));
    }

    [Fact]
    public async Task Irregularity_30_patterns_of_other_dialects_are_kept_for_the_agent_to_see() =>
        Assert.Equal(@"^\p{Han}+$", (await ParameterAsync("""{"type":"string","pattern":"^\\p{Han}+$"}""")).GetProperty("pattern").GetString());

    [Fact]
    public async Task Irregularity_31_numbers_beyond_exact_integers_bound_nothing()
    {
        var schema =
            await ParameterAsync("""{"type":"integer","minimum":-9223372036854775808,"maximum":1e400,"default":99999999999999999999,"multipleOf":5}""");
        Assert.Equal("""{"type":"integer","multipleOf":5}""", schema.GetRawText());
    }

    [Fact]
    public async Task Exclusive_bounds_of_openapi_3_0_become_those_of_json_schema() =>
        Assert.Equal("""{"type":"number","exclusiveMinimum":0,"maximum":9}""",
            (await ParameterAsync("""{"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false}""")).GetRawText());

    [Fact]
    public async Task Irregularity_32_a_tool_of_600_parameters_is_kept_within_the_bound()
    {
        var properties = string.Join(',', Enumerable.Range(0, 600).Select(number =>
            $$$$$$$$"""
               "field_{{{{{{{{number.ToString(CultureInfo.InvariantCulture)}}}}}}}}":{"type":"object","description":"{{{{{{{{new string('x', 200)}}}}}}}}","properties":{"value":{"type":"string","description":"{{{{{{{{new string('y', 200)}}}}}}}}"},"unit":{"type":"string","enum":["a","b"]}}}
               """));
        var collected = await Collected.OpenApiAsync(
            $$$$$$$$"""{"/a":{"post":{"operationId":"wide","requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["field_599"],"properties":{{{{{{{{{properties}}}}}}}}}}}}},"responses":{}}}}""");
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(collected.Only.Parameters.GetRawText()), 15_000, 64 * 1024);
        Assert.Equal(600, collected.Only.ParameterNames().Count);
        Assert.Equal(["field_599"], collected.Only.RequiredNames());
    }

    [Fact]
    public async Task Joined_schemas_are_one_object_and_choices_stay_choices()
    {
        var schema = await ParameterAsync(
            """{"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}},"additionalProperties":false},{"properties":{"b":{"oneOf":[{"type":"string"},{"type":"integer"}]}}}],"description":"Both."}""");
        Assert.Equal("object", schema.Type());
        Assert.Equal(["a", "b"], schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(2, schema.GetProperty("properties").GetProperty("b").GetProperty("anyOf").GetArrayLength());
        Assert.False(schema.TryGetProperty("additionalProperties", out _));
    }

    [Fact]
    public async Task Read_only_properties_are_results_and_write_only_ones_arguments()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/U"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/U"}}}}}}}}""",
            """ "components":{"schemas":{"U":{"type":"object","properties":{"id":{"type":"string","readOnly":true},"name":{"type":"string"},"password":{"type":"string","writeOnly":true}}}}} """);
        Assert.Equal(["name", "password"], collected.Only.ParameterNames());
        Assert.Equal(["id", "name"], collected.Only.Returns.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    private static async Task<JsonElement> ParameterAsync(string schema) =>
        (await Collected.OpenApiAsync(
            $$$$$$$$"""{"/a":{"get":{"operationId":"x","parameters":[{"name":"p","in":"query","schema":{{{{{{{{schema}}}}}}}}}],"responses":{}}}}""")).Only.Parameter(
                "p");
}
