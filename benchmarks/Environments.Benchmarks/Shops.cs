using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Tests.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>The shop of the tests with as many rows as a real service shows.</summary>
internal static class Shops
{
    public const int Customers = 500;
    public const int Products = 100;
    public const int Orders = 1000;

    public static DatabaseState State { get; } = Make();

    public static CompiledEnvironment Large { get; } = CompiledEnvironment.Compile(Shop.Definition, State);

    private static DatabaseState Make()
    {
        string[] statuses = ["open", "paid", "shipped", "cancelled"];
        var customers = Range(Customers, i => Value.Object(
            ("customer_id", $"cus_{i:0000}"), ("name", $"Customer {i}"), ("email", $"customer{i}@example.com"), ("city", i % 3 == 0 ? "Lisbon" : "Boston"),
            ("balance", 1000 + (i / 4.0)), ("tags", Value.From([(Value)"news", "vip"])), ("profile", Value.Object(("theme", "dark"))), ("born", "1990-02-28")));
        var products = Range(Products, i => Value.Object(
            ("sku", $"SKU-{i:000}"), ("title", $"Product {i}"), ("price", 5 + (i / 100.0)), ("stock", 1_000_000), ("active", true)));
        var orders = Range(Orders, i => Value.Object(
            ("order_id", i), ("customer_id", $"cus_{(i * 7 % Customers) + 1:0000}"), ("status", statuses[i % 4]), ("placed_at", "2025-12-01T10:00:00Z"), ("note", $"note {i}")));
        var lines = Range(Orders * 2, i => Value.Object(
            ("order_id", ((i - 1) / 2) + 1), ("line", ((i - 1) % 2) + 1), ("sku", $"SKU-{(i % Products) + 1:000}"), ("quantity", 1 + (i % 5)), ("price", 5 + (i % 100 / 100.0))));
        return DatabaseState.From(
        [
            new("customers", customers), new("products", products), new("orders", orders), new("lines", lines), new("messages", []),
        ]);
    }

    private static ObjectValue[] Range(int count, Func<int, Value> row) => [.. Enumerable.Range(1, count).Select(i => row(i).AsObject)];
}
