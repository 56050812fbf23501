using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>The parameter by which a tool names one row, and the member that it names it by. A row cites an operation or a schema of a public API.</summary>
public sealed class KeysTests
{
    [Theory]
    [InlineData("GET /orders/{order_id} getOrder()", "order_id", "a variable of the path")]
    [InlineData("GET /repos/{owner}/{repo}/issues/{issue_number} getIssue()", "issue_number", "the last of several variables")]
    [InlineData("GET /issue/{issueIdOrKey} getIssue(expand)", "issueIdOrKey", "a variable that takes two kinds of keys")]
    [InlineData("GET /books/{isbn} getBook()", "isbn", "a key that is no id")]
    [InlineData("get_ticket(ticket_id!: int)", "ticket_id", "an id with the noun in front")]
    [InlineData("cancel_order(id!, reason)", "id", "an id alone")]
    [InlineData("deleteEvent(calendarId!, eventId!)", "eventId", "of two ids the one with the noun")]
    [InlineData("assign_ticket(ticket_id!, assignee_id!)", "ticket_id", "of two ids the one of the thing that is changed")]
    [InlineData("DeleteQueue(QueueName!)", "QueueName", "a name with the noun in front")]
    [InlineData("GetRole(RoleName!)", "RoleName", "a name in a provider whose things are named")]
    [InlineData("get_user(username!)", "username", "a name that is unique by its meaning")]
    [InlineData("update_contact(email!, phone)", "email", "an address that is unique by its meaning")]
    [InlineData("read_file(path!)", "path", "a path")]
    [InlineData("get_product(sku!)", "sku", "a code that goods have")]
    [InlineData("get_invoice(invoice_number!)", "invoice_number", "a number with the noun in front")]
    [InlineData("get_user(user!)", "user", "the noun itself")]
    [InlineData("list_orders(customer_id)", null, "the key of something else is a filter of many")]
    [InlineData("search_flights(origin!, destination!)", null, "a search has no key")]
    [InlineData("create_order(customer_id!, total!: num)", null, "what is created has no key yet")]
    [InlineData("send_message(channel!, text!)", null, "a receiver is no key of the message")]
    [InlineData("update_settings(theme, language)", null, "a thing of which there is one")]
    public void One_parameter_names_the_row(string cited, string? name, string because) =>
        Assert.Equal($"{because}: {name}", $"{because}: {Keys.Parameter(Recognised.Reading(cited))?.Name}");

    [Theory]
    [InlineData("Order{id, customer_id}", "order", "order_id", "id", "the thing's own id for the longer name")]
    [InlineData("Order{orderId, customerId}", "order", "id", "orderId", "the longer name for the thing's own id")]
    [InlineData("Queue{QueueArn, QueueName}", "queue", "QueueName", "QueueName", "the very name")]
    [InlineData("Issue{id: int, number: int, title}", "issue", "issue_number", "number", "the name without the noun, although there is an id")]
    [InlineData("Issue{id, key, fields: obj}", "issue", "issueKey", "key", "a key beside an id")]
    [InlineData("Message{account_sid, sid}", "message", "Sid", "sid", "the name in another case")]
    [InlineData("Item{_id, name}", "item", null, "_id", "an id with a mark")]
    [InlineData("Job{uuid, name}", "job", null, "uuid", "an id in another word")]
    [InlineData("Book{title, isbn}", "book", null, "isbn", "a code that is unique by its meaning")]
    [InlineData("Coupon{code, amount: num}", "coupon", null, "code", "a code")]
    [InlineData("Role{name, description}", "role", null, "name", "a name where nothing else is unique")]
    [InlineData("Reading{value: num, unit}", "reading", null, null, "nothing is unique")]
    public void One_member_is_the_key(string cited, string resource, string? parameter, string? key, string because) =>
        Assert.Equal($"{because}: {key}", $"{because}: {Keys.Property(Recognised.Schema(cited), resource, parameter)?.Name}");
}
