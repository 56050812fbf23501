using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class ProgramCheckerTests
{
    [Theory]
    [InlineData("""[{"return":["get","orderz",1]}]""", "/body/0/return/1", "There is no table \"orderz\"")]
    [InlineData("""[{"return":["get","lines",1]}]""", "/body/0/return", "The primary key of lines is (order_id, line)")]
    [InlineData("""[{"return":["field",["get","orders",1],"statuz"]}]""", "/body/0/return/2", "has no column \"statuz\"")]
    [InlineData("""[{"return":["arg","nope"]}]""", "/body/0/return/1", "The tool has no argument \"nope\"")]
    [InlineData("""[{"return":["var","x"]}]""", "/body/0/return/1", "is not bound on every way")]
    [InlineData("""[{"if":["arg","flag"],"then":[{"let":"x","be":1}]},{"return":["var","x"]}]""", "/body/1/return/1", "is not bound on every way")]
    [InlineData("""[{"for":"i","in":["range",0,3],"do":[{"let":"x","be":1}]},{"return":["var","x"]}]""", "/body/1/return/1", "is not bound on every way")]
    [InlineData("""[{"return":["add","a",1]}]""", "/body/0/return/1", "\"add\" takes a number, this is a string")]
    [InlineData("""[{"return":["not"]}]""", "/body/0/return", "\"not\" takes 1 operand, found 0")]
    [InlineData("""[{"guard":["not"],"code":"conflict","message":"no"},{"return":1}]""", "/body/0/guard", "\"not\" takes 1 operand, found 0")]
    [InlineData("""[{"if":["not"],"then":[{"return":1}],"else":[{"return":2}]}]""", "/body/0/if", "\"not\" takes 1 operand, found 0")]
    [InlineData("""[{"return":["field",["object",{"a":1}],"b"]}]""", "/body/0/return/2", "has no member \"b\"")]
    [InlineData("""[{"let":"o","be":["get","orders",1]},{"return":["eq",["field",["var","o"],"status"],"lost"]}]""", "/body/1/return/2",
        "never holds \"lost\"")]
    [InlineData("""[{"insert":"orders","row":{"status":"open"}}]""", "/body/0/row", "orders.customer_id is not nullable and is left out")]
    [InlineData("""[{"update":"orders","key":[1],"set":{"order_id":2}}]""", "/body/0/set/order_id", "belongs to the primary key")]
    [InlineData("""[{"update":"orders","key":[1],"set":{"status":"lost"}}]""", "/body/0/set/status", "is no value of orders.status")]
    [InlineData("""[{"update":"products","key":["x"],"set":{"stock":"many"}}]""", "/body/0/set/stock", "takes a number, this is a string")]
    [InlineData("""[{"let":"1x","be":1}]""", "/body/0/let", "is no name of a variable")]
    [InlineData("""[{"return":["aggregate","sum","orders",{"as":"o"}]}]""", "/body/0/return/3", "\"sum\" needs \"of\"")]
    [InlineData("""[{"return":["derive",{"type":"number","minimum":2,"maximum":1}]}]""", "/body/0/return/1/maximum", "below the minimum")]
    [InlineData("""[{"for":"i","in":5,"do":[]}]""", "/body/0/in", "\"for\" takes an array, this is a number")]
    public void What_cannot_be_right_is_refused_with_its_place(string body, string place, string message)
    {
        var found = Check(body);
        Assert.Contains(found, d => d.Place == place && d.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_declared_effect_is_held_against_the_statements()
    {
        var tool = Shop.Definition.Tools[0];
        var reading = Shop.Definition.Programs[0] with { Writes = true };
        Assert.Equal("/writes", Assert.Single(ProgramChecker.Check(reading, Shop.Definition.Schema, tool)).Place);
    }

    [Theory]
    [InlineData("""[{"if":["arg","flag"],"then":[{"let":"x","be":1}],"else":[{"fail":"conflict","message":"no"}]},{"return":["var","x"]}]""")]
    [InlineData("""[{"let":"x","be":0},{"for":"i","in":["range",0,3],"do":[{"let":"x","be":["add",["var","x"],["var","i"]]}]},{"return":["var","x"]}]""")]
    [InlineData("""[{"return":["select","orders",{"as":"flag","where":["eq",["field",["var","flag"],"status"],"open"]}]}]""")]
    public void What_may_be_right_is_accepted(string body) => Assert.Empty(Check(body));

    [Theory]
    [InlineData("""{"tool":"t","body":[]}""", "/writes")]
    [InlineData("""{"tool":"t","writes":false,"body":{}}""", "/body")]
    [InlineData("""{"tool":"t","writes":false,"body":[{"lets":"x"}]}""", "/body/0")]
    [InlineData("""{"tool":"t","writes":false,"body":[{"let":"x"}]}""", "/body/0")]
    [InlineData("""{"tool":"t","writes":false,"body":[{"let":"x","be":1,"bee":2}]}""", "/body/0/bee")]
    [InlineData("""{"tool":"t","writes":false,"body":[{"return":{"a":1}}]}""", "/body/0/return")]
    [InlineData("""{"tool":"t","writes":false,"body":[{"return":["addd",1,2]}]}""", "/body/0/return/0")]
    [InlineData("""{"tool":"t","writes":false,"body":[{"return":["select","orders",{"wher":1}]}]}""", "/body/0/return/2/wher")]
    [InlineData("""{"tool":"t","writes":false,"body":[{"fail":"timeout","message":"x"}]}""", "/body/0/fail")]
    public void What_is_no_program_is_refused_with_its_place(string json, string place)
    {
        var refused = Assert.Throws<ProgramException>(() => ProgramJson.Read(Value.Parse(json)));
        Assert.Equal(place, Assert.Single(refused.Diagnostics).Place);
    }

    [Fact]
    public void A_program_is_the_same_after_writing_and_reading()
    {
        foreach (var program in Shop.Definition.Programs)
        {
            var json = ProgramJson.Write(program);
            Assert.Equal(json, ProgramJson.Write(ProgramJson.Read(Value.Parse(json.ToCanonicalJson()))));
        }
    }

    private static IReadOnlyList<ProgramDiagnostic> Check(string body)
    {
        var definition = Shop.With("tested", """{"type":"object","properties":{"flag":{"type":"boolean"}}}""", body);
        return ProgramChecker.Check(definition.Programs[^1], definition.Schema, definition.Tools[^1]);
    }
}
