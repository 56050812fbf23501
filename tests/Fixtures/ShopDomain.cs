using System.Globalization;
using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Fixtures;

/// <summary>A shop written by hand: customers, products and orders with a life cycle, twelve tools, two rules that forbid.</summary>
public static class ShopDomain
{
    private static readonly string[] Names =
        ["Ana Reyes", "Ben Fischer", "Chloe Martin", "Daniel Novak", "Elena Costa", "Farid Rahman", "Grace Hughes", "Hiro Tanaka"];
    private static readonly string[] Cities = ["Lisbon", "Berlin", "Oslo"];
    private static readonly string[] Products = ["Desk Lamp", "Travel Mug", "Rain Jacket", "Yoga Mat", "Phone Case"];
    private static readonly string[] States = ["open", "shipped", "cancelled"];

    private static readonly Lazy<CompiledEnvironment> Ready = new(() => CompiledEnvironment.Compile(Definition(), State()));

    public static CompiledEnvironment Environment => Ready.Value;

    public static ToolDomain Domain { get; } = new(
        "domain_shop",
        "shop",
        "Corner Shop",
        [.. Tools().Select(t => "tool_" + t.Name).Order(StringComparer.Ordinal)],
        [
            new("tool_find_customers", "tool_list_orders", "customers[].customer_id", "customer_id"),
            new("tool_find_customers", "tool_place_order", "customers[].customer_id", "customer_id"),
            new("tool_search_products", "tool_place_order", "products[].product_id", "product_id"),
            new("tool_list_orders", "tool_cancel_order", "orders[].order_id", "order_id"),
            new("tool_list_orders", "tool_get_customer", "orders[].customer_id", "customer_id"),
            new("tool_register_customer", "tool_place_order", "customer_id", "customer_id"),
            new("tool_place_order", "tool_ship_order", "order_id", "order_id"),
        ]);

