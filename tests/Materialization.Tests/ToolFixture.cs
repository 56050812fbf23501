using System.Text.Json;
using AgentScaler.Pipeline.Options;
using AgentScaler.Proofs;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests;

/// <summary>Small tool lists in the forms that real sources have.</summary>
internal static class ToolFixture
{
    private static readonly DomainMaterializer Materializer = new();

    public static ToolSpecification Http(string name, string method, string path, string parameters, string returns = "{}",
        ToolEffect effect = ToolEffect.Unknown, string provider = "shop") =>
        Make(name, parameters, returns, effect, new HttpOperation(method, path), provider);

    public static ToolSpecification Function(string name, string parameters, string returns = "{}", ToolEffect effect = ToolEffect.Unknown,
        string provider = "helpdesk", string description = "") =>
        Make(name, parameters, returns, effect, null, provider, description);

    /// <summary>A tool whose own name was cut or got a suffix.</summary>
    public static ToolSpecification Named(string name, string source, string description, string parameters, string provider = "deskhub") =>
        Make(name, parameters, "{}", ToolEffect.Unknown, null, provider, description) with { SourceName = source };

    public static ToolDomain Domain(string slug, IReadOnlyList<ToolSpecification> tools) =>
        new(ContentId.Of("domain", slug), slug, slug, [.. tools.Select(t => t.Id).Order(StringComparer.Ordinal)], []);

