using System.Text.Json;

namespace AgentScaler.Tools.Tests;

public sealed class ToolSchemasTests
{
    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    [Fact]
    public void References_are_followed_into_the_definitions()
    {
        var root = Json("""{"properties":{"a":{"$ref":"#/$defs/A"}},"$defs":{"A":{"$ref":"#/$defs/B"},"B":{"type":"string"}}}""");
        Assert.Equal("string", ToolSchemas.Properties(root, root).Single().Value.GetProperty("type").GetString());
    }

    [Fact]
    public void A_circle_of_references_ends()
    {
        var root = Json("""{"$ref":"#/$defs/A","$defs":{"A":{"$ref":"#/$defs/A"}}}""");
        Assert.True(ToolSchemas.Resolve(root, root).TryGetProperty("$ref", out _));
    }

    [Fact]
    public void Required_names_are_read_from_the_opened_schema()
    {
        var root = Json("""{"$ref":"#/$defs/A","$defs":{"A":{"required":["x",1]}}}""");
        Assert.Equal(["x"], ToolSchemas.Required(root, root));
    }

    [Fact]
    public void Ids_depend_on_the_frames_of_their_parts()
    {
        Assert.NotEqual(ContentId.Of("t", "ab", "c"), ContentId.Of("t", "a", "bc"));
        Assert.NotEqual(ContentId.Of("t", "", "a"), ContentId.Of("t", null, "a"));
        Assert.Matches("^t_[0-9a-f]{20}$", ContentId.Of("t", "a"));
    }
}
