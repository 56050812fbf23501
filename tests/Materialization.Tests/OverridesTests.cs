using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

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
        var result = With("""{"tools":{"create_order":{"guards":[{"guard":["le",["arg","total"],1000],"code":"precondition_failed","message":"Orders above 1000 need approval."}]}},"policy":["Orders above 1000 need approval."]}""");
        var environment = CompiledEnvironment.Compile(result.Definition!, result.InitialState);
        var customer = result.InitialState.Rows("customers")[0]["id"];
        var call = Value.Object(("customer_id", customer), ("total", 2000), ("items", Value.EmptyArray));
        Assert.Equal(ErrorCode.PreconditionFailed, environment.Open().Call("create_order", call).Error!.Code);
        Assert.Contains("Orders above 1000 need approval.", result.Definition!.Policy, StringComparison.Ordinal);
    }

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
