namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Columns that hold the key of another thing. A row cites the operations that show both things.</summary>
public sealed class ReferencesTests
{
    private const string Customers = "GET /customers/{id} getCustomer() -> Customer{id!, name} & ";
    private const string Users = "get_user(user_id!: int) -> User{user_id!: int, name, email} & ";

    [Theory]
    [InlineData(Customers + "GET /orders/{id} getOrder() -> Order{id!, customer_id, total: num}", "orders.customer_id", "customers.id", "a thing and its id")]
    [InlineData(Customers + "GET /orders/{id} getOrder() -> Order{id!, customerId, total: num}", "orders.customerId", "customers.id", "another spelling")]
    [InlineData(
        Customers + "GET /orders/{id} getOrder() -> Order{id!, billing_customer_id}",
        "orders.billing_customer_id", "customers.id", "an adjective in front")]
    [InlineData("GET /orders/{id} getOrder() -> Order{id!, customer_id}", "orders.customer_id", null, "a thing that no tool knows")]
    [InlineData(
        Users + "get_ticket(ticket_id!: int) -> Ticket{ticket_id!: int, title, assignee_id: int}",
        "tickets.assignee_id", "users.user_id", "a person by what the person does")]
    [InlineData(Users + "get_team(team_id!: int) -> Team{team_id!: int, owner_id: int}", "teams.owner_id", "users.user_id", "a person by what the person has")]
    [InlineData(
        "GET /posts/{post_id} getPost() -> Post{id!, title} & GET /posts/{post_id}/comments listComments() -> [Comment{id!, text, post_id}]",
        "comments.post_id", "posts.id", "a parent in the path")]
    [InlineData("GET /categories/{id} getCategory() -> Category{id!, name, parent_id}", "categories.parent_id", "categories.id", "a parent of the same kind")]
    [InlineData(
        "GET /employees/{id} getEmployee() -> Employee{id!, name, manager_id}",
        "employees.manager_id", "employees.id", "a person of the same kind by what the person does")]
    [InlineData(
        "get_flight(flight_number!) -> Flight{flight_number!, origin} & get_booking(booking_id!) -> Booking{booking_id!, flight_number}",
        "bookings.flight_number", "flights.flight_number", "a key that is no id, by its own name")]
    [InlineData(
        "get_room(number!) -> Room{number!, floor: int} & get_stay(stay_id!) -> Stay{stay_id!, room_number}",
        "stays.room_number", "rooms.number", "a thing and its number")]
    [InlineData(
        "get_product(sku!) -> Product{sku!, name} & get_offer(offer_id!) -> Offer{offer_id!, product_sku}",
        "offers.product_sku", "products.sku", "a thing and its code")]
    [InlineData(
        "GET /accounts/{id} getAccount() -> Account{id!, balance: num} & GET /payments/{id} getPayment() -> Payment{id!, from_account_id, amount: num}",
        "payments.from_account_id", "accounts.id", "one of two ends")]
    [InlineData(Customers + "GET /orders/{id} getOrder() -> Order{id!, customer_name}", "orders.customer_name", null, "another member of the thing")]
    [InlineData(Customers + "GET /orders/{id} getOrder() -> Order{id!, external_id}", "orders.external_id", null, "a key of somebody else's")]
    [InlineData(Customers + "GET /orders/{id} getOrder() -> Order{id!, customer_count: int}", "orders.customer_count", null, "a number of things")]
    public void A_column_leads_to_the_key_of_another_thing(string cited, string place, string? target, string because)
    {
        var reference = Recognised.Column(Recognised.Plan(cited), place).References;
        Assert.Equal($"{because}: {target}", $"{because}: {(reference is null ? "" : $"{reference.Table}.{reference.Column}")}");
    }
}
