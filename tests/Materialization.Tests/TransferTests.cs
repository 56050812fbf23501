using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests;

/// <summary>A transfer moves an amount between two rows and records which.</summary>
public sealed class TransferTests
{
    private const string Account =
        """{"type":"object","required":["id","owner","balance"],"properties":{"id":{"type":"string"},"owner":{"type":"string"},"balance":{"type":"number"}}}""";
    private const string Transfer =
        """{"type":"object","required":["id","from_account_id","to_account_id","amount"],"properties":{"id":{"type":"string"},"from_account_id":{"type":"string"},"to_account_id":{"type":"string"},"amount":{"type":"number"},"note":{"type":"string"}}}""";

    private static IReadOnlyList<ToolSpecification> Bank() =>
    [
        ToolFixture.Http("list_accounts", "GET", "/accounts", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Account}}}""",
            provider: "bank"),
        ToolFixture.Http("get_account", "GET", "/accounts/{account_id}",
            """{"type":"object","required":["account_id"],"properties":{"account_id":{"type":"string"}}}""", Account, provider: "bank"),
        ToolFixture.Http("list_transfers", "GET", "/transfers", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Transfer}}}""",
            provider: "bank"),
        ToolFixture.Http(
            "transfer_money", "POST", "/transfers",
            """{"type":"object","required":["from_account_id","to_account_id","amount"],"properties":{"from_account_id":{"type":"string"},"to_account_id":{"type":"string"},"amount":{"type":"number","exclusiveMinimum":0},"note":{"type":"string"}}}""",
            Transfer, ToolEffect.Write, "bank"),
    ];

    [Fact]
    public void The_record_names_the_accounts_that_the_money_went_from_and_to()
    {
        var bank = ToolFixture.Materialize("bank", Bank());
        var accounts = bank.InitialState.Rows("accounts").Where(a => a["balance"].AsNumber > 2).ToList();
        var (from, to) = (accounts[^1], bank.InitialState.Rows("accounts")[1]);
        var session = CompiledEnvironment.Compile(bank.Definition!, bank.InitialState).Open();
        var answer =
            session.Call("transfer_money", Value.Object(("from_account_id", from["id"]), ("to_account_id", to["id"]), ("amount", 2), ("note", "Rent")));
        Assert.True(answer.Ok, answer.Error?.Message);
        Assert.Equal((from["id"], to["id"], Value.From("Rent")), (answer.Result["from_account_id"], answer.Result["to_account_id"], answer.Result["note"]));
        var recorded = session.State().Rows("transfers").Single(t => t["id"] == answer.Result["id"]);
        Assert.Equal((from["id"], to["id"]), (recorded["from_account_id"], recorded["to_account_id"]));
        Assert.Equal(from["balance"].AsNumber - 2, session.State().Rows("accounts").Single(a => a["id"] == from["id"])["balance"].AsNumber);
    }

    [Theory]
    [InlineData("transfer", "a source, a target and an amount")]
    [InlineData("create_many", "a list of objects")]
    public void An_effect_whose_roles_are_missing_is_refused_with_what_it_needs(string effect, string needs)
    {
        var options = new MaterializationOptions
        {
            DifferentialCalls = 0,
            MutantsPerTool = 0,
            Overrides = """{"tools":{"get_account":{"effect":"EFFECT"}}}""".Replace("EFFECT", effect, StringComparison.Ordinal)
        };
        var result = ToolFixture.Materialize("bank", Bank(), options);
        Assert.Null(result.Definition);
        Assert.Contains(needs, result.Rejection, StringComparison.Ordinal);
    }
}
