using System.Globalization;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Tests;

/// <summary>Small conversations about a shop, of which any number can be made.</summary>
internal static class SampleRows
{
    public const string Tools = """
        [{"type":"function","function":{"name":"get_order","description":"Reads an order.","parameters":{"type":"object","properties":{"order_id":{"type":"string"}},"required":["order_id"]}}},
        {"type":"function","function":{"name":"cancel_order","description":"Cancels an order.","parameters":{"type":"object","properties":{"order_id":{"type":"string"},"reason":{"type":"string","enum":["no longer needed","ordered by mistake"]}},"required":["order_id","reason"]}}},
        {"type":"function","function":{"name":"list_orders","description":"Lists orders.","parameters":{"type":"object","properties":{"limit":{"type":"integer"}}}}}]
        """;

    public static List<DatasetRow> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    public static DatasetRow One(int index)
    {
        var order = "W" + (100 + index * 7 % 900).ToString(CultureInfo.InvariantCulture);
        List<ChatMessage> messages =
        [
            ChatMessage.System("You are the agent of a shop."),
            ChatMessage.User($"Cancel order {order}, I ordered by mistake."),
            ChatMessage.Assistant(null, [Call(1, "get_order", $$"""{"order_id":"{{order}}"}""")]),
            ChatMessage.Tool("call_1", $$"""{"order_id":"{{order}}","status":"pending"}"""),
            ChatMessage.Assistant(null, [Call(2, "cancel_order", $$"""{"order_id":"{{order}}","reason":"ordered by mistake"}""")]),
            ChatMessage.Tool("call_2", $$"""{"order_id":"{{order}}","status":"cancelled"}"""),
            ChatMessage.Assistant($"Order {order} is cancelled."),
        ];
        return new DatasetRow(
            messages, Tools, $"task_{index}", index % 2 == 0 ? "shop" : "market", $"trajectory_{index:0000}", TrajectoryOrigin.Scripted,
            new TrajectoryProvenance("scripted", "scripted", [], [], []));
    }

    public static ChatToolCall Call(int number, string name, string arguments) =>
        new("call_" + number.ToString(CultureInfo.InvariantCulture), new ChatFunction(name, arguments));
}
