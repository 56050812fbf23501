using System.Globalization;
using System.Text;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Kinds of calls that agents make, each with a few hundred different arguments so that nothing is met twice in a row.</summary>
internal static class CallMixes
{
    private const int Variants = 499;

    private static readonly string[] Statuses = ["open", "paid", "shipped", "cancelled"];

    public static IReadOnlyList<(string Name, ToolCall[] Calls)> All { get; } =
    [
        ("get by key", Make("get_customer", i => $$"""{"customer_id":"{{Customer(i)}}"}""")),
        ("not found", Make("get_customer", i => $$"""{"customer_id":"nobody_{{i}}"}""")),
        ("refused arguments", Make("get_customer", i => $$"""{"customer":"{{Customer(i)}}"}""")),
        ("order with lines, titles and total", Make("get_order", i => $$"""{"order_id":{{i}}}""")),
        ("forecast of 12 derived values", Make("forecast", i => $$"""{"city":"Lisbon {{i}}","day":"2026-02-{{1 + (i % 28):00}}"}""")),
        ("update of a row", Make("update_customer", i => $$"""{"customer_id":"{{Customer(i)}}","{{(i % 2 == 0 ? "city" : "name")}}":"Porto"}""")),
        ("money transfer, two rows",
            Make("transfer", i => $$"""{"from_customer_id":"{{Customer(i)}}","to_customer_id":"{{Customer(i + 7)}}","amount":0.25}""")),
        ("status change with precondition", Make("set_order_status", i => $$"""{"order_id":{{4 * i}},"status":"paid"}""", 249)),
        ("new customer, and a message to it", Make("create_customer", i => $$"""{"name":"Eve {{i}}","email":"eve{{i}}@example.com"}""")),
        ("new order of two lines (5 rows written)", Make("create_order",
            i => $$"""{"customer_id":"{{Customer(i)}}","items":[{"sku":"{{Sku(i)}}","quantity":1},{"sku":"{{Sku(i + 3)}}","quantity":2}]}""")),
        ("delete of an order and its lines", Make("delete_order", i => $$"""{"order_id":{{i}}}""")),
        ("list, 250 of 1,000 match, 3 shown", Make("list_orders", i => $$"""{"status":"{{Statuses[i % 4]}}","page":{{1 + (i % 9)}}}""")),
        ("list, 250 of 1,000 match, 7 shown", Make("list_orders", i => $$"""{"status":"{{Statuses[i % 4]}}","page":{{1 + (i % 9)}},"per_page":7}""")),
        ("list, two filters and sorted",
            Make("list_orders", i => $$"""{"customer_id":"{{Customer(i)}}","status":"{{Statuses[i % 4]}}","sort":"-placed_at"}""")),
        ("list, 250 of 1,000 match, sorted", Make("list_orders", i => $$"""{"status":"{{Statuses[i % 4]}}","sort":"note"}""")),
        ("page of 5 with total, filtered", Make("page_orders", i => $$"""{"status":"{{Statuses[i % 4]}}","offset":{{5 * (i % 20)}}}""")),
        ("page of 5 with total, filtered and sorted",
            Make("page_orders", i => $$"""{"status":"{{Statuses[i % 4]}}","sort":"-note","offset":{{5 * (i % 4)}}}""")),
        ("page of 5 with total, all sorted", Make("page_orders", i => $$"""{"sort":"note","offset":{{5 * (i % 20)}}}""")),
        ("page of 8 with total, filtered", Make("page_orders", i => $$"""{"status":"{{Statuses[i % 4]}}","limit":8,"offset":{{5 * (i % 20)}}}""")),
        ("write, then a sorted page of the table", Pairs(
            Make("set_order_status", i => $$"""{"order_id":{{4 * i}},"status":"paid"}""", 249),
            Make("page_orders", i => $$"""{"status":"{{Statuses[i % 4]}}","sort":"note"}""", 249))),
        ("text search over 1,000 rows", Make("page_orders", i => $$"""{"search":"Note {{i}}"}""")),
        ("report over 3,000 rows", Make("statistics", _ => "{}", 1)),
    ];

    /// <summary>What an agent's episode looks like: mostly reads by key, some with children, lists, writes, mistakes.</summary>
    public static ToolCall[] Episode { get; } = [.. Enumerable.Range(0, 100).Select(i => (i % 20) switch
    {
        < 9 => Pick(0, i),
        9 => Pick(1, i),
        10 when i < 20 => Pick(2, i),
        < 14 => Pick(3, i),
        < 17 => Pick(11 + (i % 6), i),
        17 => Pick(5, i),
        18 => Pick(6, i),
        _ => Pick(9, i),
    })];

    private static ToolCall Pick(int mix, int i) => All[mix].Calls[i * 13 % All[mix].Calls.Length];

    private static ToolCall[] Make(string tool, Func<int, string> arguments, int count = Variants) =>
        [.. Enumerable.Range(1, count).Select(i => new ToolCall(tool, Encoding.UTF8.GetBytes(arguments(i))))];

    private static ToolCall[] Pairs(ToolCall[] first, ToolCall[] second) => [.. first.Zip(second).SelectMany(p => new[] { p.First, p.Second })];

    private static string Customer(int i) => string.Create(CultureInfo.InvariantCulture, $"cus_{(i % Shops.Customers) + 1:0000}");

    private static string Sku(int i) => string.Create(CultureInfo.InvariantCulture, $"SKU-{(i % Shops.Products) + 1:000}");
}