    private static (string Name, string Description, string Parameters, string Body)[] Tools() =>
    [
        ("find_customers", "Finds customers by name or city.", Parameters("", ("name", "string"), ("city", "string")),
            """[{"return":["object",{"customers":["select","customers",{"as":"c","where":["and",["or",["not",["given","name"]],["eq",["field",["var","c"],"name"],["arg","name"]]],["or",["not",["given","city"]],["eq",["field",["var","c"],"city"],["arg","city"]]]]}]}]}]"""),
        ("get_customer", "Gets one customer.", Parameters("customer_id", ("customer_id", "string")),
            """[{"let":"c","be":["get","customers",["arg","customer_id"]]},{"guard":["not",["is_null",["var","c"]]],"code":"not_found","message":["concat","Customer '",["arg","customer_id"],"' was not found."]},{"return":["var","c"]}]"""),
        ("register_customer", "Registers a customer.", Parameters("name email", ("name", "string"), ("email", "string"), ("city", "string")),
            """[{"guard":["eq",["aggregate","count","customers",{"as":"c","where":["eq",["field",["var","c"],"email"],["arg","email"]]}],0],"code":"conflict","message":"A customer with this email exists."},{"insert":"customers","row":{"name":["arg","name"],"email":["arg","email"],"city":["coalesce",["arg","city"],"Lisbon"]},"as":"row"},{"return":["var","row"]}]"""),
        ("update_customer", "Changes a customer's details.", Parameters("customer_id", ("customer_id", "string"), ("email", "string"), ("city", "string")),
            """[{"let":"c","be":["get","customers",["arg","customer_id"]]},{"guard":["not",["is_null",["var","c"]]],"code":"not_found","message":["concat","Customer '",["arg","customer_id"],"' was not found."]},{"update":"customers","key":[["arg","customer_id"]],"set":{"email":["coalesce",["arg","email"],["field",["var","c"],"email"]],"city":["coalesce",["arg","city"],["field",["var","c"],"city"]]},"as":"row"},{"return":["var","row"]}]"""),
        ("search_products", "Lists products whose name holds a text.", Parameters("", ("text", "string")),
            """[{"return":["object",{"products":["select","products",{"as":"p","where":["or",["not",["given","text"]],["contains",["lower",["field",["var","p"],"name"]],["lower",["arg","text"]]]]}]}]}]"""),
        ("get_product", "Gets one product.", Parameters("product_id", ("product_id", "string")),
            """[{"let":"p","be":["get","products",["arg","product_id"]]},{"guard":["not",["is_null",["var","p"]]],"code":"not_found","message":["concat","Product '",["arg","product_id"],"' was not found."]},{"return":["var","p"]}]"""),
        ("list_orders", "Lists a customer's orders.", Parameters("customer_id", ("customer_id", "string"), ("status", "string")),
            """[{"let":"c","be":["get","customers",["arg","customer_id"]]},{"guard":["not",["is_null",["var","c"]]],"code":"not_found","message":["concat","Customer '",["arg","customer_id"],"' was not found."]},{"return":["object",{"orders":["select","orders",{"as":"o","where":["and",["eq",["field",["var","o"],"customer_id"],["arg","customer_id"]],["or",["not",["given","status"]],["eq",["field",["var","o"],"status"],["arg","status"]]]]}]}]}]"""),
        ("get_order", "Gets one order.", Parameters("order_id", ("order_id", "string")),
            """[{"let":"o","be":["get","orders",["arg","order_id"]]},{"guard":["not",["is_null",["var","o"]]],"code":"not_found","message":["concat","Order '",["arg","order_id"],"' was not found."]},{"return":["var","o"]}]"""),
        ("place_order", "Orders a product for a customer.",
            Parameters("customer_id product_id quantity", ("customer_id", "string"), ("product_id", "string"), ("quantity", "integer")),
            """[{"let":"p","be":["get","products",["arg","product_id"]]},{"guard":["not",["is_null",["var","p"]]],"code":"not_found","message":["concat","Product '",["arg","product_id"],"' was not found."]},{"guard":["not",["is_null",["get","customers",["arg","customer_id"]]]],"code":"not_found","message":["concat","Customer '",["arg","customer_id"],"' was not found."]},{"guard":["ge",["field",["var","p"],"stock"],["arg","quantity"]],"code":"precondition_failed","message":"The product does not have enough stock."},{"update":"products","key":[["arg","product_id"]],"set":{"stock":["sub",["field",["var","p"],"stock"],["arg","quantity"]]}},{"insert":"orders","row":{"customer_id":["arg","customer_id"],"product_id":["arg","product_id"],"quantity":["arg","quantity"],"status":"open","placed_on":["today"]},"as":"row"},{"return":["var","row"]}]"""),
        ("cancel_order", "Cancels an open order.", Parameters("order_id", ("order_id", "string")), Transition("cancelled")),
        ("ship_order", "Ships an open order.", Parameters("order_id", ("order_id", "string")), Transition("shipped")),
        ("count_orders", "Counts the orders of one status.", Parameters("status", ("status", "string")),
            """[{"return":["object",{"orders_counted":["aggregate","count","orders",{"as":"o","where":["eq",["field",["var","o"],"status"],["arg","status"]]}]}]}]"""),
    ];

    private static string Transition(string target) => $$"""
        [{"let":"o","be":["get","orders",["arg","order_id"]]},{"guard":["not",["is_null",["var","o"]]],"code":"not_found","message":["concat","Order '",["arg","order_id"],"' was not found."]},
        {"guard":["eq",["field",["var","o"],"status"],"open"],"code":"precondition_failed","message":"Only an open order can be {{target}}."},
        {"update":"orders","key":[["arg","order_id"]],"set":{"status":"{{target}}"},"as":"row"},{"return":["var","row"]}]
        """;

