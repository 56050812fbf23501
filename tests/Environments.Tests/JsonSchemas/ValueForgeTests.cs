using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language.Values;

namespace AgentScaler.Environments.Tests.JsonSchemas;

/// <summary>Values that are made for a schema are plausible and of bounded size.</summary>
public sealed class ValueForgeTests
{
    [Theory]
    [InlineData(0, 0, 3)]
    [InlineData(5, 5, 5)]
    [InlineData(1_000, 1_000, 1_000)]
    // Nobody means such a list, and making it would take longer than everything else.
    [InlineData(2_000_000, 1_000, 1_000)]
    public void A_list_has_as_many_items_as_its_schema_demands_up_to_a_bound(int demanded, int least, int most)
    {
        using var schema = JsonDocument.Parse($$$"""{"type":"array","minItems":{{{demanded}}},"items":{"type":"integer"}}""");
        var made = new ValueForge(new DeterministicRandom(1, "list")).Make(SchemaDocument.Read(schema.RootElement), "numbers", null);
        Assert.InRange(made.AsArray.Length, least, most);
    }
}
