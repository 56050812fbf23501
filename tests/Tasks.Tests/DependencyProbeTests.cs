using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Tasks.Dependencies;
using AgentScaler.Tasks.Reading;
using AgentScaler.Tools;

namespace AgentScaler.Tasks.Tests;

/// <summary>What a dependency is worth is found by making the calls, not by the names of its fields.</summary>
public sealed class DependencyProbeTests
{
    [Theory]
    [InlineData("find_customers", "list_orders", "customers[].customer_id", "customer_id", DependencyVerdict.Verified)]
    [InlineData("register_customer", "place_order", "customer_id", "customer_id", DependencyVerdict.Verified)]
    [InlineData("list_orders", "cancel_order", "orders[].order_id", "order_id", DependencyVerdict.Verified)]
    [InlineData("list_orders", "cancel_order", "orders[].order_id", "no_such", DependencyVerdict.NoParameter)]
    [InlineData("list_orders", "cancel_order", "orders[].no_such", "order_id", DependencyVerdict.NotProduced)]
    [InlineData("get_customer", "list_orders", "customer_id", "customer_id", DependencyVerdict.Echo)]
    [InlineData("find_customers", "cancel_order", "customers[].customer_id", "order_id", DependencyVerdict.Refused)]
    [InlineData("find_customers", "register_customer", "customers[].name", "name", DependencyVerdict.Indifferent)]
    [InlineData("find_customers", "get_customer", "customers[].customer_id", "customer_id", DependencyVerdict.Needless)]
    public void A_dependency_is_judged_by_what_the_calls_do(string from, string to, string field, string parameter, DependencyVerdict verdict)
    {
        var domain = ShopDomain.Domain with { Dependencies = [new ToolDependency("tool_" + from, "tool_" + to, field, parameter)] };
        Assert.Equal(verdict, Assert.Single(DependencyProbe.Of(new DomainModel(ShopDomain.Environment, domain), 0)).Value);
    }

    [Theory]
    [InlineData("/order_id", "order_id")]
    [InlineData("/items/0/product_id", "items[].product_id")]
    [InlineData("/tags/0", "tags[]")]
    [InlineData("/body/owner/name", "body.owner.name")]
    public void An_arguments_place_is_written_as_dependencies_write_it(string pointer, string path) => Assert.Equal(path, DependencyPath.OfPointer(pointer));

    [Theory]
    [InlineData("""{"items":[{"id":1},{"id":2},{"name":"x"}]}""", "items[].id", "[1,2]")]
    [InlineData("""[{"id":1}]""", "[].id", "[1]")]
    [InlineData("""{"tags":["a","b"]}""", "tags[]", "[\"a\",\"b\"]")]
    [InlineData("""{"a.b":{"c":7},"a":{"b":{"c":8}}}""", "a.b.c", "[7,8]")]
    [InlineData("""{"items":{"id":1}}""", "items[].id", "[]")]
    public void A_path_finds_every_value_that_stands_there(string result, string path, string values) =>
        Assert.Equal(Value.Parse(values), Value.From(DependencyPath.Values(Value.Parse(result), path)));
}
