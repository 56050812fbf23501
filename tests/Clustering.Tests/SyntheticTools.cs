using System.Text.Json;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests;

/// <summary>Tools of invented services: every service has resources, every resource the usual operations.</summary>
internal static class SyntheticTools
{
    public static ToolSpecification Tool(string provider, string name, string parameters, string returns, string? method = null, string? path = null,
        ToolEffect effect = ToolEffect.Unknown) =>
        new(
            ContentId.Of("tool", provider, name), name, provider, $"{name} of {provider}",
            Json(parameters), Json(returns), ReturnsOrigin.Declared, effect,
            path is null ? null : new HttpOperation(method ?? "GET", path),
            new ToolSource($"{provider}.json", $"#/{name}", "openapi3", null));

    /// <summary>Five operations on one resource.</summary>
    public static IEnumerable<ToolSpecification> Resource(string provider, string resource, params string[] fields)
    {
        var properties = string.Join(',', fields.Select(field => $"\"{field}\":{{\"type\":\"string\"}}"));
        var key = $"\"{resource}_id\":{{\"type\":\"string\"}}";
        var body = $"{{\"type\":\"object\",\"properties\":{{{properties}}}}}";
        var item = $"{{\"type\":\"object\",\"properties\":{{{key},{properties}}}}}";
        var asked = $"{{\"type\":\"object\",\"properties\":{{{key}}},\"required\":[\"{resource}_id\"]}}";
        var list = $"{{\"type\":\"object\",\"properties\":{{\"items\":{{\"type\":\"array\",\"items\":{item}}}}}}}";
        yield return Tool(provider, $"list_{resource}s", """{"type":"object","properties":{"limit":{"type":"integer"}}}""", list, "GET", $"/{resource}s",
            ToolEffect.Read);
        yield return Tool(provider, $"create_{resource}", body, item, "POST", $"/{resource}s", ToolEffect.Write);
        yield return Tool(provider, $"get_{resource}", asked, item, "GET", $"/{resource}s/{{{resource}_id}}", ToolEffect.Read);
        yield return Tool(provider, $"update_{resource}", body, item, "PUT", $"/{resource}s/{{{resource}_id}}", ToolEffect.Write);
        yield return Tool(provider, $"delete_{resource}", asked, "{}", "DELETE", $"/{resource}s/{{{resource}_id}}", ToolEffect.Write);
    }

    /// <summary>Twelve services of ten tools, about as small as a corpus may be.</summary>
    public static List<ToolSpecification> SmallCorpus() =>
    [
        .. Resource("bookshop", "book", "title", "author", "isbn"), .. Resource("bookshop", "order", "customer_email", "shipping_address"),
        .. Resource("clinic", "patient", "birth_date", "insurance"), .. Resource("clinic", "appointment", "doctor", "starts_at"),
        .. Resource("helpdesk", "ticket", "subject", "priority"), .. Resource("helpdesk", "agent", "team", "shift"),
        .. Resource("freight", "shipment", "weight", "consignee"), .. Resource("freight", "container", "seal", "vessel"),
        .. Resource("library", "loan", "due_date", "reader"), .. Resource("library", "copy", "shelf", "barcode"),
        .. Resource("hotel", "room", "beds", "floor"), .. Resource("hotel", "reservation", "guest", "nights"),
        .. Resource("bank", "account", "iban", "currency"), .. Resource("bank", "transfer", "amount", "reference"),
        .. Resource("airline", "flight", "origin", "destination"), .. Resource("airline", "booking", "passenger", "cabin"),
        .. Resource("restaurant", "table", "seats", "terrace"), .. Resource("restaurant", "menu", "dish", "allergens"),
        .. Resource("carhire", "vehicle", "plate", "mileage"), .. Resource("carhire", "rental", "pickup", "dropoff"),
        .. Resource("personnel", "employee", "salary", "department"), .. Resource("personnel", "absence", "reason", "approved_by"),
        .. Resource("smarthome", "lamp", "brightness", "colour"), .. Resource("smarthome", "thermostat", "target", "mode"),
    ];

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
