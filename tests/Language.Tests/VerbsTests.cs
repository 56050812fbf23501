namespace AgentScaler.Language.Tests;

/// <summary>What a verb says of its tool. A row cites the sentence with which a public API describes an operation of that verb.</summary>
public sealed class VerbsTests
{
    [Theory]
    [InlineData("Get a single customer by id.", "get", VerbClass.Get)]
    [InlineData("Fetch the message with the given number.", "fetch", VerbClass.Get)]
    [InlineData("Retrieve a PaymentIntent.", "retrieve", VerbClass.Get)]
    [InlineData("Describe the table.", "describe", VerbClass.Get)]
    [InlineData("Show details of a server.", "show", VerbClass.Get)]
    [InlineData("Read a file.", "read", VerbClass.Get)]
    [InlineData("List all issues of a repository.", "list", VerbClass.List)]
    [InlineData("Browse the categories.", "browse", VerbClass.List)]
    [InlineData("Search for tracks by keyword.", "search", VerbClass.Search)]
    [InlineData("Find pets by status.", "find", VerbClass.Search)]
    [InlineData("Query a database.", "query", VerbClass.Search)]
    [InlineData("Count the documents of an index.", "count", VerbClass.Count)]
    [InlineData("Create an order.", "create", VerbClass.Create)]
    [InlineData("Add a new pet to the store.", "add", VerbClass.Create)]
    [InlineData("Insert an event.", "insert", VerbClass.Create)]
    [InlineData("Register a webhook.", "register", VerbClass.Create)]
    [InlineData("Book a table.", "book", VerbClass.Create)]
    [InlineData("Upload an attachment.", "upload", VerbClass.Create)]
    [InlineData("Update an existing pet.", "update", VerbClass.Update)]
    [InlineData("Edit a comment.", "edit", VerbClass.Update)]
    [InlineData("Modify the attributes of a volume.", "modify", VerbClass.Update)]
    [InlineData("Rename a branch.", "rename", VerbClass.Update)]
    [InlineData("Upsert a record by its external id.", "upsert", VerbClass.Upsert)]
    [InlineData("Put creates a new item, or replaces an old item with a new item.", "put", VerbClass.Upsert)]
    [InlineData("Delete a droplet.", "delete", VerbClass.Delete)]
    [InlineData("Remove a gist.", "remove", VerbClass.Delete)]
    [InlineData("Purge a queue.", "purge", VerbClass.Delete)]
    [InlineData("Cancel an order.", "cancel", VerbClass.Transition)]
    [InlineData("Approve a review.", "approve", VerbClass.Transition)]
    [InlineData("Reopen a ticket.", "reopen", VerbClass.Transition)]
    [InlineData("Suspend a user's installation.", "suspend", VerbClass.Transition)]
    [InlineData("Follow a person.", "follow", VerbClass.Link)]
    [InlineData("Attach a policy to a role.", "attach", VerbClass.Link)]
    [InlineData("Unfollow a person.", "unfollow", VerbClass.Unlink)]
    [InlineData("Detach a policy from a role.", "detach", VerbClass.Unlink)]
    [InlineData("Disassociate an address from an instance.", "disassociate", VerbClass.Unlink)]
    [InlineData("Send an email.", "send", VerbClass.Send)]
    [InlineData("Notify a channel.", "notify", VerbClass.Send)]
    [InlineData("Transfer money between two accounts.", "transfer", VerbClass.Transfer)]
    [InlineData("Calculate taxes for a cart.", "calculate", VerbClass.Compute)]
    [InlineData("Convert an amount to another currency.", "convert", VerbClass.Compute)]
    [InlineData("Check the availability of a name.", "check", VerbClass.Check)]
    [InlineData("Customer of the account.", "customer", VerbClass.None)]
    [InlineData("Status of the build.", "status", VerbClass.None)]
    [InlineData("The current weather.", "current", VerbClass.None)]
    public void A_verb_tells_the_kind_of_its_tool(string cited, string verb, VerbClass expected)
    {
        Assert.Contains(verb, Words.Split(cited));
        Assert.Equal(expected, Verbs.ClassOf(verb));
    }

