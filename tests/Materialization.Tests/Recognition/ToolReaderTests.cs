namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>What a tool acts on, in which way, and whether it speaks of one existing thing. A row cites the operation of a public API.</summary>
public sealed class ToolReaderTests
{
    [Theory]
    [InlineData("GET /pet/{petId} getPetById()", "get pet item", "a path in the singular")]
    [InlineData("GET /v1/customers listCustomers()", "list customer", "a collection")]
    [InlineData("POST /v1/customers createCustomer(email)", "create customer", "a post to a collection")]
    [InlineData("PATCH /users/{user_id} updateUser(name)", "update user item", "a patch of an item")]
    [InlineData("PUT /documents/{id} indexDocument(title)", "upsert document item", "a put of an item")]
    [InlineData("DELETE /repos/{owner}/{repo} deleteRepo()", "delete repo item", "an item whose key has two parts")]
    [InlineData("POST /v1/invoices/{invoice}/finalize finalizeInvoice()", "transition invoice item", "a step behind an item")]
    [InlineData("POST /orders/{id}/check-in checkIn()", "transition order item", "a step of two words behind an item")]
    [InlineData("POST /v1/projects/{project}/topics/{topic}:publish publish(message)", "transition topic item under project", "a step behind a colon")]
    [InlineData("POST /crm/contacts/search searchContacts(query)", "search contact", "a search by post")]
    [InlineData("GET /pet/findByStatus findPetsByStatus(status)", "search pet", "a search with its by-phrase in the path")]
    [InlineData("GET /orders/count countOrders()", "count order", "a count behind a collection")]
    [InlineData("GET /orders/{order_id}/refunds/{refund_id} getRefund()", "get refund item under order", "a child")]
    [InlineData("POST /issues/{number}/comments createComment(body)", "create comment under issue", "a post to the children of an item")]
    [InlineData(
        "POST /v1/payment_intents/{intent}/capture capture(amount: int) -> PaymentIntent{id, status}",
        "transition payment_intent item", "a step that takes an amount")]
    [InlineData("GET /leave-requests listLeaveRequests()", "list leave_request", "a thing whose first word is also a verb")]
    [InlineData("GET /reports/{id} getReport()", "get report item", "a thing that is also a verb")]
    [InlineData(
        "PUT /settings/{key}/number setNumber(value: num) -> Setting{key, value: num}",
        "update setting item", "a part of a thing that answers with the thing")]
    [InlineData("POST /accounts/{id}/transfers createTransfer(to, amount: num)", "create transfer under account", "an act in the plural has rows of its own")]
    [InlineData("GET /v3/company/{companyId}/bill/{billId} readBill()", "get bill item under company", "collections in the singular")]
    [InlineData("GET /teams/{team-id}/members/{user-id} getMember()", "get member item under team", "variables with hyphens")]
    [InlineData("get_ticket(ticket_id!)", "get ticket", "a function of a verb and a noun")]
    [InlineData("book_flight(flight_no!, passenger!) -> {booking_id}", "create booking", "an act whose record is called by the act")]
    [InlineData("schedule_appointment(doctor!, time!: datetime)", "create appointment", "an act whose record is called by its object")]
    [InlineData("send(recipient!, text!)", "send message", "a verb alone")]
    [InlineData("weather(city!)", "none weather", "a noun alone")]
    [InlineData("think(thought!)", "compute think", "an act on nothing")]
    public void An_operation_is_read_as_an_act_on_a_resource(string cited, string read, string because)
    {
        var reading = Recognised.Reading(cited);
        var parents = string.Join(',', reading.Parents.Select(p => p.Resource));
        var place = $"{(reading.OnItem ? " item" : "")}{(parents.Length > 0 ? " under " + parents : "")}";
        Assert.Equal($"{because}: {read}", $"{because}: {reading.VerbClass.ToString().ToLowerInvariant()} {reading.Resource}{place}");
    }

    [Theory]
    [InlineData("acme_get_user(user_id!) & acme_list_users() & acme_delete_user(user_id!)", "user", "a prefix that all tools of a provider share is no noun")]
    [InlineData("order_get(order_id!) & order_list() & order_cancel(order_id!)", "order", "a noun that all tools of a provider share is their noun")]
    public void Words_that_all_tools_share_are_told_from_what_they_act_on(string cited, string resource, string because) =>
        Assert.All(
            Recognised.Readings(cited),
            reading => Assert.True(reading.Resource == resource, $"{because}: {reading.Tool.Name} acts on {reading.Resource}"));

    [Theory]
    [InlineData("POST /v1/orders createOrder(order!: {customer, total!: num})", "customer,total", "members of an object that is called as the thing")]
    [InlineData("POST /v1/orders createOrder(body: {customer, total: num})", "customer,total", "members of a body")]
    [InlineData("create_order(customer!, shipping: {street, city})", "customer,shipping", "an object that is a member of the thing")]
    [InlineData("search_orders(filters: {status, city}, limit: int)", "status,city,limit", "members of filters")]
    [InlineData("POST /orders createOrder(createOrderRequest: {total: num})", "total", "members of a request")]
    public void An_object_that_stands_for_the_thing_gives_its_members(string cited, string names, string because) =>
        Assert.Equal($"{because}: {names}", $"{because}: {string.Join(',', Recognised.Reading(cited).Parameters.Select(p => p.Name))}");
}
