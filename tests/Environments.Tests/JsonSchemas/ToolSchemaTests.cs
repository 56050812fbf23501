using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;

namespace AgentScaler.Environments.Tests.JsonSchemas;

/// <summary>The specification of how a tool's schema is read.</summary>
public sealed class ToolSchemaTests
{
    [Theory]
    [InlineData("#/$defs/A", "A")]
    [InlineData("#/definitions/B", "B")]
    [InlineData("#/components/0", "C")]
    [InlineData("#/$defs/n~1m", "n/m")]
    [InlineData("#/$defs/n~0m", "n~m")]
    [InlineData("#/$defs/n%20m", "n m")]
    [InlineData("#here", "anchored")]
    [InlineData("#there", "dynamic")]
    [InlineData("part.json", "part")]
    [InlineData("part.json#", "part")]
    [InlineData("part.json#/$defs/inner", "inner")]
    [InlineData("#/$defs/chain", "A")]
    [InlineData("#/$defs/none", null)]
    [InlineData("#none", null)]
    [InlineData("other.json#/$defs/A", null)]
    [InlineData("#/components/7", null)]
    [InlineData("#/$defs/loop", null)]
    [InlineData("#/$defs/one", null)]
    public void A_reference_leads_to_a_place_an_anchor_or_an_id_of_the_schema_itself(string reference, string? title)
    {
        var schema = Read("""
            {"properties":{"a":{"$ref":"REFERENCE"}},
             "$defs":{"A":{"title":"A"},"n/m":{"title":"n/m"},"n~m":{"title":"n~m"},"n m":{"title":"n m"},"x":{"$anchor":"here","title":"anchored"},
              "y":{"$dynamicAnchor":"there","title":"dynamic"},"z":{"$id":"part.json","title":"part","$defs":{"inner":{"title":"inner"}}},
              "chain":{"$ref":"#/$defs/link"},"link":{"$ref":"#/$defs/A"},"loop":{"$ref":"#/$defs/loop"},"one":{"$ref":"#/$defs/two"},"two":{"$ref":"#/$defs/one"}},
             "definitions":{"B":{"title":"B"}},"components":[{"title":"C"}]}
            """.Replace("REFERENCE", reference, StringComparison.Ordinal));
        Assert.Equal(title, schema.Property("a")!.Resolved?.Title);
    }

    [Fact]
    public void The_whole_schema_can_be_referred_to_and_a_place_is_one_node_however_often_it_is_reached()
    {
        var tree = Read(
            """{"title":"tree","properties":{"left":{"$ref":"#"},"right":{"$ref":"#/$defs/t"},"up":{"$ref":"#/%24defs/t"}},"$defs":{"t":{"$ref":"#/$defs/u"},"u":{"items":{"$ref":"#/$defs/u"}}}}""");
        Assert.Same(tree, tree.Property("left")!.Resolved);
        var right = tree.Property("right")!.Resolved!;
        Assert.Same(right, right.Items!.Resolved);
        Assert.Same(tree.Property("right")!.Reference, tree.Property("up")!.Reference);
    }

    [Fact]
    public void Siblings_of_a_reference_count_and_come_first()
    {
        var chain = Read(
            """{"properties":{"a":{"$ref":"#/$defs/A","description":"here","maxLength":3}},"$defs":{"A":{"type":"string","description":"there"}}}""").Property(
            "a")!.Chain;
        Assert.Equal(["here", "there"], chain.Select(s => s.Description));
        Assert.Equal(3, chain[0].MaxLength);
        Assert.Equal("string", chain[1].Type);
    }

    [Fact]
    public void A_chain_that_leads_back_to_itself_ends() =>
        Assert.Equal(2, Read("""{"$ref":"#/$defs/A","$defs":{"A":{"$ref":"#/$defs/A"}}}""").Chain.Count);

