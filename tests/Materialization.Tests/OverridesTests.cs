using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests;

public sealed class OverridesTests
{
    private static readonly MaterializationOptions Plain = new() { DifferentialCalls = 0, MutantsPerTool = 0 };

    private static MaterializedDomain With(string overrides) =>
        ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { Overrides = overrides });

    [Fact]
    public void The_user_says_from_which_states_a_transition_starts()
    {
        var result = With("""{"tools":{"cancel_order":{"from":["pending"]}}}""");
        var environment = CompiledEnvironment.Compile(result.Definition!, result.InitialState);
        var paid = result.InitialState.Rows("orders").First(o => o["status"] == "paid");
        Assert.Equal(ErrorCode.PreconditionFailed, environment.Open().Call("cancel_order", Value.Object(("order_id", paid["id"]))).Error!.Code);
    }

    [Fact]
    public void A_guard_of_the_user_stands_before_the_change_and_its_policy_sentence_in_the_policy()
    {
        var result = With(
            """{"tools":{"create_order":{"guards":[{"guard":["le",["arg","total"],1000],"code":"precondition_failed","message":"Orders above 1000 need approval."}]}},"policy":["Orders above 1000 need approval."]}""");
        var environment = CompiledEnvironment.Compile(result.Definition!, result.InitialState);
        var customer = result.InitialState.Rows("customers")[0]["id"];
        var call = Value.Object(("customer_id", customer), ("total", 2000), ("items", Value.EmptyArray));
        Assert.Equal(ErrorCode.PreconditionFailed, environment.Open().Call("create_order", call).Error!.Code);
        Assert.Contains("Orders above 1000 need approval.", result.Definition!.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_user_regroups_a_tool_says_what_it_does_and_names_a_key()
    {
        var plain = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain).Definition!;
        Assert.Equal(["id"], plain.Schema.Table("customers")!.PrimaryKey);
        var result = With("""{"tools":{"ship_order":{"resource":"shipment","effect":"create"}},"keys":{"customers":"email"}}""");
        Assert.NotNull(result.Definition!.Schema.Table("shipments"));
        Assert.Equal(["email"], result.Definition.Schema.Table("customers")!.PrimaryKey);
        Assert.Equal(("create", "shipments"), (Tool(result, "ship_order").Does, Tool(result, "ship_order").Table));
        Assert.Contains(Tool(result, "ship_order").Evidence, e => e.Contains("override", StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_program_of_the_user_runs_in_place_of_the_inferred_one()
    {
        var result = With(
            """{"tools":{"get_order":{"program":{"tool":"get_order","writes":false,"body":[{"fail":"conflict","message":"Closed today."}],"evidence":["The shop said so."]}}}}""");
        var answer = CompiledEnvironment.Compile(result.Definition!, result.InitialState).Open().Call("get_order", Value.Object(("order_id", "x")));
        Assert.Equal("Closed today.", answer.Error!.Message);
    }

    [Fact]
    public void Tables_columns_a_name_and_rules_may_be_for_one_domain_alone()
    {
        const string overrides = """
            {"domains":{"shop":{"name":"The shop","policy":["No refunds."],"schema":{"tables":[
               {"name":"coupons","primary_key":["code"],"columns":[{"name":"code","type":"string"},{"name":"owner","type":"string","references":{"table":"customers","column":"id"}}]},
               {"name":"orders","columns":[{"name":"priority","type":"string","enum":["low","high"],"nullable":false}]}]}},
             "other":{"policy":["Not for this one."]}}}
            """;
        var result = With(overrides);
        var customers = result.InitialState.Rows("customers").Select(c => c["id"]).ToHashSet();
        Assert.All(result.InitialState.Rows("coupons"), c => Assert.True(c["owner"].IsNull || customers.Contains(c["owner"])));
        Assert.All(result.InitialState.Rows("orders"), o => Assert.True(o["priority"] == "low" || o["priority"] == "high"));
        Assert.Equal("The shop", result.Definition!.Name);
        Assert.Contains("No refunds.", result.Definition.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("Not for this one.", result.Definition.Policy, StringComparison.Ordinal);
        Assert.All(result.Checks.Tools, c => Assert.True(c.Executed && c.BrokenLaws.Count == 0, c.Name));
    }

    [Theory]
    [InlineData("""{"tools":{"no_such_tool":{"effect":"get"}}}""", "/tools/no_such_tool")]
    [InlineData("""{"domains":{"shop":{"tools":{"no_such_tool":{}}}}}""", "/domains/shop/tools/no_such_tool")]
    [InlineData("""{"domains":{"shop":{"keys":{"orders":7}}}}""", "/domains/shop/keys/orders")]
    public void A_document_is_checked_against_the_tools_that_there_are(string overrides, string place) => Assert.Contains(
        place, Assert.Throws<OverridesException>(() => OverridesDocument.Check(overrides, new HashSet<string> { "get_order" })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void What_was_inferred_is_described_with_its_evidence_and_how_to_change_it()
    {
        var description = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain).Description;
        var order = description.Tables.Single(t => t.Name == "orders");
        Assert.Equal("id", order.Key);
        Assert.Contains("get_order", order.Columns["status"], StringComparison.Ordinal);
        Assert.Contains("\"orders\":\"COLUMN\"", order.ChangeBy, StringComparison.Ordinal);
        var cancel = description.Tools.Single(t => t.Name == "cancel_order");
        Assert.Equal(("transition", "orders"), (cancel.Does, cancel.Table));
        Assert.NotEmpty(cancel.Evidence);
        Assert.All(new[] { "cancel_order", "effect", "resource", "guards", "program" },
            word => Assert.Contains(word, cancel.ChangeBy, StringComparison.Ordinal));
    }

    private static ToolDescription Tool(MaterializedDomain result, string name) => result.Description.Tools.Single(t => t.Name == name);

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("""{"tool":{}}""", "/tool")]
    [InlineData("""{"tools":{"get_order":{"effect":"fetch"}}}""", "/tools/get_order/effect")]
    [InlineData("""{"tools":{"get_order":{"program":{"tool":"get_order","writes":false,"body":[{"explode":1}],"evidence":[]}}}}""", "/tools/get_order")]
    public void A_wrong_override_is_refused_with_its_place(string overrides, string place) =>
        Assert.Contains(place, With(overrides).Rejection, StringComparison.Ordinal);

    [Fact]
    public void A_dump_is_adopted_with_its_own_names_keys_enumerations_and_relations()
    {
        const string dump = """
            {"customers":{"c1":{"full_name":"Ada","email":"ada@example.com"},"c2":{"full_name":"Ben","email":"ben@example.com"}},
             "orders":[{"id":"o1","customer_id":"c1","status":"pending","total":5,"items":[{"sku":"A","quantity":1}]},
                       {"id":"o2","customer_id":"c2","status":"paid","total":7,"items":[{"sku":"B","quantity":2}]}]}
            """;
        var result = ToolFixture.Materialize("shop", ToolFixture.Shop(), Plain with { State = dump });
        Assert.True(result.Materialized, result.Rejection);
        Assert.Equal("Ada", result.InitialState.Rows("customers")[0]["full_name"].AsString);
        var environment = CompiledEnvironment.Compile(result.Definition!, result.InitialState);
        Assert.Equal("pending", environment.Open().Call("get_order", Value.Object(("order_id", "o1"))).Result["status"].AsString);
        Assert.Equal("orders", Assert.Single(result.Definition!.Schema.Tables, t => t.Name == "orders").Name);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_and_another_seed_another_state()
    {
        var (first, second) = (ToolFixture.Materialize("shop", ToolFixture.Shop()), ToolFixture.Materialize("shop", ToolFixture.Shop()));
        Assert.Equal(first.InitialState.ToJson(), second.InitialState.ToJson());
        Assert.Equal(first.Definition!.Id, second.Definition!.Id);
        Assert.NotEqual(first.InitialState.ToJson(), ToolFixture.Materialize("shop", ToolFixture.Shop(), seed: 1).InitialState.ToJson());
    }
}
