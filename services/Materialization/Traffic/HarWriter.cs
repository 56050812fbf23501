using System.Text;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Traffic;

/// <summary>Writes what is kept of recorded traffic: a small HTTP archive of the exchanges alone.</summary>
public static class HarWriter
{
    private const string Json = "application/json";

    public static string Write(IEnumerable<RecordedExchange> exchanges) => Value.Object(("log", Value.Object(
        ("version", "1.2"),
        ("creator", Value.Object(("name", "AgentScaler"), ("version", "1"))),
        ("entries", Value.From(exchanges.Select(Entry)))))).ToJson() + "\n";

    private static Value Entry(RecordedExchange exchange)
    {
        var request = Value.Object(("method", exchange.Method), ("url", Address(exchange)));
        return Value.Object(
            ("request", exchange.Body.IsNull ? request : Value.From(request.AsObject.With("postData", Content(exchange.Body)))),
            ("response", Value.Object(("status", exchange.Status), ("content", exchange.Response.IsNull ? Value.EmptyObject : Content(exchange.Response)))));
    }

    private static Value Content(Value body) => Value.Object(("mimeType", Json), ("text", body.ToJson()));

    private static string Address(RecordedExchange exchange)
    {
        var address = new StringBuilder("https://").Append(exchange.Host);
        foreach (var segment in exchange.Path)
        {
            address.Append('/').Append(Uri.EscapeDataString(segment));
        }

        var separator = '?';
        foreach (var (name, value) in exchange.Query)
        {
            address.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return address.ToString();
    }
}
