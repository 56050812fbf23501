namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>
/// What a tool does to the database, in the words of overrides. A row cites the operation, with another one of its domain in front where that
/// decides.
/// </summary>
public sealed class EffectsTests
{
    private const string Order = "GET /orders/{id} getOrder() -> Order{id!, name, total: num, status!: pending|paid|cancelled, tags: [str], favorite: bool} & ";
    private const string Ticket = "get_ticket(ticket_id!) -> Ticket{ticket_id!, title, status!: open|closed, watchers: [str]} & ";

    [Theory]
    [InlineData("GET /orders/{id} getOrder() -> Order{id!, total: num}", "get", "a read of an item")]
    [InlineData("GET /orders/{id} getOrder() -> Order{id!, status, lines: [{sku, quantity: int}]}", "get", "a thing that has a list is one thing")]
    [InlineData("GET /orders listOrders() -> {data: [Order{id!}], has_more: bool}", "list", "a read of a collection")]
    [InlineData("GET /customers/{id}/orders listOrders() -> [Order{id!}]", "list", "a read of children")]
    [InlineData(Order + "GET /orders/count countOrders(name) -> {count: int}", "count", "a number of rows")]
    [InlineData(Order + "POST /orders/search searchOrders(name) -> {results: [Order{id!}]}", "list", "a search by post")]
    [InlineData("search_tickets(query) -> {tickets: [Ticket{ticket_id!, title}]}", "list", "a search by a function")]
    [InlineData(Ticket + "list_tickets()", "list", "a list whose result nobody declares")]
    [InlineData(Ticket + "find_ticket(ticket_id!) -> Ticket{ticket_id!}", "get", "a search by a key whose result is one thing")]
    [InlineData("POST /orders createOrder(total!: num) -> Order{id!, total: num}", "create", "a post to a collection")]
    [InlineData("create_ticket(title!) -> {ticket_id}", "create", "a function that gives an id")]
    [InlineData("book_table(restaurant!, time!: datetime) -> {booking_id}", "create", "an act that leaves a record")]
    [InlineData("send_email(to!: email, subject!, body!) -> {message_id}", "create", "what was sent is kept")]
    [InlineData("POST /orders/batch createOrders(orders!: [{name!, total: num}]) -> [Order{id!}]", "create_many", "an array of rows")]
    [InlineData("add_contacts(contacts!: [{name!, email}])", "create_many", "an array of rows of a function")]
    [InlineData("POST /orders createOrder(lines!: [{sku!, quantity: int}], customer!) -> Order{id!}", "create", "an array of parts of one row")]
    [InlineData("PATCH /orders/{id} updateOrder(total: num) -> Order{id!}", "update", "a patch of an item")]
    [InlineData(Order + "POST /orders/{id} updateOrder(name) -> Order{id!}", "update", "a post to an item")]
    [InlineData(Ticket + "rename_ticket(ticket_id!, title!)", "update", "a verb that changes one member")]
    [InlineData("PUT /documents/{id} putDocument(title) -> Document{id!, title}", "upsert", "a put of an item")]
    [InlineData("PutItem(ItemId!, Value)", "upsert", "a put by name: creates a new item, or replaces an old item")]
    [InlineData("create_or_update_page(page_id!, title)", "upsert", "two verbs")]
    [InlineData("DELETE /orders/{id} deleteOrder()", "delete", "a deletion of an item")]
    [InlineData("purge_queue(queue_name!)", "delete", "another verb for it")]
    [InlineData("DELETE /orders clearOrders(status)", "delete_many", "a deletion of a collection")]
    [InlineData("clear_notifications()", "delete_many", "a deletion without a key")]
    [InlineData(Order + "POST /orders/{id}/cancel cancelOrder() -> Order{id!}", "transition", "a step behind an item")]
    [InlineData(Ticket + "close_ticket(ticket_id!, resolution)", "transition", "a step of a function")]
    [InlineData(Order + "PUT /orders/{id}/favorite favoriteOrder() -> Order{id!}", "transition", "a mark")]
    [InlineData("follow_user(user_id!, follower_id!) & unfollow_user(user_id!, follower_id!)", "unlink", "the opposite of a link")]
    [InlineData("get_user(user_id!) -> User{user_id!, name} & follow_user(user_id!, follower_id!)", "link", "two things are brought together")]
    [InlineData(
        "GET /accounts/{id} getAccount() -> Account{id!, balance: num} & transfer_money(from_account_id!, to_account_id!, amount!: num)",
        "transfer", "an amount between two rows")]
    [InlineData("transfer_call(call_id!, to_number!)", "create", "a transfer without an amount")]
    [InlineData("convert_currency(from!, to!, amount!: num) -> {converted: num}", "lookup", "a computation has no rows")]
    [InlineData("get_weather(city!) -> {temperature: num, condition: sunny|rainy}", "lookup", "what no database holds")]
    [InlineData("translate_text(text!, target_language!) -> {translation}", "lookup", "a translation")]
    [InlineData("check_availability(date!: date, room) -> {available: bool}", "lookup", "a check that shows no row")]
    [InlineData("calculate_bmi(weight!: num, height!: num) -> num", "lookup", "a formula")]
    public void A_tool_has_one_effect(string cited, string effect, string because) =>
        Assert.Equal($"{because}: {effect}", $"{because}: {Recognised.EffectOf(cited)}");
}
