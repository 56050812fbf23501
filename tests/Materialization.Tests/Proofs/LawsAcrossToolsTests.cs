using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests.Proofs;

public sealed class LawsAcrossToolsTests
{
    private static readonly MaterializationOptions Options = new() { DifferentialCalls = 0, MutantsPerTool = 0 };

    [Theory]
    [InlineData("create_order", "create_then_get,create_then_list,failure_then_read")]
    [InlineData("update_customer", "failure_then_read,update_then_get,update_then_list")]
    [InlineData("delete_customer", "delete_then_get,delete_then_get_child,delete_then_list,failure_then_read")]
    [InlineData("cancel_order", "failure_then_read,update_then_get,update_then_list")]
    [InlineData("list_orders", "create_then_list,read_then_read,update_then_list")]
    public void A_tool_is_held_against_the_other_tools_of_its_rows(string tool, string laws)
    {
        var check = ToolFixture.Materialize("shop", ToolFixture.Shop(), Options).Checks.Tools.Single(c => c.Name == tool);
        Assert.Empty(check.BrokenLaws);
        Assert.Equal(laws, string.Join(',', check.LawsAcrossTools.Keys));
    }

    [Fact]
    public void A_list_that_hides_what_was_created_breaks_a_law_that_no_tool_alone_would_break()
    {
        var last = ToolFixture.Materialize("shop", ToolFixture.Shop(), Options).InitialState.Rows("customers")[^1]["id"].AsString;
        var result = Overridden("list_customers", $$"""[{"return":["select","customers",{"as":"c","where":["le",["field",["var","c"],"id"],"{{last}}"]}]}]""");
        Assert.Contains(result.Checks.Tools.Single(c => c.Name == "create_customer").BrokenLaws,
            l => l.StartsWith("create_then_list with list_customers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fetch_that_still_shows_what_was_deleted_breaks_a_law()
    {
        var shown = ToolFixture.Materialize("shop", ToolFixture.Shop(), Options).InitialState.Rows("customers")[0];
        var result =
            Overridden("get_customer", $$"""[{"return":["coalesce",["get","customers",["arg","customer_id"]],["literal",{{Value.From(shown).ToJson()}}]]}]""");
        Assert.Contains(result.Checks.Tools.Single(c => c.Name == "delete_customer").BrokenLaws,
            l => l.StartsWith("delete_then_get with get_customer: what is gone is still shown", StringComparison.Ordinal));
    }

    private static MaterializedDomain Overridden(string tool, string body)
    {
        var program = $$"""{"tool":"{{tool}}","writes":false,"body":{{body}},"evidence":[]}""";
        var overrides = "{\"tools\":{\"" + tool + "\":{\"judged\":true,\"program\":" + program + "}}}";
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Options with { Overrides = overrides });
        Assert.True(result.Materialized, result.Rejection);
        return result;
    }
}
