using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Sessions;

/// <summary>
/// Filtered, sorted, paged lists go through indexes and ranks. Whatever way they go, they give what looking at every row
/// would give, before and after a session wrote to the table.
/// </summary>
public sealed class ListTests
{
    private const string Parameters = """
        {"type":"object","properties":{"status":{"type":"string"},"customer_id":{"type":"string"},"search":{"type":"string"},
         "sort":{"type":"string","enum":["note","-note","status","placed_at","order_id"]},"offset":{"type":"integer"},"limit":{"type":"integer"}}}
        """;

    private const string Body = """
        [{"return":["select","orders",{"as":"o","where":["and",
            ["or",["is_null",["arg","status"]],["eq",["field",["var","o"],"status"],["arg","status"]]],
            ["or",["is_null",["arg","customer_id"]],["eq",["field",["var","o"],"customer_id"],["arg","customer_id"]]],
            ["or",["is_null",["arg","search"]],["contains",["field",["var","o"],"note"],["arg","search"]]]],
          "order":[
            {"by":["if",["eq",["arg","sort"],"-note"],["field",["var","o"],"note"],null],"descending":true},
            {"by":["if",["eq",["arg","sort"],"note"],["field",["var","o"],"note"],["if",["eq",["arg","sort"],"status"],["field",["var","o"],"status"],null]]},
            {"by":["if",["starts_with",["lower",["to_text",["arg","sort"]]],"placed"],["field",["var","o"],"placed_at"],null]}],
          "offset":["arg","offset"],"limit":["arg","limit"]}]}]
        """;

    private static readonly EnvironmentDefinition Definition = Shop.With("list", Parameters, Body);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_page_is_what_looking_at_every_row_gives(long seed)
    {
        var session = CompiledEnvironment.Compile(Definition, Shop.State).Open();
        var chance = new SeededChance(seed);
        for (var i = 0; i < 400; i++)
        {
            Write(session, chance);
            var arguments = Arguments(chance);
            var result = session.Call("list", arguments);
            Assert.True(result.Ok, result.Error?.Message);
            Assert.Equal(Value.From(Expected(session, arguments.AsObject)).ToJson(), result.Result.ToJson());
        }
    }

    [Fact]
    public void Both_executions_agree_on_lists_after_any_writes()
    {
        var only = Definition with
        {
            Tools = [.. Definition.Tools.Where(t => t.Name is "list" or "create_order" or "delete_order" or "set_order_status")],
            Programs = [.. Definition.Programs.Where(p => p.Tool is "list" or "create_order" or "delete_order" or "set_order_status")],
        };
        using var tester = new DifferentialTester();
        var report = tester.Test(CompiledEnvironment.Compile(only, Shop.State), callsPerTool: 400, seed: 3);
        Assert.True(report.Compared, report.Reason);
        Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, t.Example));
    }

    private static void Write(EnvironmentSession session, SeededChance chance)
    {
        var order = 1 + chance.Below(20);
        _ = chance.Below(6) switch
        {
            0 => session.Ask("create_order",
                $$"""{"customer_id":"cus_000{{1 + chance.Below(4)}}","note":"{{chance.Pick(["a", "gift", "z gift", "ß"])}}","items":[{"sku":"BK-1","quantity":1}]}"""),
            1 => session.Ask("set_order_status", $$"""{"order_id":{{order}},"status":"{{chance.Pick(["paid", "cancelled"])}}"}"""),
            2 => session.Ask("delete_order", $$"""{"order_id":{{order}}}"""),
            _ => null,
        };
    }

    private static Value Arguments(SeededChance chance)
    {
        var members = ObjectValue.Empty;
        void Sometimes(string name, Value value) => members = chance.Chance(35) ? members.With(name, value) : members;
        Sometimes("status", chance.Pick<Value>(["open", "paid", "cancelled", "nothing"]));
        Sometimes("customer_id", $"cus_000{1 + chance.Below(4)}");
        Sometimes("search", chance.Pick<Value>(["gift", "a", ""]));
        Sometimes("sort", chance.Pick<Value>(["note", "-note", "status", "placed_at", "order_id"]));
        Sometimes("offset", chance.Below(4) - 1);
        Sometimes("limit", chance.Below(5) - 1);
        return Value.From(members);
    }

    private static IEnumerable<Value> Expected(EnvironmentSession session, ObjectValue arguments)
    {
        bool Fits(ObjectValue row, string column) => arguments[column].IsNull || row[column] == arguments[column];
        var sort = arguments["sort"].IsNull ? "" : arguments["sort"].AsString;
        var rows = session.State().Rows("orders")
            .Where(r => Fits(r, "status") && Fits(r, "customer_id"))
            .Where(r => arguments["search"].IsNull
                || (r["note"].IsString && r["note"].AsString.Contains(arguments["search"].AsString, StringComparison.Ordinal)));
        var sorted = sort switch
        {
            "-note" => rows.OrderByDescending(r => r["note"], ValueOrder.Comparer),
            "note" or "status" or "placed_at" => rows.OrderBy(r => r[sort], ValueOrder.Comparer),
            _ => rows,
        };
        var take = arguments["limit"].IsNull ? int.MaxValue : (int)Math.Max(0, arguments["limit"].AsInteger);
        return sorted.Skip(arguments["offset"].IsNull ? 0 : (int)Math.Max(0, arguments["offset"].AsInteger)).Take(take).Select(Value.From);
    }
}
