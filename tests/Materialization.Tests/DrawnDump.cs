using System.Text.Json.Nodes;

namespace AgentScaler.Materialization.Tests;

/// <summary>A dump of any form, the same for the same seed.</summary>
internal sealed class DrawnDump(int seed)
{
    private static readonly string[] Tables =
        ["orders", "customers", "order", "tickets", "ticket", "users", "queues", "Queue", "messages", "state", "settings", "carts", "", "_", "_session",
            "order.items", "日程"];

    private static readonly string[] Columns =
        ["id", "order_id", "customer_id", "ticket_id", "name", "QueueName", "status", "Status", "total", "items", "priority", "assignee_id", "email",
            "created_at", "value", "position", "", "-", "type"];

    private static readonly JsonNode?[] Scalars =
        [null, 0, 1, 2, -7, 2.5, true, false, "", "o1", "o2", "pending", "paid", "open", "closed", "2026-01-01", "2026-01-01T00:00:00Z", "ACTIVE", "Zoë 😀"];

    private readonly Random _random = new(seed);

    public string ToJson()
    {
        var dump = new JsonObject();
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            dump[Of(Tables)] = Member();
        }

        return dump.ToJsonString();
    }

    private JsonNode? Member() => _random.Next(8) switch
    {
        0 => Scalar(),
        1 => new JsonArray(),
        2 => new JsonObject(),
        3 => new JsonArray([.. Many(() => Any(2))]),
        4 => Map(() => Any(2)),
        5 => Map(() => Row(1)),
        _ => new JsonArray([.. Many(() => Row(1))]),
    };

    private JsonObject Row(int depth)
    {
        var row = new JsonObject();
        for (var i = _random.Next(0, 6); i > 0; i--)
        {
            row[Of(Columns)] = _random.Next(5) == 0 ? Any(depth) : Scalar();
        }

        return row;
    }

    private JsonNode? Any(int depth) => depth == 0 ? Scalar() : _random.Next(4) switch
    {
        0 => new JsonArray([.. Many(() => Any(depth - 1))]),
        1 => Row(depth - 1),
        _ => Scalar(),
    };

    private JsonObject Map(Func<JsonNode?> make)
    {
        var map = new JsonObject();
        foreach (var member in Many(make))
        {
            map[_random.Next(2) == 0 ? $"k{map.Count}" : map.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)] = member;
        }

        return map;
    }

    private List<JsonNode?> Many(Func<JsonNode?> make) => [.. Enumerable.Range(0, _random.Next(0, 5)).Select(_ => make())];

    private JsonNode? Scalar() => Of(Scalars)?.DeepClone();

    private T Of<T>(T[] items) => items[_random.Next(items.Length)];
}
