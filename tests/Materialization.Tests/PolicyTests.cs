using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests;

/// <summary>The sentences of a policy are English: an agent reads them in its system prompt.</summary>
public sealed class PolicyTests
{
    [Theory]
    [InlineData("account", "accounts", "an account")]
    [InlineData("order", "orders", "an order")]
    [InlineData("appointment", "appointments", "an appointment")]
    [InlineData("employee", "employees", "an employee")]
    [InlineData("inventory_item", "inventory_items", "an inventory item")]
    [InlineData("user", "users", "a user")]
    [InlineData("unit", "units", "a unit")]
    [InlineData("ticket", "tickets", "a ticket")]
    [InlineData("leave_request", "leave_requests", "a leave request")]
    public void A_noun_has_its_article(string singular, string plural, string said)
    {
        var (key, path) = ($"{singular}_id", $"/{plural}/{{{singular}_id}}");
        var byKey = $$$$"""{"type":"object","required":["{{{{key}}}}"],"properties":{"{{{{key}}}}":{"type":"string"}}}""";
        var row = $$$$"""{"type":"object","properties":{"{{{{key}}}}":{"type":"string"},"status":{"type":"string","enum":["open","frozen","closed"]}}}""";

        var policy = Materialize(plural,
            [Http($"get_{singular}", "GET", path, byKey, row), Http($"close_{singular}", "POST", $"{path}/close", byKey, row)]).Definition!.Policy;

        Assert.Contains($"`close_{singular}` leads {said} to status \"closed\".", policy, StringComparison.Ordinal);
        Assert.Contains($"The status of {said} is \"open\", \"frozen\" or \"closed\".", policy, StringComparison.Ordinal);
    }
}
