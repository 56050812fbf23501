using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Sessions;

public sealed class SessionTests
{
    [Fact]
    public void A_row_is_found_by_its_key()
    {
        var result = Shop.Compiled.Open().Ask("get_customer", """{"customer_id":"cus_0002"}""");
        Assert.True(result.Ok, result.Error?.Message);
        Assert.Equal("Liam Brown", result.Result["name"].AsString);
    }

    [Fact]
    public void Lists_are_filtered_sorted_paged_and_joined()
    {
        var result = Shop.Compiled.Open().Ask("list_orders", """{"customer_id":"cus_0002","sort":"-placed_at","per_page":1}""").Result;
        Assert.Equal(2, result["total"].AsInteger);
        Assert.Equal(1, result["items"].AsArray.Length);
        Assert.Equal(7, result["items"].AsArray[0]["order_id"].AsInteger);
        Assert.Equal("Liam Brown", result["items"].AsArray[0]["customer"].AsString);
    }

    [Fact]
    public void An_order_takes_stock_and_gets_the_next_number()
    {
        var session = Shop.Compiled.Open();
        var result = session.Ask("create_order", """{"customer_id":"cus_0003","items":[{"sku":"BK-1","quantity":3},{"sku":"TR-4","quantity":1}]}""");
        Assert.True(result.Ok, result.Error?.Message);
        Assert.Equal(
            """{"order":{"order_id":8,"customer_id":"cus_0003","status":"open","placed_at":"2026-01-01T00:00:00Z","note":null},"total":71.97,"lines":2}""",
            result.Result.ToJson());
        Assert.Equal(7, session.State().Rows("products")[0]["stock"].AsInteger);
        Assert.Equal("""[{"clock":1767225660,"orders.order_id":8}]""", Value.From(session.State().Rows("_session").Select(Value.From)).ToJson());
    }

    [Theory]
    [InlineData("""[{"return": ["map", ["range", 0, 9000], {"as": "i", "do": ["array", ["var", "i"], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}]}]""")]
    [InlineData(
        """[{"let": "all", "be": ["map", ["range", 0, 9000], {"as": "i", "do": ["array", ["var", "i"], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}]}, {"return": ["count", ["var", "all"]]}]""")]
    [InlineData(
        """[{"return": ["object", {"deep": ["map", ["range", 0, 9000], {"as": "i", "do": ["array", ["var", "i"], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}]}]}]""")]
    [InlineData(
        """[{"update": "customers", "key": ["cus_0001"], "set": {"name": "changed"}}, {"return": ["map", ["range", 0, 9000], {"as": "i", "do": ["array", ["var", "i"], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}]}]""")]
    public void A_result_beyond_the_bound_is_refused_by_its_own_code_in_both_executions_and_changes_nothing(string body)
    {
        var definition = Shop.With("everything", """{"type":"object","properties":{}}""", body);
        var session = CompiledEnvironment.Compile(definition, Shop.State).Open();
        var result = session.Ask("everything", "{}");
        Assert.Equal(ErrorCode.ResultTooLarge, result.Error?.Code);
        Assert.Equal("result_too_large", result.Error!.Code.Word());
        Assert.Equal(Shop.Compiled.InitialHash, session.Hash);

        var folder = Directory.CreateTempSubdirectory("agentscaler-");
        try
        {
            foreach (var (name, text) in EnvironmentFiles.Write(definition, Shop.State, "[]"))
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            var answer = Value.Parse(PythonProgram.Run(folder.FullName, """
                import json
                import tools
                environment = tools.Environment(json.load(open("state.json")))
                before = environment.state()
                print(json.dumps(environment.call("everything", {})))
                assert environment.state() == before
                """));
            Assert.Equal(Value.Object(("ok", false), ("error", Value.Object(("code", "result_too_large"), ("message", result.Error.Message)))), answer);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_failed_call_changes_nothing_not_even_the_clock()
    {
        var session = Shop.Compiled.Open();
        var result = session.Ask("create_order", """{"customer_id":"cus_0003","items":[{"sku":"BK-1","quantity":3},{"sku":"GT-2","quantity":1}]}""");
        Assert.Equal(ErrorCode.Conflict, result.Error?.Code);
        Assert.Equal("Only 0 of GT-2 left", result.Error?.Message);
        Assert.Equal(Shop.Compiled.InitialHash, session.Hash);
        Assert.Equal(Shop.Compiled.InitialState.ToJson(), session.State().ToJson());
    }

    [Fact]
    public void Deleting_what_is_referred_to_is_a_conflict_unless_the_children_go_too()
    {
        var session = Shop.Compiled.Open();
        Assert.Equal("orders.customer_id still refers to customers.customer_id \"cus_0001\"",
            session.Ask("delete_customer", """{"customer_id":"cus_0001"}""").Error?.Message);
        Assert.True(session.Ask("delete_customer", """{"customer_id":"cus_0004"}""").Ok);
        Assert.True(session.Ask("delete_order", """{"order_id":1}""").Ok);
        Assert.Equal("orders has no row with order_id 1", session.Ask("delete_order", """{"order_id":1}""").Error?.Message);
    }

    [Fact]
    public void The_incremental_hash_is_the_hash_of_the_state()
    {
        var session = Shop.Compiled.Open();
        session.Ask("create_order", """{"customer_id":"cus_0003","items":[{"sku":"BK-1","quantity":3}]}""");
        session.Ask("delete_order", """{"order_id":3}""");
        session.Ask("transfer", """{"from_customer_id":"cus_0001","to_customer_id":"cus_0002","amount":0.2}""");
        Assert.Equal(StateHash.Of(session.State()), session.Hash);
        Assert.Equal(
            StateDiff.Between(Shop.Definition.Schema, Shop.Compiled.InitialState, session.State()).ToJson(), session.Diff().ToJson());
    }

    [Fact]
    public void A_snapshot_brings_back_rows_clock_and_counters()
    {
        var session = Shop.Compiled.Open();
        session.Ask("create_customer", """{"name":" Eve ","email":"EVE@example.com"}""");
        var (snapshot, state) = (session.Snapshot(), session.State().ToJson());
        session.Ask("create_customer", """{"name":"Bob","email":"bob@example.com"}""");
        session.Restore(snapshot);
        Assert.Equal(state, session.State().ToJson());
        Assert.Equal("cus_0006", session.Ask("create_customer", """{"name":"Bob","email":"bob@example.com"}""").Result["customer_id"].AsString);
    }

    [Fact]
    public void Money_is_added_as_decimals()
    {
        var session = Shop.Compiled.Open();
        Assert.Equal("""{"from":120.3,"to":0.3}""",
            session.Ask("transfer", """{"from_customer_id":"cus_0001","to_customer_id":"cus_0002","amount":0.2}""").Result.ToJson());
        Assert.Equal("Balance too low: -0.1",
            session.Ask("transfer", """{"from_customer_id":"cus_0002","to_customer_id":"cus_0001","amount":0.4}""").Error?.Message);
    }

    [Fact]
    public void Unique_columns_and_missing_references_are_held()
    {
        var session = Shop.Compiled.Open();
        var twice = session.Ask("create_customer", """{"name":"X","email":"ana@example.com"}""");
        Assert.Equal("customers already has a row with email \"ana@example.com\"", twice.Error?.Message);
        var missing = session.Ask("create_order", """{"customer_id":"nobody","items":[{"sku":"BK-1","quantity":1}]}""");
        Assert.Equal(ErrorCode.NotFound, missing.Error?.Code);
    }
}