    [Theory]
    [InlineData("""{"type":"string"}""", "string")]
    [InlineData("""{"type":["string","null"]}""", "string")]
    [InlineData("""{"type":["null","integer"]}""", "integer")]
    [InlineData("""{"type":["integer","string"]}""", "integer")]
    [InlineData("""{"type":"null"}""", "null")]
    [InlineData("""{"type":[]}""", null)]
    [InlineData("""{"type":5}""", null)]
    [InlineData("""{"type":[5,"string"]}""", "string")]
    [InlineData("""{"properties":{}}""", "object")]
    [InlineData("""{"properties":[]}""", null)]
    [InlineData("""{"items":{}}""", "array")]
    [InlineData("""{"items":[{}]}""", "array")]
    [InlineData("""{"prefixItems":[{}]}""", "array")]
    [InlineData("true", null)]
    [InlineData("7", null)]
    public void The_type_is_the_first_that_is_more_than_null_or_is_told_by_other_keywords(string schema, string? type) => Assert.Equal(type, Read(schema).Type);

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", true)]
    [InlineData("""{"type":["string","null"]}""", true)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", true)]
    [InlineData("""{"oneOf":[{"type":"null"},{"$ref":"#/$defs/A"}],"$defs":{"A":{"type":"string"}}}""", true)]
    [InlineData("""{"type":"string","enum":["a",null]}""", true)]
    [InlineData("""{"allOf":[{"type":"string"},{"nullable":true}]}""", true)]
    [InlineData("""{"type":"string","nullable":"yes"}""", false)]
    [InlineData("""{"type":"string"}""", false)]
    public void Null_is_allowed_in_every_spelling_of_it(string schema, bool nullable)
    {
        var node = SchemaDocument.Read(Json(schema));
        Assert.Equal(nullable, node.Nullable);
        Assert.Equal(Language.NodeKind.String, node.Kind);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)]
    [InlineData("3e0", 3)]
    [InlineData("0", 0)]
    [InlineData("3.5", null)]
    [InlineData("-1", null)]
    [InlineData("3000000000", null)]
    [InlineData("\"3\"", null)]
    public void A_size_is_a_whole_number_however_it_is_written(string written, int? size) =>
        Assert.Equal(size, Read($$"""{"minLength":{{written}}}""").MinLength);

    [Theory]
    [InlineData("""{"minimum":1}""", 1.0, null)]
    [InlineData("""{"exclusiveMinimum":1}""", null, 1.0)]
    [InlineData("""{"minimum":2,"exclusiveMinimum":1}""", 2.0, 1.0)]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", null, 1.0)]
    [InlineData("""{"minimum":1,"exclusiveMinimum":false}""", 1.0, null)]
    [InlineData("""{"minimum":"1"}""", null, null)]
    [InlineData("""{"minimum":1e999}""", null, null)]
    public void An_excluded_bound_is_read_in_both_spellings(string schema, double? minimum, double? exclusive)
    {
        var read = Read(schema);
        Assert.Equal((minimum, exclusive), (read.Minimum, read.ExclusiveMinimum));
    }

    [Theory]
    [InlineData("""{"default":null}""", "null")]
    [InlineData("""{"default":1.0}""", "1")]
    [InlineData("""{"default":[1,{"a":"x"}]}""", """[1,{"a":"x"}]""")]
    [InlineData("""{"default":1e999}""", null)]
    [InlineData("{}", null)]
    public void A_default_that_is_null_is_a_default(string schema, string? value) => Assert.Equal(value, Read(schema).Default?.ToJson());

    [Theory]
    [InlineData("""{"enum":["a",null,1.0]}""", """["a",null,1]""")]
    [InlineData("""{"enum":["a",1e999]}""", """["a"]""")]
    [InlineData("""{"enum":[]}""", "[]")]
    [InlineData("""{"enum":"a"}""", null)]
    public void Listed_values_are_those_that_the_value_model_holds(string schema, string? values) =>
        Assert.Equal(values, Read(schema).Enum is { } list ? Environments.Values.Value.From(list).ToJson() : null);