    private static string Parameters(string required, params (string Name, string Type)[] properties) => Value.Object(
        ("type", "object"),
        ("properties", Value.Object([.. properties.Select(p => (p.Name, Schema(p.Name, p.Type)))])),
        ("required", Value.From(required.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => (Value)n)))).ToJson();

    private static Value Schema(string name, string type) => name switch
    {
        "status" => Value.Object(("type", type), ("enum", Value.From(States.Select(s => (Value)s)))),
        "quantity" => Value.Object(("type", type), ("minimum", 1), ("maximum", 40)),
        _ => Value.Object(("type", type)),
    };

    private static EnvironmentDefinition Definition()
    {
        var lifeCycle = new LifeCycle("open", new Dictionary<string, IReadOnlyList<string>> { ["open"] = ["shipped", "cancelled"] });
        var schema = new DatabaseSchema(
        [
            new("customers", ["customer_id"],
            [
                new("customer_id", ColumnType.String, "id", Equality: Equality.Generated),
                new("name", ColumnType.String, "person_name"),
                new("email", ColumnType.String, "email"),
                new("city", ColumnType.String, "city"),
            ]) { Unique = [["email"]] },
            new("products", ["product_id"],
            [
                new("product_id", ColumnType.String, "id", Equality: Equality.Generated),
                new("name", ColumnType.String, "product"),
                new("price", ColumnType.Number, "money"),
                new("stock", ColumnType.Integer, "quantity"),
            ]),
            new("orders", ["order_id"],
            [
                new("order_id", ColumnType.String, "id", Equality: Equality.Generated),
                new("customer_id", ColumnType.String, "id", References: new("customers", "customer_id")),
                new("product_id", ColumnType.String, "id", References: new("products", "product_id")),
                new("quantity", ColumnType.Integer, "quantity"),
                new("status", ColumnType.String, "status", Enum: [.. States.Select(s => (Value)s)]) { LifeCycle = lifeCycle },
                new("placed_on", ColumnType.Date, "date"),
            ]),
        ]);
        var tools = Tools();
        return new EnvironmentDefinition(
            "env_shop", "domain_shop", "shop", "Corner Shop", schema,
            [.. tools.Select(t => new EnvironmentTool("tool_" + t.Name, t.Name, t.Description, JsonSerializer.Deserialize<JsonElement>(t.Parameters),
                JsonSerializer.Deserialize<JsonElement>("{}")))],
            [.. tools.Select(t => Program(t.Name, t.Body))],
            "# Policy\n\n- Only an open order can be cancelled.\n- Only an open order can be shipped.\n- A product is sold only while enough stock is there.\n- Two customers never share an email.\n");
    }

    private static ToolProgram Program(string name, string body) => ProgramJson.Read(Value.Object(
        ("tool", name),
        ("writes", body.Contains("\"insert\":", StringComparison.Ordinal) || body.Contains("\"update\":", StringComparison.Ordinal)),
        ("body", Value.Parse(body)),
        ("evidence", Value.EmptyArray)));

    private static DatabaseState State() => DatabaseState.Parse(Value.Object(
        ("customers", Value.From(Names.Select((name, i) => Value.Object(
            ("customer_id", Id("CUS", 1101 + (i * 7))), ("name", name), ("email", name.ToLowerInvariant().Replace(' ', '.') + "@example.com"),
                ("city", Cities[i % 3]))))),
        ("products", Value.From(Products.Select((name, i) => Value.Object(
            ("product_id", Id("PRO", 2101 + (i * 7))), ("name", name), ("price", 9.5 + (i * 4)), ("stock", i * 12))))),
        ("orders", Value.From(Enumerable.Range(0, 24).Select(i => Value.Object(
            ("order_id", Id("ORD", 3101 + (i * 7))), ("customer_id", Id("CUS", 1101 + (i % 8 * 7))), ("product_id", Id("PRO", 2101 + (i % 5 * 7))),
            ("quantity", 1 + (i % 4)), ("status", States[i % 3]),
                ("placed_on", new DateOnly(2025, 3, 1).AddDays(i * 9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))))).ToJson());

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");
}
