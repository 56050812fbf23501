using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>The shop of the tests with as many rows as a real service shows.</summary>
internal static class Shops
{
    public const int Customers = 500;
    public const int Products = 100;
    public const int Orders = 1000;

    public static DatabaseState State { get; } = Make();

    /// <summary>The shop with one tool more, a list in the form that materialization writes: a total, and a page of a query.</summary>
    public static EnvironmentDefinition Definition { get; } = Shop.With("page_orders", """
        {"type":"object","properties":{"status":{"type":"string"},"customer_id":{"type":"string"},"search":{"type":"string"},
         "sort":{"type":"string"},"offset":{"type":"integer","default":0},"limit":{"type":"integer","default":5}}}
        """, PageOrders());

    public static CompiledEnvironment Large { get; } = CompiledEnvironment.Compile(Definition, State);

    private static string PageOrders()
    {
        const string where = """
            ["and",["or",["is_null",["arg","status"]],["eq",["field",["var","r"],"status"],["arg","status"]]],
                   ["or",["is_null",["arg","customer_id"]],["eq",["field",["var","r"],"customer_id"],["arg","customer_id"]]],
                   ["or",["is_null",["arg","search"]],["contains",["lower",["coalesce",["field",["var","r"],"note"],""]],["lower",["arg","search"]]]]]
            """;
        const string descending = """["or",["eq",["arg","sort"],"-note"],["eq",["arg","sort"],"-placed_at"]]""";
        const string chosen = """
            ["if",["eq",["arg","sort"],"note"],["field",["var","r"],"note"],["if",["eq",["arg","sort"],"-note"],["field",["var","r"],"note"],
            ["if",["eq",["arg","sort"],"-placed_at"],["field",["var","r"],"placed_at"],null]]]
            """;
        return $$"""
            [{"let":"total","be":["aggregate","count","orders",{"as":"r","where":{{where}}}]},
             {"return":["object",{"total":["var","total"],"has_more":["lt",["add",["arg","offset"],["arg","limit"]],["var","total"]],
              "orders":["select","orders",{"as":"r","where":{{where}},
               "order":[{"by":["if",{{descending}},{{chosen}},null],"descending":true},{"by":["if",{{descending}},null,{{chosen}}]}],
               "offset":["arg","offset"],"limit":["arg","limit"]}]}]}]
            """;
    }

    private static DatabaseState Make()
    {
        string[] statuses = ["open", "paid", "shipped", "cancelled"];
        var customers = Range(Customers, i => Value.Object(
            ("customer_id", $"cus_{i:0000}"), ("name", $"Customer {i}"), ("email", $"customer{i}@example.com"), ("city", i % 3 == 0 ? "Lisbon" : "Boston"),
            ("balance", 1000 + (i / 4.0)), ("tags", Value.From([(Value)"news", "vip"])), ("profile", Value.Object(("theme", "dark"))), ("born", "1990-02-28")));
        var products = Range(Products, i => Value.Object(
            ("sku", $"SKU-{i:000}"), ("title", $"Product {i}"), ("price", 5 + (i / 100.0)), ("stock", 1_000_000), ("active", true)));
        var orders = Range(Orders, i => Value.Object(
            ("order_id", i), ("customer_id", $"cus_{(i * 7 % Customers) + 1:0000}"), ("status", statuses[i % 4]), ("placed_at", "2025-12-01T10:00:00Z"),
                ("note", $"note {i}")));
        var lines = Range(Orders * 2, i => Value.Object(
            ("order_id", ((i - 1) / 2) + 1), ("line", ((i - 1) % 2) + 1), ("sku", $"SKU-{(i % Products) + 1:000}"), ("quantity", 1 + (i % 5)),
                ("price", 5 + (i % 100 / 100.0))));
        return DatabaseState.From(
        [
            new("customers", customers), new("products", products), new("orders", orders), new("lines", lines), new("messages", []),
        ]);
    }

    private static ObjectValue[] Range(int count, Func<int, Value> row) => [.. Enumerable.Range(1, count).Select(i => row(i).AsObject)];
}
