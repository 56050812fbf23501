using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Proofs;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>When one tool changes, what does not depend on it keeps its proofs, and the result is that of a fresh run.</summary>
public sealed class EvolutionTests
{
    private static readonly MaterializationOptions Options = new() { DifferentialCalls = 0, MutantsPerTool = 4 };

    [Fact]
    public void Nothing_is_proved_again_where_nothing_changed()
    {
        var tools = ToolFixture.Helpdesk();
        var first = ToolFixture.Materialize("helpdesk", tools, Options);
        Assert.Equal(tools.Select(t => t.Name).Order(StringComparer.Ordinal), first.Checks.Proved);

        var again = ToolFixture.Materialize("helpdesk", tools, Options, kept: Stored(first));
        Assert.Empty(again.Checks.Proved);
        Assert.Equal(Text(first), Text(again));
    }

    [Fact]
    public void A_changed_lookup_is_proved_alone()
    {
        var first = ToolFixture.Materialize("helpdesk", ToolFixture.Helpdesk(), Options);
        var changed = Changed("get_weather",
            """{"type":"object","required":["city","temperature"],"properties":{"city":{"type":"string"},"temperature":{"type":"number"},"wind":{"type":"number"}}}""");
        var again = ToolFixture.Materialize("helpdesk", changed, Options, kept: Stored(first));
        Assert.Equal(["get_weather"], again.Checks.Proved);
        Assert.Equal(Text(ToolFixture.Materialize("helpdesk", changed, Options)), Text(again));
    }

    [Fact]
    public void A_changed_tool_takes_the_tools_of_its_tables_with_it_and_no_others()
    {
        var first = ToolFixture.Materialize("helpdesk", ToolFixture.Helpdesk(), Options);
        var changed =
            Changed("close_ticket", """{"type":"object","properties":{"success":{"type":"boolean"},"closed_at":{"type":"string","format":"date-time"}}}""");
        var again = ToolFixture.Materialize("helpdesk", changed, Options, kept: Stored(first));
        Assert.Contains("close_ticket", again.Checks.Proved);
        Assert.Contains("get_ticket", again.Checks.Proved);
        Assert.DoesNotContain("get_weather", again.Checks.Proved);
        Assert.DoesNotContain("calculate_bmi", again.Checks.Proved);
        Assert.Equal(Text(ToolFixture.Materialize("helpdesk", changed, Options)), Text(again));
    }

    private static IReadOnlyList<ToolSpecification> Changed(string name, string returns) => [.. ToolFixture.Helpdesk().Select(t => t.Name == name
        ? ToolFixture.Function(name, t.Parameters.GetRawText(), returns)
        : t)];

    /// <summary>The proofs as the store gives them back.</summary>
    private static Dictionary<string, UnitProof> Stored(MaterializedDomain result) =>
        JsonSerializer.Deserialize<Dictionary<string, UnitProof>>(JsonSerializer.Serialize(result.Checks.Units, ContractJson.Options), ContractJson.Options)!;

    private static string Text(MaterializedDomain result) =>
        JsonSerializer.Serialize(result.Checks.Tools, ContractJson.Options) + result.Definition!.Id + result.InitialState.ToJson();
}