    public static MaterializedDomain Materialize(
        string slug,
        IReadOnlyList<ToolSpecification> tools,
        MaterializationOptions? options = null,
        long seed = 0,
        IReadOnlyDictionary<string, UnitProof>? kept = null,
        IReadOnlyList<AgentScaler.Materialization.Traffic.RecordedCall>? recorded = null) =>
        Materializer.Materialize(Domain(slug, tools), tools, options
            ?? new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0 }, seed, kept, recorded);

    public static IReadOnlyList<ToolSpecification> Shop()
    {
        const string customer =
            """{"type":"object","required":["id","email","name"],"properties":{"id":{"type":"string"},"email":{"type":"string","format":"email"},"name":{"type":"string"},"city":{"type":"string"}}}""";
        const string order =
            """{"type":"object","title":"Order","required":["id","customer_id","status","total","items"],"properties":{"id":{"type":"string"},"customer_id":{"type":"string"},"status":{"type":"string","enum":["pending","paid","shipped","delivered","cancelled"]},"total":{"type":"number","minimum":0},"currency":{"type":"string"},"items":{"type":"array","items":{"type":"object","required":["sku","quantity"],"properties":{"sku":{"type":"string"},"quantity":{"type":"integer","minimum":1}}}},"created_at":{"type":"string","format":"date-time"},"cancelled_at":{"type":"string","format":"date-time"},"cancellation_reason":{"type":"string"}}}""";
        const string list =
            """{"type":"object","required":["data","total","has_more"],"properties":{"data":{"type":"array","items":ORDER},"total":{"type":"integer"},"has_more":{"type":"boolean"}}}""";
        const string byId = """{"type":"object","required":["order_id"],"properties":{"order_id":{"type":"string"}}}""";
        return
        [
            Http("list_customers", "GET", "/v1/customers",
                """{"type":"object","properties":{"city":{"type":"string"},"q":{"type":"string"},"limit":{"type":"integer","minimum":1,"maximum":100}}}""",
                $$"""{"type":"array","items":{{customer}}}"""),
            Http("get_customer", "GET", "/v1/customers/{customer_id}",
                """{"type":"object","required":["customer_id"],"properties":{"customer_id":{"type":"string"}}}""", customer),
            Http("create_customer", "POST", "/v1/customers",
                """{"type":"object","required":["email","name"],"properties":{"email":{"type":"string","format":"email"},"name":{"type":"string","minLength":1},"city":{"type":"string"}}}""",
                customer),
            Http("update_customer", "PATCH", "/v1/customers/{customer_id}",
                """{"type":"object","required":["customer_id"],"properties":{"customer_id":{"type":"string"},"name":{"type":"string"},"city":{"type":"string"}}}""",
                customer),
            Http("delete_customer", "DELETE", "/v1/customers/{customer_id}",
                """{"type":"object","required":["customer_id"],"properties":{"customer_id":{"type":"string"}}}""",
                """{"type":"object","required":["deleted"],"properties":{"deleted":{"type":"boolean"},"id":{"type":"string"}}}"""),
            Http("list_orders", "GET", "/v1/orders",
                """{"type":"object","properties":{"status":{"type":"string","enum":["pending","paid","shipped","delivered","cancelled"]},"customer_id":{"type":"string"},"min_total":{"type":"number"},"limit":{"type":"integer"},"offset":{"type":"integer"},"sort_by":{"type":"string","enum":["total","created_at"]},"sort_order":{"type":"string","enum":["asc","desc"]}}}""",
                list.Replace("ORDER", order, StringComparison.Ordinal)),
            Http("list_customer_orders", "GET", "/v1/customers/{customer_id}/orders",
                """{"type":"object","required":["customer_id"],"properties":{"customer_id":{"type":"string"},"page":{"type":"integer"},"per_page":{"type":"integer"}}}""",
                list.Replace("ORDER", order, StringComparison.Ordinal)),
            Http("get_order", "GET", "/v1/orders/{order_id}", byId, order),
            Http("create_order", "POST", "/v1/orders",
                """{"type":"object","required":["customer_id","items","total"],"properties":{"customer_id":{"type":"string"},"items":{"type":"array","items":{"type":"object","required":["sku","quantity"],"properties":{"sku":{"type":"string"},"quantity":{"type":"integer","minimum":1}}}},"total":{"type":"number","minimum":0},"currency":{"type":"string"}}}""",
                order),
            Http("cancel_order", "POST", "/v1/orders/{order_id}/cancel",
                """{"type":"object","required":["order_id"],"properties":{"order_id":{"type":"string"},"cancellation_reason":{"type":"string"}}}""", order),
            Http("ship_order", "POST", "/v1/orders/{order_id}/ship", byId, order),
        ];
    }

    public static IReadOnlyList<ToolSpecification> Helpdesk() =>
    [
        Function("search_tickets",
            """{"type":"object","properties":{"query":{"type":"string"},"priority":{"type":"string","enum":["low","medium","high"]},"assignee_id":{"type":"integer"}}}""",
            """{"type":"object","properties":{"tickets":{"type":"array","items":{"type":"object","properties":{"ticket_id":{"type":"integer"},"title":{"type":"string"},"priority":{"type":"string","enum":["low","medium","high"]},"status":{"type":"string","enum":["open","pending","closed"]},"assignee_id":{"type":"integer"}}}},"count":{"type":"integer"}}}"""),
        Function("get_ticket", """{"type":"object","required":["ticket_id"],"properties":{"ticket_id":{"type":"integer"}}}"""),
        Function("create_ticket",
            """{"type":"object","required":["title"],"properties":{"title":{"type":"string"},"description":{"type":"string"},"priority":{"type":"string","enum":["low","medium","high"],"default":"medium"}}}""",
            """{"type":"object","properties":{"ticket_id":{"type":"integer"},"status":{"type":"string"}}}"""),
        Function("close_ticket", """{"type":"object","required":["ticket_id"],"properties":{"ticket_id":{"type":"integer"},"resolution":{"type":"string"}}}""",
            """{"type":"object","properties":{"success":{"type":"boolean"}}}"""),
        Function("reopen_ticket", """{"type":"object","required":["ticket_id"],"properties":{"ticket_id":{"type":"integer"}}}"""),
        Function("assign_ticket",
            """{"type":"object","required":["ticket_id","assignee_id"],"properties":{"ticket_id":{"type":"integer"},"assignee_id":{"type":"integer"}}}"""),
        Function("get_user_details", """{"type":"object","required":["user_id"],"properties":{"user_id":{"type":"integer"}}}""",
            """{"type":"object","properties":{"user_id":{"type":"integer"},"name":{"type":"string"},"email":{"type":"string"}}}"""),
        Function("send_message", """{"type":"object","required":["recipient","text"],"properties":{"recipient":{"type":"string"},"text":{"type":"string"}}}""",
            """{"type":"object","properties":{"message_id":{"type":"string"},"sent":{"type":"boolean"}}}"""),
        Function("get_weather",
            """{"type":"object","required":["city"],"properties":{"city":{"type":"string"},"unit":{"type":"string","enum":["celsius","fahrenheit"]}}}""",
            """{"type":"object","required":["city","temperature"],"properties":{"city":{"type":"string"},"temperature":{"type":"number"},"condition":{"type":"string","enum":["sunny","rainy"]}}}"""),
        Function("calculate_bmi", """{"type":"object","required":["weight","height"],"properties":{"weight":{"type":"number"},"height":{"type":"number"}}}""",
            """{"type":"number"}"""),
    ];

    public static IReadOnlyList<ToolSpecification> Aws() =>
    [
        Http("DescribeQueues", "POST", "/", """{"type":"object","properties":{"NextToken":{"type":"string"},"MaxResults":{"type":"integer"}}}""",
            """{"type":"object","properties":{"Queues":{"type":"array","items":{"type":"object","properties":{"QueueName":{"type":"string"},"QueueArn":{"type":"string"},"Status":{"type":"string","enum":["ACTIVE","PAUSED"]}}}},"NextToken":{"type":"string"}}}""",
            ToolEffect.Read, "aws"),
        Http("CreateQueue", "POST", "/",
            """{"type":"object","required":["QueueName"],"properties":{"QueueName":{"type":"string","pattern":"^[A-Za-z]+$"},"Tags":{"type":"object"}}}""",
            """{"type":"object","properties":{"Queue":{"type":"object","properties":{"QueueName":{"type":"string"},"QueueArn":{"type":"string"}}}}}""",
            ToolEffect.Write, "aws"),
        Http("DeleteQueue", "POST", "/", """{"type":"object","required":["QueueName"],"properties":{"QueueName":{"type":"string"}}}""", "{}", ToolEffect.Write,
            "aws"),
        Http("GetQueue", "POST", "/", """{"type":"object","required":["QueueName"],"properties":{"QueueName":{"type":"string"}}}""",
            """{"type":"object","properties":{"Queue":{"type":"object","properties":{"QueueName":{"type":"string"},"QueueArn":{"type":"string"},"Status":{"type":"string","enum":["ACTIVE","PAUSED"]}}}}}""",
            ToolEffect.Read, "aws"),
    ];

    private static ToolSpecification Make(string name, string parameters, string returns, ToolEffect effect, HttpOperation? http, string provider,
        string description = "") => new(
        ContentId.Of("tool", provider, name, parameters, returns),
        name,
        provider,
        description.Length > 0 ? description : name,
        JsonDocument.Parse(parameters).RootElement.Clone(),
        JsonDocument.Parse(returns).RootElement.Clone(),
        ReturnsOrigin.Declared,
        effect,
        http,
        new ToolSource("fixture.json", "/" + name, "openapi3", null));
}