    [Theory]
    [InlineData("cancel", "canceled", "PaymentIntent.status: requires_payment_method, requires_capture, canceled, succeeded")]
    [InlineData("cancel", "cancelled", "Order.status: pending, paid, shipped, cancelled")]
    [InlineData("approve", "approved", "Expense.status: draft, submitted, approved, rejected")]
    [InlineData("reject", "rejected", "Expense.status: draft, submitted, approved, rejected")]
    [InlineData("deny", "denied", "AccessRequest.status: pending, granted, denied")]
    [InlineData("submit", "submitted", "Expense.status: draft, submitted, approved, rejected")]
    [InlineData("void", "void", "Invoice.status: draft, open, paid, uncollectible, void")]
    [InlineData("pay", "paid", "Invoice.status: draft, open, paid, uncollectible, void")]
    [InlineData("close", "closed", "Issue.state: open, closed")]
    [InlineData("reopen", "open", "Issue.state: open, closed")]
    [InlineData("ship", "shipped", "Order.status: pending, paid, shipped, cancelled")]
    [InlineData("start", "running", "Instance.state: pending, running, stopping, stopped, terminated")]
    [InlineData("start", "in_progress", "Task.status: todo, in_progress, done")]
    [InlineData("stop", "stopped", "Instance.state: pending, running, stopping, stopped, terminated")]
    [InlineData("terminate", "terminated", "Instance.state: pending, running, stopping, stopped, terminated")]
    [InlineData("complete", "done", "Task.status: todo, in_progress, done")]
    [InlineData("complete", "completed", "Checkout.status: open, completed, expired")]
    [InlineData("expire", "expired", "Checkout.status: open, completed, expired")]
    [InlineData("activate", "active", "Subscription.status: active, paused, inactive")]
    [InlineData("deactivate", "inactive", "Subscription.status: active, paused, inactive")]
    [InlineData("pause", "paused", "Subscription.status: active, paused, inactive")]
    [InlineData("resume", "active", "Subscription.status: active, paused, inactive")]
    [InlineData("enable", "enabled", "Rule.state: enabled, disabled")]
    [InlineData("disable", "disabled", "Rule.state: enabled, disabled")]
    [InlineData("capture", "captured", "Charge.status: authorized, captured, refunded")]
    [InlineData("refund", "refunded", "Charge.status: authorized, captured, refunded")]
    [InlineData("publish", "published", "Post.status: draft, published, archived")]
    [InlineData("unpublish", "draft", "Post.status: draft, published, archived")]
    [InlineData("archive", "archived", "Post.status: draft, published, archived")]
    [InlineData("checkin", "checked_in", "Reservation.status: booked, checked_in, checked_out")]
    public void A_step_leads_to_a_status_that_is_written_so(string verb, string status, string cited)
    {
        Assert.Contains(status, cited.Split(": ")[1].Split(", "));
        Assert.Contains(status, Verbs.TargetsOf(verb));
    }

    [Theory]
    [InlineData("book_flight(flight_no, passenger) -> {booking_id}", "book", "booking")]
    [InlineData("reserve_table(restaurant, time) -> {reservation_id}", "reserve", "reservation")]
    [InlineData("pay_invoice(invoice, amount) -> {payment_id}", "pay", "payment")]
    [InlineData("subscribe_plan(plan, email) -> {subscription_id}", "subscribe", "subscription")]
    [InlineData("order_pizza(size, toppings) -> {order_id}", "order", "order")]
    [InlineData("create_coupon(code, percent) -> Coupon", "create", null)]
    [InlineData("add_pet(name) -> Pet", "add", null)]
    public void An_act_makes_a_thing_of_its_own_name_and_a_creation_the_thing_that_it_names(string cited, string verb, string? thing)
    {
        Assert.StartsWith(verb, cited, StringComparison.Ordinal);
        Assert.Equal(thing, Verbs.CreatedThing(verb));
    }

    [Theory]
    [InlineData("Reopen a closed conversation.", "reopen", true)]
    [InlineData("Restore a deleted page.", "restore", true)]
    [InlineData("Unarchive a channel.", "unarchive", true)]
    [InlineData("Reactivate a cancelled membership.", "reactivate", true)]
    [InlineData("Close a conversation.", "close", false)]
    [InlineData("Deliver a parcel.", "deliver", false)]
    public void Some_steps_lead_back_from_an_end(string cited, string verb, bool restores)
    {
        Assert.Equal(verb, Words.Split(cited)[0]);
        Assert.Equal(restores, Verbs.Restores(verb));
    }
}