    [Fact]
    public void Members_are_read_in_their_order_each_once_and_required_ones_are_marked()
    {
        var schema = Read("""{"properties":{"b":{},"a":true,"b":{"type":"string"}},"required":["a","a",7,"c"]}""");
        Assert.Equal([("b", false), ("a", true)], schema.Properties.Select(p => (p.Name, p.Required)));
        Assert.Equal(["a", "c"], schema.Required);
        Assert.Null(schema.Property("c"));
        Assert.Equal("string", schema.Property("b")!.Type);
    }

    [Fact]
    public void Items_members_and_combinations_are_read_in_old_and_new_spellings()
    {
        var schema = Read("""
            {"items":[{"title":"0"},{"title":"1"}],"additionalProperties":false,"patternProperties":{"^x":{"title":"x"}},
             "dependentRequired":{"a":["b",1,"b"],"c":"d"},"allOf":[{"title":"all"}],"anyOf":[true],"oneOf":{}}
            """);
        Assert.Equal(["0", "1"], schema.PrefixItems.Select(i => i.Title));
        Assert.Null(schema.Items);
        Assert.Equal(["p"], Read("""{"prefixItems":[{"title":"p"}],"items":false}""").PrefixItems.Select(i => i.Title));
        Assert.True(Read("""{"prefixItems":[{}],"items":false}""").Items!.IsNever);
        Assert.True(schema.Additional!.IsNever);
        Assert.Equal("x", Assert.Single(schema.PatternProperties).Value.Title);
        Assert.Equal(["b"], Assert.Single(schema.DependentRequired).Value);
        Assert.Equal("all", Assert.Single(schema.AllOf).Title);
        Assert.False(Assert.Single(schema.AnyOf).IsObject);
        Assert.Empty(schema.OneOf);
    }

    [Theory]
    [InlineData("""{"required":["a"]}""", true)]
    [InlineData("""{"required":["a"],"properties":{"b":{"const":1}}}""", true)]
    [InlineData("""{"properties":{"c":{}}}""", false)]
    [InlineData("""{"required":["a"],"type":"object"}""", false)]
    [InlineData("{}", false)]
    [InlineData("true", false)]
    public void A_form_that_only_asks_for_declared_members_is_a_condition(string form, bool condition)
    {
        var schema = Read($$"""{"properties":{"a":{},"b":{} },"anyOf":[{{form}}]}""");
        Assert.Equal(condition, schema.IsCondition(schema.AnyOf[0]));
    }

    [Fact]
    public void Two_uses_of_one_definition_keep_their_own_descriptions()
    {
        var node = SchemaDocument.Read(Json(
            """{"properties":{"from":{"$ref":"#/$defs/A","description":"Where from."},"to":{"$ref":"#/$defs/A","description":"Where to."}},"$defs":{"A":{"type":"string"}}}"""));
        Assert.Equal(["Where from.", "Where to."], node.Properties.Select(p => p.Node.Description));
        Assert.Equal(["A", "A"], node.Properties.Select(p => p.Node.Definition));
    }

    [Fact]
    public void A_tool_reads_its_schema_once_and_a_changed_copy_reads_its_own()
    {
        var tool = new EnvironmentTool("t", "t", "", Json("""{"title":"one"}"""), default);
        Assert.Same(tool.ParameterSchema, tool.ParameterSchema);
        var other = tool with { Parameters = Json("""{"title":"other"}""") };
        Assert.Equal(("one", "other"), (tool.ParameterSchema.Title, other.ParameterSchema.Title));
        Assert.DoesNotContain("ParameterSchema", JsonSerializer.Serialize(other with { Returns = Json("{}") }), StringComparison.Ordinal);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();

    private static ToolSchema Read(string text) => ToolSchema.Read(Json(text));
}
