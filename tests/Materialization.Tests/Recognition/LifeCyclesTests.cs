using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Where things begin and end, and which step leads where. A row cites the statuses of a public API.</summary>
public sealed class LifeCyclesTests
{
    [Theory]
    [InlineData("pending|paid|shipped|delivered|cancelled", "pending", "the first one")]
    [InlineData("open|closed", "open", "open before closed")]
    [InlineData("closed|open", "open", "open after closed")]
    [InlineData("todo|in_progress|done", "todo", "what is to be done")]
    [InlineData("published|draft|archived", "draft", "a draft, wherever it stands")]
    [InlineData("approved|pending|rejected", "pending", "what is pending, in an alphabetical list")]
    [InlineData("completed|failed|queued|running", "queued", "what is queued, in an alphabetical list")]
    [InlineData("ACTIVE|PAUSED", "ACTIVE", "what is active, in capitals")]
    [InlineData("inactive|active", "active", "active after inactive")]
    [InlineData("available|pending|sold", "available", "goods before they are sold")]
    [InlineData("placed|approved|delivered", "placed", "an order that was placed")]
    [InlineData("cancelled|new|accepted", "new", "what is new")]
    [InlineData("scheduled|live|ended", "scheduled", "what is planned")]
    [InlineData("in-use|available", "available", "what nobody uses yet")]
    public void A_new_thing_begins_in_one_status(string cited, string initial, string because) =>
        Assert.Equal($"{because}: {initial}", $"{because}: {Recognised.Initial(cited)}");

    [Theory]
    [InlineData("Order.status: delivered", true)]
    [InlineData("Order.status: cancelled", true)]
    [InlineData("Run.status: timed_out", true)]
    [InlineData("Run.status: FAILED", true)]
    [InlineData("Offer.status: expired", true)]
    [InlineData("Charge.status: refunded", true)]
    [InlineData("Ticket.status: on_hold", false)]
    [InlineData("Ticket.status: pending", false)]
    [InlineData("Subscription.status: active", false)]
    [InlineData("Order.status: processing", false)]
    public void Some_statuses_are_ends(string cited, bool end) => Assert.Equal(end, LifeCycles.IsFinal(Value.From(cited.Split(": ")[1])));

    [Theory]
    [InlineData(
        "POST /orders/{id}/cancel cancel()",
        "pending|paid|shipped|delivered|cancelled", "cancelled", "pending,paid,shipped", "an end is reached from what is no end")]
    [InlineData("POST /orders/{id}/reopen reopen()", "open|closed", "open", "closed", "a step back starts at an end")]
    [InlineData("POST /orders/{id}/start start()", "pending|running|stopped", "running", "pending,stopped", "a start also after a stop")]
    [InlineData("POST /orders/{id}/stop stop()", "pending|running|stopped|terminated", "stopped", "pending,running", "a stop is none after the end")]
    [InlineData("POST /orders/{id}/approve approve()", "draft|submitted|approved|rejected", "approved", "draft,submitted", "a decision")]
    [InlineData("POST /orders/{id}/publish publish()", "draft|published|archived", "published", "draft,archived", "what was archived may be published again")]
    [InlineData("POST /orders/{id}/resume resume()", "active|paused|cancelled", "active", "paused", "a pause ends, a cancellation does not")]
    [InlineData("POST /orders/{id}/complete complete()", "todo|in_progress|done", "done", "todo,in_progress", "another word for the end")]
    [InlineData("POST /orders/{id}/refund refund()", "authorized|captured|refunded", "refunded", "authorized,captured", "a refund")]
    [InlineData("POST /orders/{id}/ship ship()", "PENDING|SHIPPED|DELIVERED", "SHIPPED", "PENDING", "statuses in capitals")]
    public void A_step_leads_from_some_statuses_to_one(string cited, string statuses, string target, string from, string because)
    {
        var step = Recognised.Last($"GET /orders/{{id}} getOrder() -> Order{{id!, name, status!: {statuses}}} & {cited} -> Order{{id!}}");
        Assert.Equal($"{because}: {from} to {target}", $"{because}: {string.Join(',', step.From)} to {step.Target}");
    }
}
