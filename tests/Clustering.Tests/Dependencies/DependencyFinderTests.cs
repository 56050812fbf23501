using AgentScaler.Clustering.Dependencies;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests.Dependencies;

public class DependencyFinderTests
{
    [Fact]
    public void A_created_identifier_feeds_the_tools_that_ask_for_it()
    {
        var dependency = Between("create_order", "get_order",
            SyntheticTools.Tool("shop", "create_order", Object("sku:string"), Object("order_id:string")),
            SyntheticTools.Tool("shop", "get_order", Object("order_id:string"), Object("status:string")));
        Assert.Equal(("order_id", "order_id", 1.0), (dependency!.Field, dependency.Parameter, dependency.Confidence));
        Assert.Contains("identifies order", dependency.Evidence);
    }

    [Fact]
    public void The_identifier_of_a_listed_item_feeds_the_tool_that_names_its_resource()
    {
        var dependency = Between("list_customers", "get_customer",
            SyntheticTools.Tool("shop", "list_customers", Object(),
                $$"""{"type":"object","properties":{"items":{"type":"array","items":{{Object("id:integer", "name:string")}} } } }"""),
            SyntheticTools.Tool("shop", "get_customer", Object("customer_id:integer"), Object()));
        Assert.Equal(("items[].id", "customer_id"), (dependency!.Field, dependency.Parameter));
    }

    [Fact]
    public void A_path_parameter_named_id_is_the_identifier_of_the_resource_before_it()
    {
        var tools = new[]
        {
            SyntheticTools.Tool("shop", "create_order", Object("sku:string"), Object("id:string"), "POST", "/customers/{customer_id}/orders"),
            SyntheticTools.Tool("shop", "show", Object("id:string"), Object(), "GET", "/orders/{id}/lines"),
            SyntheticTools.Tool("shop", "look", Object("id:string"), Object(), "GET", "/lines/{id}"),
        };
        Assert.NotNull(Between("create_order", "show", tools));
        Assert.Null(Between("create_order", "look", tools));
    }

    [Fact]
    public void An_identifier_in_a_role_feeds_with_less_confidence()
    {
        var dependency = Between("open_account", "transfer",
            SyntheticTools.Tool("bank", "open_account", Object("owner:string"), Object("account_id:string")),
            SyntheticTools.Tool("bank", "transfer", Object("from_account_id:string"), Object()));
        Assert.InRange(dependency!.Confidence, 0.5, 0.8);
    }

    [Fact]
    public void Types_that_disagree_feed_nothing() =>
        Assert.Null(Between("create_order", "get_order",
            SyntheticTools.Tool("shop", "create_order", Object(), Object("order_id:boolean")),
            SyntheticTools.Tool("shop", "get_order", Object("order_id:string"), Object())));

    [Fact]
    public void Identifiers_of_other_things_feed_nothing() =>
        Assert.Null(Between("create_order", "get_customer",
            SyntheticTools.Tool("shop", "create_order", Object(), Object("order_id:string")),
            SyntheticTools.Tool("shop", "get_customer", Object("customer_id:string"), Object())));

    [Fact]
    public void An_api_key_is_no_ones_identifier() =>
        Assert.Null(Between("list_elections", "get_voters",
            SyntheticTools.Tool("civic", "list_elections", Object(), Object("id:string")),
            SyntheticTools.Tool("civic", "get_voters", Object("key:string"), Object(), "GET", "/elections")));

    [Fact]
    public void A_producer_that_asks_for_the_same_value_counts_less_than_one_that_makes_it()
    {
        var tools = new[]
        {
            SyntheticTools.Tool("shop", "create_order", Object(), Object("order_id:string")),
            SyntheticTools.Tool("shop", "get_order", """{"type":"object","properties":{"order_id":{"type":"string"}},"required":["order_id"]}""",
                Object("order_id:string")),
            SyntheticTools.Tool("shop", "cancel_order", Object("order_id:string"), Object()),
        };
        Assert.True(Between("create_order", "cancel_order", tools)!.Confidence > Between("get_order", "cancel_order", tools)!.Confidence);
    }

    [Fact]
    public void No_tool_feeds_itself() =>
        Assert.Empty(
            DependencyFinder.Find([ToolProfiler.Profile(SyntheticTools.Tool("shop", "update_order", Object("order_id:string"), Object("order_id:string")))]));

    [Fact]
    public void At_most_five_producers_are_kept_for_one_parameter()
    {
        var tools = Enumerable.Range(0, 9).Select(i => SyntheticTools.Tool("shop", $"create_order_{(char)('a' + i)}", Object(), Object("order_id:string")))
            .Append(SyntheticTools.Tool("shop", "get_order", Object("order_id:string"), Object()));
        Assert.Equal(5, DependencyFinder.Find([.. tools.Select(ToolProfiler.Profile)]).Count);
    }

    private static ToolDependency? Between(string from, string to, params ToolSpecification[] tools)
    {
        var ids = tools.ToDictionary(tool => tool.Name, tool => tool.Id);
        return DependencyFinder.Find([.. tools.Select(ToolProfiler.Profile)]).SingleOrDefault(one => one.From == ids[from] && one.To == ids[to]);
    }

    /// <summary>A schema of properties given as name:type.</summary>
    private static string Object(params string[] properties) =>
        $"{{\"type\":\"object\",\"properties\":{{{string.Join(',', properties.Select(one => one.Split(':')).Select(one => $"\"{one[0]}\":{{\"type\":\"{one[1]}\"}}"))}}}}}";
}
