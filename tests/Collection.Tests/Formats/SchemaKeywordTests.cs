namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Keywords of JSON Schema 2020-12 and of older drafts: carried, or counted under their names.</summary>
public sealed class SchemaKeywordTests
{
    [Theory]
    [InlineData("""{"type":"array","prefixItems":[{"type":"number"},{"type":"number"}],"items":false}""",
        """{"type":"array","prefixItems":[{"type":"number"},{"type":"number"}],"items":{"type":"number"},"maxItems":2}""")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":{"type":"boolean"}}""",
        """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":{"type":"boolean"}}""")]
    [InlineData("""{"type":"array","items":[{"type":"string"},{"type":"integer"}],"additionalItems":false}""",
        """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":{"anyOf":[{"type":"string"},{"type":"integer"}]},"maxItems":2}""")]
    [InlineData("""{"prefixItems":[{"type":"string"}]}""", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("""{"patternProperties":{"^r":{"type":"string"}},"additionalProperties":false}""",
        """{"type":"object","patternProperties":{"^r":{"type":"string"}},"additionalProperties":false}""")]
    [InlineData("""{"type":"object","propertyNames":{"pattern":"^[a-z]+$"},"additionalProperties":{"type":"integer"}}""",
        """{"type":"object","patternProperties":{"^[a-z]+$":{"type":"integer"}},"additionalProperties":false}""")]
    [InlineData("""{"type":"object","properties":{"a":{}},"unevaluatedProperties":false}""",
        """{"type":"object","properties":{"a":{}},"additionalProperties":false}""")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}],"unevaluatedProperties":false}""",
        """{"type":"object","properties":{"a":{},"b":{}},"additionalProperties":false}""")]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]}}""",
        """{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]}}""")]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}},"dependencies":{"a":["b","gone"]}}""",
        """{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]}}""")]
    [InlineData("""{"type":"object","properties":{"a":{},"never":false}}""", """{"type":"object","properties":{"a":{}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""",
        """{"type":"object","properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""")]
    [InlineData("""{"const":2}""", """{"type":"integer","const":2}""")]
    [InlineData("""{"const":null}""", """{"type":"null","const":null}""")]
    [InlineData("""{"const":[1,2]}""", """{"type":"array","const":[1,2],"items":{}}""")]
    [InlineData("""{"const":{"a":1}}""", """{"type":"object","const":{"a":1}}""")]
    [InlineData("""{"type":"number","const":"2"}""", """{"type":"number","const":2}""")]
    [InlineData("""{"anyOf":[{"const":3},{"const":4}]}""", """{"type":"integer","enum":[3,4]}""")]
    [InlineData("""{"oneOf":[{"const":1,"title":"Low"},{"const":2,"description":"High"}]}""",
        """{"type":"integer","enum":[1,2],"description":"1: Low; 2: High"}""")]
    [InlineData("""{"anyOf":[{"type":"string","enum":["a"]},{"type":"null"}]}""", """{"type":["string","null"],"enum":["a",null]}""")]
    [InlineData("""{"anyOf":[{"enum":["a"]},{"type":"string"}]}""", """{"anyOf":[{"type":"string","enum":["a"]},{"type":"string"}]}""")]
    [InlineData("""{"type":"string","contentEncoding":"base64","contentMediaType":"image/png"}""",
        """{"type":"string","contentEncoding":"base64","contentMediaType":"image/png"}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":10}""", """{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":10}""")]
    [InlineData("""{"type":"array","items":{},"minItems":"1","maxItems":"20"}""", """{"type":"array","minItems":1,"maxItems":20,"items":{}}""")]
    public async Task Keywords_are_carried(string written, string expected) =>
        Assert.Equal(expected, (await CollectAsync(written)).Only.Parameter("p").GetRawText());

    [Theory]
    [InlineData("""{"not":{"const":1}}""", "keyword_not_read.not")]
    [InlineData("""{"if":{},"then":{},"else":{}}""", "keyword_not_read.if")]
    [InlineData("""{"type":"number","minimum":-1e999}""", "bound_beyond_range")]
    [InlineData("""{"type":"string","minLength":"1"}""", "bound_as_text")]
    [InlineData("""{"type":"object","properties":{"":{"type":"string"},"a":{}}}""", "property_without_name")]
    [InlineData("""{"type":"array","items":{},"contains":{"const":1},"minContains":2}""", "keyword_not_read.contains")]
    [InlineData("""{"type":"object","dependentSchemas":{"a":{}}}""", "keyword_not_read.dependentSchemas")]
    [InlineData("""{"type":"object","properties":{"a":{}},"dependencies":{"a":{"required":["b"]}}}""", "keyword_not_read.dependencies")]
    [InlineData("""{"type":"object","propertyNames":{"maxLength":3}}""", "keyword_not_read.propertyNames")]
    public async Task A_keyword_that_is_not_carried_is_a_repair_under_its_name(string written, string repair)
    {
        var collected = await CollectAsync(written);
        Assert.Equal(1, collected.Repairs(repair));
        Assert.Single(collected.Summary.Repairs);
    }

    /// <summary>References by address, each to the integer of at most seven.</summary>
    [Theory]
    [InlineData("""{"$ref":"#seven"}""", """ "S":{"$anchor":"seven","type":"integer","maximum":7} """)]
    [InlineData("""{"$ref":"https://x.test/seven"}""", """ "S":{"$id":"https://x.test/seven","type":"integer","maximum":7} """)]
    [InlineData("""{"$ref":"https://x.test/all#/$defs/n"}""", """ "S":{"$id":"https://x.test/all","$defs":{"n":{"type":"integer","maximum":7}}} """)]
    [InlineData("""{"$ref":"https://x.test/all#n"}""", """ "S":{"$id":"https://x.test/all","$defs":{"n":{"$anchor":"n","type":"integer","maximum":7}}} """)]
    [InlineData("""{"$ref":"https://x.test/a/outer"}""",
        """ "S":{"$id":"https://x.test/a/outer","$ref":"inner","$defs":{"i":{"$id":"inner","type":"integer","maximum":7}}} """)]
    [InlineData("""{"$ref":"#/components/schemas/S"}""",
        """ "S":{"$id":"https://x.test/s","allOf":[{"$ref":"#/$defs/n"}],"$defs":{"n":{"type":"integer","maximum":7}}} """)]
    [InlineData("""{"$dynamicRef":"#node"}""", """ "S":{"$dynamicAnchor":"node","type":"integer","maximum":7} """)]
    public async Task References_by_address_and_anchor_are_followed(string schema, string schemas)
    {
        var collected = await Collected.OpenApiAsync(Operation(schema), $$""" "components":{"schemas":{ {{schemas}} } } """);
        Assert.Equal(0, collected.Repairs("broken_reference"));
        Assert.Equal("""{"type":"integer","maximum":7}""", collected.Only.Parameter("p").GetRawText());
    }

    [Theory]
    [InlineData("https://x.test/api/common.yaml#/S", "common.yaml", "S: {type: integer, maximum: 7}")]
    [InlineData("common.yaml#/S", "common.yaml", "S: {type: integer, maximum: 7}")]
    [InlineData("https://y.test/elsewhere#/S", "any/name.yaml", "$self: https://y.test/elsewhere\nS: {type: integer, maximum: 7}")]
    [InlineData("https://y.test/schema", "any/name.json", """{"$id":"https://y.test/schema","type":"integer","maximum":7}""")]
    public async Task Neighbours_are_found_by_path_and_by_address(string reference, string file, string content)
    {
        var collected = await Collected.FromAsync(
            ("openapi.json", """{"openapi":"3.2.0","$self":"https://x.test/api/openapi.json","info":{"title":"T","version":"1"},"paths":PATHS}""".Replace(
                "PATHS", Operation(Reference(reference)), StringComparison.Ordinal)),
            (file, content));
        Assert.Equal("""{"type":"integer","maximum":7}""", collected.Only.Parameter("p").GetRawText());
    }

    [Fact]
    public async Task What_is_demanded_beside_a_reference_on_the_way_is_demanded()
    {
        var tool = (await Collected.OpenApiAsync(
            Operation(Reference("#/components/schemas/Near")),
            """ "components":{"schemas":{"Near":{"$ref":"#/components/schemas/Far","maxLength":12},"Far":{"type":"string","minLength":2,"maxLength":40}}} """)).Only;
        Assert.Equal("""{"type":"string","minLength":2,"maxLength":12}""", tool.Parameter("p").GetRawText());
    }

    [Theory]
    [InlineData("https://elsewhere.test/x.json#/S")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("urn:example:gone")]
    [InlineData("#gone")]
    [InlineData("http://[")]
    public async Task A_reference_to_nothing_that_was_given_is_counted(string reference) =>
        Assert.Equal(1, (await Collected.OpenApiAsync(Operation(Reference(reference)))).Repairs("broken_reference"));

    private static string Reference(string target) => $"{{\"$ref\":\"{target}\"}}";

    private static Task<Collected> CollectAsync(string schema) => Collected.OpenApiAsync(Operation(schema));

    private static string Operation(string schema) =>
        """{"/a":{"get":{"operationId":"x","summary":"Get.","parameters":[{"name":"p","in":"query","schema":SCHEMA}],"responses":{}}}}""".Replace("SCHEMA",
            schema, StringComparison.Ordinal);
}
