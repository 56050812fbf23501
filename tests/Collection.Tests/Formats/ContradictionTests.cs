namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Demands that nothing can meet: they are left out and counted, because a tool without a valid call is of no use.</summary>
public sealed class ContradictionTests
{
    /// <summary>The schema of a parameter as written and as kept; whether it is counted.</summary>
    [Theory]
    [InlineData("""{"type":"integer","minimum":9,"maximum":3}""", """{"type":"integer"}""", 1)]
    [InlineData("""{"type":"number","minimum":3,"maximum":3,"exclusiveMaximum":true}""", """{"type":"number"}""", 1)]
    [InlineData("""{"type":"integer","minimum":3,"maximum":3}""", """{"type":"integer","minimum":3,"maximum":3}""", 0)]
    [InlineData("""{"allOf":[{"type":"integer","maximum":3},{"minimum":9}]}""", """{"type":"integer"}""", 1)]
    [InlineData("""{"allOf":[{"minimum":9},{"type":"integer","maximum":3}]}""", """{"type":"integer"}""", 1)]
    [InlineData("""{"type":"string","minLength":5,"maxLength":2,"pattern":"a"}""", """{"type":"string","pattern":"a"}""", 1)]
    [InlineData("""{"type":"array","items":{"type":"string"},"minItems":5,"maxItems":2}""", """{"type":"array","items":{"type":"string"}}""", 1)]
    public async Task Bounds_that_exclude_each_other_are_left_out_and_counted(string written, string kept, int count)
    {
        var collected = await FunctionAsync($$$"""{"type":"object","properties":{"a":{{{written}}} } }""");
        Assert.Equal(kept, collected.Only.Parameter("a").GetRawText());
        Assert.Equal(count, collected.Repairs("bounds_disjoint"));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a","ghost"]}""", 1)]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"}}},{"required":["ghost","shade","a"]}]}""", 2)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""", 0)]
    public async Task A_required_name_without_its_property_is_counted_in_functions_and_in_bodies(string schema, int count)
    {
        var function = await FunctionAsync(schema);
        var body =
            await Collected.OpenApiAsync("""{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":SCHEMA}}}}}}""".Replace(
            "SCHEMA", schema, StringComparison.Ordinal));
        Assert.Equal((count, count), (function.Repairs("required_without_property"), body.Repairs("required_without_property")));
        Assert.Equal(["a"], function.Only.RequiredNames());
        Assert.Equal(["a"], body.Only.RequiredNames());
    }

    [Fact]
    public async Task A_second_body_parameter_is_counted_and_its_members_are_arguments()
    {
        var collected = await Collected.FromAsync((
            "api.json",
            """
            {"swagger":"2.0","info":{"title":"Shop","version":"1"},"paths":{"/a":{"post":{"operationId":"x","parameters":[
              {"in":"body","name":"one","schema":{"type":"object","properties":{"a":{"type":"string"}}}},
              {"in":"body","name":"two","schema":{"type":"object","properties":{"b":{"type":"string"}}}}]}}}}
            """));
        Assert.Equal(["a", "b"], collected.Only.ParameterNames());
        Assert.Equal(1, collected.Repairs("body_repeated"));
    }

    private static Task<Collected> FunctionAsync(string schema) =>
        Collected.FromAsync(("tools.json", $$$"""{"tools":[{"name":"t","description":"Do it.","inputSchema":{{{schema}}} }]}"""));
}
