using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Tests;

public sealed class ParameterReaderTests
{
    [Theory]
    [InlineData("""{"type":"object"}""", "/body/name", "string")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", "/body/category", "string")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", "/body/name", "integer")]
    [InlineData("""{"type":"array","items":{"type":"object"}}""", "/body/0/name", "string")]
    public void An_object_whose_members_nobody_declared_can_be_given_one(string body, string pointer, string type)
    {
        var parameter = Assert.Single(Read(body));

        Assert.Equal(pointer, parameter.Pointer);
        Assert.Equal(type, parameter.Type);
        Assert.True(parameter.Required);
    }

    [Fact]
    public void An_object_that_takes_no_members_is_given_none() =>
        Assert.Empty(Read("""{"type":"object","additionalProperties":false}"""));

    [Fact]
    public void Declared_members_are_the_only_ones() =>
        Assert.Equal("/body/title", Assert.Single(Read("""{"type":"object","properties":{"title":{"type":"string"}}}""")).Pointer);

    private static IReadOnlyList<ParameterModel> Read(string body) =>
        ParameterReader.Read(ToolSchema.Read(JsonDocument.Parse($$"""{"type":"object","properties":{"body":{{body}}},"required":["body"]}""").RootElement));
}
