using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>What several schemas demand together: joined ones in every order, subtypes of a parent, and forms of an object.</summary>
public sealed class JoinedSchemaTests
{
    private const string Server = """{"server":"s","tools":[{"name":"t","description":"Do it.","inputSchema":SCHEMA}]}""";

    /// <summary>
    /// A part with an address, and one in another file, demand as much as a part that is written in place. References inside each part are
    /// resolved where the part is written.
    /// </summary>
    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/Addressed"}""")]
    [InlineData("""{"$ref":"https://x.test/b"}""")]
    [InlineData("""{"$ref":"other.json#/B"}""")]
    [InlineData("""{"$ref":"#/components/schemas/Plain"}""")]
    public async Task Parts_of_several_documents_are_joined_in_every_order(string reference)
    {
        const string Base =
            """{"type":"object","properties":{"name":{"type":"string","pattern":"^[A-Z]"},"flag":{"$ref":"#/REF"},"list":{"type":"array","items":{"$ref":"#/REF"}}}EXTRA}""";
        const string Other =
            """{"type":"object","required":["name","flag"],"properties":{"name":{"type":"string","maxLength":20},"flag":{"enum":["NO","SE","DK"]},"list":{"items":{"enum":["SE","NO"]}}}}""";
        const string Third = """{"type":"object","properties":{"flag":{"enum":["SE","DK","FI"]},"name":{"type":"string","minLength":3}}}""";
        const string Address = """ ,"$id":"https://x.test/b","$defs":{"Flag":{"type":"string"}} """;
        string[] parts = [reference, Other, Third];
        foreach (var order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
        {
            var schema = $$"""{"allOf":[{{string.Join(',', order.Select(index => parts[index]))}}]}""";
            var collected = await Collected.FromAsync(
                ("api.json", Collected.OpenApi(
                    """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":SCHEMA}}}}}}""".Replace("SCHEMA", schema,
                        StringComparison.Ordinal),
                    $$$""" "components":{"schemas":{"Plain":{{{Of("components/schemas/Flag")}}},"Flag":{"type":"string"},"Addressed":{{{Of("$defs/Flag", Address)}}} } }""")),
                ("other.json", $$$"""{"B":{{{Of("Flag")}}} ,"Flag":{"type":"string"}}"""));
            var tool = collected.Only;
            Assert.Equal(["flag", "list", "name"], tool.ParameterNames().Order(StringComparer.Ordinal));
            Assert.Equal(["flag", "name"], tool.RequiredNames().Order(StringComparer.Ordinal));
            Assert.Equal("""{"type":"string","minLength":3,"maxLength":20,"pattern":"^[A-Z]"}""", tool.Parameter("name").GetRawText());
            Assert.Equal(["DK", "SE"],
                tool.Parameter("flag").GetProperty("enum").EnumerateArray().Select(value => value.GetString()!).Order(StringComparer.Ordinal));
            Assert.Equal("string", tool.Parameter("flag").Type());
            var items = ToolSchema.Read(tool.Parameters).Property("list")!.Resolved!.Items!.Resolved!.Source;
            Assert.Equal(("string", 2), (items.Type(), items.GetProperty("enum").GetArrayLength()));
            Assert.Equal(0, collected.Repairs("broken_reference"));
        }

        static string Of(string flag, string extra = "") => Base.Replace("REF", flag, StringComparison.Ordinal)
            .Replace("EXTRA", extra, StringComparison.Ordinal);
    }

    /// <summary>The same in every order of the parts.</summary>
    [Theory]
    [InlineData("""{"type":["string","null"]}""", """{"type":["string","integer"]}""", """{}""", """{"type":"string"}""")]
    [InlineData("""{"type":"number"}""", """{"type":"integer"}""", """{"type":["integer","string"]}""", """{"type":"integer"}""")]
    [InlineData("""{"enum":["a","b","c"]}""", """{"enum":["c","b"]}""", """{"type":"string"}""", """{"type":"string","enum":["b","c"]}""")]
    [InlineData("""{"type":"integer","minimum":1}""", """{"minimum":3,"maximum":9}""", """{"maximum":7,"minimum":2}""",
        """{"type":"integer","minimum":3,"maximum":7}""")]
    [InlineData("""{"type":"number","minimum":3}""", """{"minimum":3,"exclusiveMinimum":true}""", """{"exclusiveMaximum":5,"maximum":5}""",
        """{"type":"number","exclusiveMinimum":3,"exclusiveMaximum":5}""")]
    [InlineData("""{"type":"string","minLength":2}""", """{"minLength":4,"maxLength":9}""", """{"maxLength":6}""",
        """{"type":"string","minLength":4,"maxLength":6}""")]
    [InlineData("""{"type":"string","pattern":"b"}""", """{"pattern":"a"}""", """{"pattern":"b"}""",
        """{"type":"string","pattern":"a","allOf":[{"pattern":"b"}]}""")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", """{"uniqueItems":true,"minItems":1}""", """{"maxItems":3}""",
        """{"type":"array","minItems":1,"maxItems":3,"uniqueItems":true,"items":{"type":"integer"}}""")]
    public async Task Joined_schemas_demand_what_each_demands_in_every_order(string one, string two, string three, string expected)
    {
        foreach (var order in new[] { (one, two, three), (one, three, two), (two, one, three), (two, three, one), (three, one, two), (three, two, one) })
        {
            var schema = await ParameterAsync($$$"""{"allOf":[{{{order.Item1}}},{{{order.Item2}}},{{{order.Item3}}}]}""");
            Assert.Equal(Sorted(expected), Sorted(schema.GetRawText()));
        }
    }

    [Fact]
    public async Task A_property_of_two_parts_has_to_meet_both_and_what_any_part_requires_is_required()
    {
        foreach (var parts in new[
            ] { """{"required":["n"],"properties":{"n":{"type":"integer","minimum":2}}},{"properties":{"n":{"maximum":5},"m":{"type":"string"}}}""",
            """{"properties":{"n":{"maximum":5},"m":{"type":"string"}}},{"required":["n"],"properties":{"n":{"type":"integer","minimum":2}}}""" })
        {
            var schema = await ParameterAsync($$$"""{"type":"object","allOf":[{{{parts}}}]}""");
            Assert.Equal(Sorted("""{"type":"integer","minimum":2,"maximum":5}"""), Sorted(schema.GetProperty("properties").GetProperty("n").GetRawText()));
            Assert.Equal("""["n"]""", schema.GetProperty("required").GetRawText());
        }
    }

    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":"integer"}""", "types_disjoint")]
    [InlineData("""{"enum":["a"]}""", """{"enum":["b"]}""", "enums_disjoint")]
    [InlineData("""{"enum":["a"]}""", """{"const":"b"}""", "const_of_other_type")]
    public async Task What_no_value_can_meet_is_counted(string one, string two, string repair) =>
        Assert.Equal(1, (await CollectAsync($$$"""{"allOf":[{{{one}}},{{{two}}}]}""")).Repairs(repair));

    /// <summary>Documents whose parent tells its subtypes by a tag.</summary>
    [Theory]
    [InlineData("""{"propertyName":"kind","mapping":{"card":"#/components/schemas/Card","bank":"Bank"}}""", """["card","bank"]""")]
    [InlineData("""{"propertyName":"kind"}""", """["Card","wire","Bonus"]""")]
    [InlineData("\"kind\"", """["Card","wire","Bonus"]""")]
    public async Task A_parent_with_a_discriminator_takes_the_members_of_all_its_subtypes(string discriminator, string tags)
    {
        var collected = await Collected.OpenApiAsync(
            """{"/pay":{"post":{"operationId":"pay","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Payment"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Payment"}}}}}}}}}""",
            """
            "components":{"schemas":{
              "Payment":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"},"id":{"type":"string","readOnly":true}},"discriminator":DISCRIMINATOR},
              "Card":{"allOf":[{"$ref":"#/components/schemas/Payment"},{"required":["token"],"properties":{"token":{"type":"string"},"rate":{"type":"integer"}}}]},
              "Bank":{"x-ms-discriminator-value":"wire","allOf":[{"$ref":"#/components/schemas/Payment"},{"required":["iban"],"properties":{"iban":{"type":"string"},"rate":{"type":"string"}}}]},
              "Bonus":{"allOf":[{"$ref":"#/components/schemas/Card"},{"properties":{"points":{"type":"integer"}}}]},
              "Stranger":{"type":"object","properties":{"other":{"type":"string"}}}}}
            """.Replace("DISCRIMINATOR", discriminator, StringComparison.Ordinal));
        var tool = collected.Only;
        Assert.Equal(["kind", "token", "rate", "iban", "points"], tool.ParameterNames());
        Assert.Equal(["kind"], tool.RequiredNames());
        Assert.Equal(tags, tool.Parameter("kind").GetProperty("enum").GetRawText());
        Assert.Equal("""{"anyOf":[{"type":"integer"},{"type":"string"}]}""", tool.Parameter("rate").GetRawText());
        Assert.Contains("""{"required":["token"]}""", Without(tool.Parameters.GetProperty("anyOf")[0], "properties"), StringComparison.Ordinal);
        var item = ToolSchema.Read(tool.Returns).Items!.Resolved!.Source;
        Assert.Equal(["kind", "id", "token", "rate", "iban", "points"], item.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Subtypes_themselves_and_circles_of_parents_stay_what_they_are()
    {
        var collected = await Collected.OpenApiAsync(
            """{"/a":{"post":{"operationId":"card","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Card"}}}}}},"/b":{"post":{"operationId":"loop","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}}""",
            """
            "components":{"schemas":{
              "Payment":{"type":"object","properties":{"kind":{"type":"string"}},"discriminator":{"propertyName":"kind"}},
              "Card":{"allOf":[{"$ref":"#/components/schemas/Payment"},{"properties":{"token":{"type":"string"}}}]},
              "Bank":{"allOf":[{"$ref":"#/components/schemas/Payment"},{"properties":{"iban":{"type":"string"}}}]},
              "A":{"type":"object","properties":{"t":{"type":"string"}},"discriminator":{"propertyName":"t"},"allOf":[{"$ref":"#/components/schemas/B"}]},
              "B":{"allOf":[{"$ref":"#/components/schemas/A"}],"properties":{"b":{"type":"string"}}}}}
            """);
        Assert.Equal(["kind", "token"], collected.Tools.Single(tool => tool.Name == "card").ParameterNames());
        Assert.Equal(["b", "t"], collected.Tools.Single(tool => tool.Name == "loop").ParameterNames().Order(StringComparer.Ordinal));
    }

    /// <summary>Schemas of arguments, the arguments with a star where required, and the choice that is left at the top.</summary>
    [Theory]
    [InlineData(
        """{"oneOf":[{"properties":{"do":{"const":"add"},"a":{}},"required":["do","a"]},{"properties":{"do":{"const":"drop"},"b":{}},"required":["do","b"]}]}""",
        "do* a b", "oneOf")]
    [InlineData("""{"anyOf":[{"properties":{"a":{"type":"string"}},"required":["a"]},{"properties":{"b":{"type":"string"}},"required":["b"]}]}""", "a b",
        "anyOf")]
    [InlineData("""{"properties":{"id":{},"title":{}},"oneOf":[{"required":["id"]},{"required":["title"]}]}""", "id title", "oneOf")]
    [InlineData("""{"properties":{"id":{},"title":{}},"oneOf":[{"required":["id"]},{"required":["id","title"]}]}""", "id title", "anyOf")]
    [InlineData("""{"properties":{"id":{},"title":{}},"anyOf":[{"required":["id"]},{}]}""", "id title", "")]
    [InlineData("""{"allOf":[{"properties":{"a":{}},"required":["a"]},{"properties":{"b":{}}}]}""", "a* b", "")]
    [InlineData("""{"$ref":"#/$defs/X","$defs":{"X":{"properties":{"a":{}},"required":["a"]}}}""", "a*", "")]
    [InlineData("""{"oneOf":[{"properties":{"a":{}}},{"type":"null"}]}""", "a", "")]
    [InlineData(
        """{"properties":{"a":{}},"if":{"properties":{"a":{"const":1}}},"then":{"properties":{"b":{}},"required":["b"]},"else":{"properties":{"c":{}}}}""",
        "a b c", "")]
    [InlineData("""{"properties":{"a":{}},"allOf":[{"if":{},"then":{"properties":{"b":{},"a":{}}}}]}""", "a b", "")]
    [InlineData("""{"type":"object"}""", "", "")]
    [InlineData("{}", "", "")]
    public async Task Forms_of_arguments_are_one_object_with_their_conditions(string schema, string arguments, string combiner)
    {
        var tool = (await Collected.FromAsync(("s.json", Server.Replace("SCHEMA", schema, StringComparison.Ordinal)))).Only;
        Assert.Equal(arguments, string.Join(' ', tool.ParameterNames().Select(name => tool.RequiredNames().Contains(name) ? name + "*" : name)));
        Assert.Equal(combiner, tool.Parameters.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => name is "oneOf" or "anyOf") ?? "");
        OpenApiReferenceTests.AssertSelfContained(tool.Parameters);
    }

    [Theory]
    [InlineData("""{"type":"string"}""", "of type string")]
    [InlineData("""{"type":"array","items":{}}""", "of type array")]
    [InlineData("""{"$ref":"#/$defs/gone"}""", "leads nowhere")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", "none of whose forms")]
    public async Task A_schema_that_is_not_understood_makes_no_tool_without_arguments(string schema, string reason)
    {
        var collected = await Collected.FromAsync(("s.json", Server.Replace("SCHEMA", schema, StringComparison.Ordinal)));
        Assert.Empty(collected.Tools);
        Assert.Equal("parameters_not_understood", Assert.Single(collected.Rejected).Reason);
        Assert.Contains(reason, collected.Rejected[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Free_members_are_taken_where_they_are_all_there_is_and_counted_beside_named_ones()
    {
        var free = await Collected.FromAsync(("s.json",
            """{"server":"s","tools":[{"name":"t","description":"Do it.","inputSchema":{"type":"object","additionalProperties":{"type":"string","maxLength":4}}}]}"""));
        Assert.Equal("""{"type":"string","maxLength":4}""", free.Only.Parameters.GetProperty("additionalProperties").GetRawText());
        var beside = await Collected.FromAsync(("s.json",
            """{"server":"s","tools":[{"name":"t","description":"Do it.","inputSchema":{"type":"object","properties":{"a":{}},"additionalProperties":{"type":"string"}}}]}"""));
        Assert.False(beside.Only.Parameters.TryGetProperty("additionalProperties", out _));
        Assert.Equal(1, beside.Repairs("free_members_not_read"));
    }

    /// <summary>A choice of Bus and Tram with a discriminator; the values of the tag, as in the conditions of the forms.</summary>
    [Theory]
    [InlineData("""{"propertyName":"type"}""", """["Bus"]""", """["Tram"]""")]
    [InlineData("""{"propertyName":"type","mapping":{"bus":"#/components/schemas/Bus","coach":"Bus"}}""", """["bus","coach"]""", """["Tram"]""")]
    [InlineData("""{"propertyName":"type","mapping":{"t":"Tram","b":"Bus"}}""", """["b"]""", """["t"]""")]
    public async Task A_choice_with_a_discriminator_tells_its_forms_by_the_tag(string discriminator, string bus, string tram)
    {
        var collected = await VehiclesAsync(discriminator);
        var tool = collected.Only;
        Assert.Equal(["type", "seats", "gauge"], tool.ParameterNames());
        Assert.Equal(["type"], tool.RequiredNames());
        var forms = tool.Parameters.GetProperty("oneOf");
        Assert.Equal((bus, """["seats"]"""), (Tags(forms[0]), forms[0].GetProperty("required").GetRawText()));
        Assert.Equal((tram, """["gauge"]"""), (Tags(forms[1]), forms[1].GetProperty("required").GetRawText()));

        static string Tags(JsonElement form) => form.GetProperty("properties").GetProperty("type").GetProperty("enum").GetRawText();
    }

    [Fact]
    public async Task The_form_that_a_discriminator_falls_back_to_is_not_told_apart_and_that_is_counted()
    {
        var collected = await VehiclesAsync("""{"propertyName":"type","mapping":{"t":"Tram"},"defaultMapping":"Bus"}""");
        Assert.Equal(1, collected.Repairs("default_form_not_told_apart"));
        Assert.Equal(["type", "seats", "gauge"], collected.Only.ParameterNames());
    }

    [Fact]
    public async Task A_subtype_with_a_discriminator_of_its_own_is_told_by_both_tags()
    {
        var tool = (await Collected.OpenApiAsync(
            """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Event"}}}}}}}""",
            """
            "components":{"schemas":{
              "Event":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"}},"discriminator":{"propertyName":"kind","mapping":{"fire":"Fire","storm":"Storm"}}},
              "Fire":{"allOf":[{"$ref":"#/components/schemas/Event"},{"required":["fuel"],"properties":{"fuel":{"type":"string"}},"discriminator":{"propertyName":"fuel","mapping":{"wood":"Wood","oil":"Oil"}}}]},
              "Wood":{"allOf":[{"$ref":"#/components/schemas/Fire"}]},
              "Oil":{"allOf":[{"$ref":"#/components/schemas/Fire"},{"required":["foam"],"properties":{"foam":{"type":"boolean"}}}]},
              "Storm":{"allOf":[{"$ref":"#/components/schemas/Event"},{"required":["wind"],"properties":{"wind":{"type":"integer"}}}]}}}
            """)).Only;
        Assert.Equal("""["wood","oil"]""", tool.Parameter("fuel").GetProperty("enum").GetRawText());
        Assert.Equal(
            """
            [{"properties":{"kind":{"type":"string","enum":["fire"]},"fuel":{"type":"string","enum":["wood"]}},"required":["fuel"]},
            {"properties":{"kind":{"type":"string","enum":["fire"]},"fuel":{"type":"string","enum":["oil"]}},"required":["fuel","foam"]},
            {"properties":{"kind":{"type":"string","enum":["storm"]}},"required":["wind"]}]
            """.ReplaceLineEndings(""), tool.Parameters.GetProperty("anyOf").GetRawText());
    }

    [Fact]
    public async Task Forms_that_forbid_the_members_of_the_others_are_not_kept_apart_and_that_is_counted()
    {
        const string Closed =
            """{"anyOf":[{"properties":{"a":{}},"required":["a"],"additionalProperties":false},{"properties":{"b":{}},"required":["b"],"additionalProperties":false}]}""";
        Assert.Equal(1, (await Collected.FromAsync(("s.json", Server.Replace("SCHEMA", Closed, StringComparison.Ordinal)))).Repairs("forms_not_exclusive"));
    }

    private static Task<Collected> VehiclesAsync(string discriminator) => Collected.OpenApiAsync(
        """{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"oneOf":[{"$ref":"#/components/schemas/Bus"},{"$ref":"#/components/schemas/Tram"}],"discriminator":DISCRIMINATOR}}}}}}}"""
            .Replace("DISCRIMINATOR", discriminator, StringComparison.Ordinal),
        """
        "components":{"schemas":{
          "Bus":{"type":"object","required":["type","seats"],"properties":{"type":{"type":"string"},"seats":{"type":"integer"}}},
          "Tram":{"type":"object","required":["type","gauge"],"properties":{"type":{"type":"string"},"gauge":{"type":"integer"}}}}}
        """);

    private static async Task<JsonElement> ParameterAsync(string schema) => (await CollectAsync(schema)).Only.Parameter("p");

    private static Task<Collected> CollectAsync(string schema) =>
        Collected.OpenApiAsync(
            """{"/a":{"get":{"operationId":"x","summary":"Get.","parameters":[{"name":"p","in":"query","schema":SCHEMA}],"responses":{}}}}""".Replace(
            "SCHEMA", schema, StringComparison.Ordinal));

    private static string Without(JsonElement schema, string keyword) =>
        JsonSerializer.Serialize(schema.EnumerateObject().Where(member => member.Name != keyword).ToDictionary(member => member.Name, member => member.Value));

    /// <summary>Keywords and plain lists in order of their text: neither carries meaning.</summary>
    private static string Sorted(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Text(document.RootElement);

        static string Text(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(',', element.EnumerateObject().Select(member => $"{member.Name}:{Text(member.Value)}").Order(StringComparer.Ordinal)) + "}",
            JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Text).Order(StringComparer.Ordinal)) + "]",
            _ => element.GetRawText(),
        };
    }
}
