namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>The answer of a write tells on what it works, whatever its path calls the act. A row cites operations as public documents declare them.</summary>
public sealed class AnsweredThingsTests
{
    private const string Bank = "GET /accounts/{id} getAccount() -> {id!, holder!, balance!: int, state!: open|closed} & "
        + "GET /accounts/{id}/transactions listTransactions() -> {transactions: [{id!, account_id!, type!: topup|withdrawal|fee, amount!: int, at!: datetime}]} & ";

    private const string Entry = " -> {id!, account_id!, type!: topup|withdrawal|fee, amount!: int, at!: datetime}";
    private const string Account = " -> {id!, holder!, balance!: int, state!: open|closed}";
    private const string Shop = "GET /invoices/{id} getInvoice() -> {id!, customer!, status!: draft|issued|paid|cancelled, lines!: [{text, net: int}], fault: str?} & ";
    private const string Invoice = " -> {id!, customer!, status!: draft|issued|paid|cancelled, lines!: [{text, net: int}], fault: str?}";
    private const string Passes = "GET /permits/{id}/passes listPasses() -> [{id!, plate!, day!: date, status!: valid|cancelled}] & ";
    private const string Pass = " -> {id!, plate!, day!: date, status!: valid|cancelled}";

    [Theory]
    [InlineData(Bank + "POST /accounts/{id}/topups topUp(amount!: int)" + Entry, "create", "transactions", "a collection that nobody reads")]
    [InlineData(Bank + "POST /accounts/{id}/withdrawals withdraw(amount!: int)" + Entry, "create", "transactions", "another one")]
    [InlineData(Bank + "POST /accounts/{id}/withdraw withdraw(amount!: int)" + Entry, "create", "transactions", "an act behind the item")]
    [InlineData(Bank + "POST /deposits deposit(account_id!, amount!: int)" + Entry, "create", "transactions", "a collection of its own")]
    [InlineData(Bank + "POST /accounts/{id}/charge charge(amount!: int)" + Account, "update", "accounts", "an act that answers with its item")]
    [InlineData(Bank + "POST /accounts/{id}/close closeAccount()" + Account, "transition", "accounts", "a step stays a step")]
    [InlineData(Bank + "POST /accounts/{id}/transactions book(amount!: int)" + Entry, "create", "transactions", "the collection itself")]
    [InlineData(Bank + "POST /receipts print(account_id!) -> {id!, text!, at!: datetime}", "create", "receipts", "a thing that nobody reads has rows of its own")]
    [InlineData(Shop + "POST /invoices/{id}/issue issueInvoice()" + Invoice, "update", "invoices", "a verb that makes things elsewhere")]
    [InlineData(Shop + "POST /invoices/{id}/lines addLine(text!, net!: int)" + Invoice, "update", "invoices", "a list that the item shows")]
    [InlineData(Shop + "DELETE /invoices/{id}/lines/{pos} removeLine()" + Invoice, "update", "invoices", "an entry of that list")]
    [InlineData(Shop + "POST /invoices/{id}/lines addLine(text!, net!: int) -> {pos!: int, text!, net!: int}", "create", "lines", "an entry that answers for itself")]
    [InlineData(Shop + "POST /invoices/{id}/cancellation cancelInvoice()" + Invoice, "transition", "invoices", "a noun for a step")]
    [InlineData(Shop + "DELETE /invoices/{id}/workshop release()" + Invoice, "update", "invoices", "the end of a state")]
    [InlineData(Passes + "POST /passes/{id}/cancellation cancelPass()" + Pass, "transition", "passes", "an item that is only listed")]
    [InlineData(Passes + "POST /passes/{id}/stamp stampPass(gate!)" + Pass, "update", "passes", "an act on an item that is only listed")]
    public void A_write_works_on_what_it_answers_with(string cited, string effect, string table, string because)
    {
        var last = Recognised.Last(cited);
        Assert.Equal($"{because}: {effect} {table}", $"{because}: {last.Effect} {last.Table}");
    }

    private const string Bookings = "GET /bookings/{id} getBooking() -> {id!, guest!, status!: booked|cancelled|retired} & ";
    private const string Flags = "GET /posts/{id} getPost() -> {id!, title!, text!} & ";

    [Theory]
    [InlineData(Bookings + "DELETE /bookings/{id} cancelBooking() -- Cancels the booking.", "transition cancelled", "the name says the step")]
    [InlineData(Bookings + "DELETE /bookings/{id} deleteBooking() -- Takes it out for good. It stays readable, with status `retired`.", "transition retired", "a status behind the word")]
    [InlineData(Bookings + "DELETE /bookings/{id} deleteBooking() -- Soft delete: the booking is kept, marked as retired.", "transition retired", "a soft delete")]
    [InlineData(Bookings + "DELETE /bookings/{id} removeBooking() -- The booking becomes cancelled.", "transition cancelled", "it becomes")]
    [InlineData(Bookings + "DELETE /bookings/{id} removeBooking() -- The record is retained for the accounts.", "transition cancelled", "what is retained has ended")]
    [InlineData(Bookings + "DELETE /bookings/{id} deleteBooking() -- Removes a booking.", "delete ", "nothing says that it is kept")]
    [InlineData(Bookings + "DELETE /bookings/{id} deleteBooking() -- Only a cancelled booking can be deleted.", "delete ", "a status that is demanded")]
    [InlineData(Bookings + "DELETE /bookings/{id} deleteBooking() -- Refused while the status is booked.", "delete ", "a status that refuses")]
    [InlineData(Flags + "DELETE /posts/{id} archivePost() -- Archives the post.", "delete ", "a thing without statuses")]
    public void A_deletion_may_keep_the_row(string cited, string understood, string because)
    {
        var last = Recognised.Last(cited);
        Assert.Equal($"{because}: {understood}", $"{because}: {last.Effect} {last.Target}");
    }

    [Theory]
    [InlineData("POST /rentals/{id}/extend extend(extra_days!: int) -> {id!, due_on!: date, days!: int}", "id,due_on,days", "an argument of an act is no member")]
    [InlineData("POST /rentals/{id}/inspection inspect(damaged!: bool, note) -> {id!, due_on!: date, days!: int}", "id,due_on,days", "neither are several")]
    [InlineData("PATCH /rentals/{id} change(password) -> {id!, due_on!: date, days!: int}", "id,due_on,days,password", "a member that is only written")]
    public void What_an_act_is_given_is_no_column(string act, string columns, string because)
    {
        var plan = Recognised.Plan("GET /rentals/{id} getRental() -> {id!, due_on!: date, days!: int} & " + act);
        Assert.Equal($"{because}: {columns}", $"{because}: {string.Join(',', plan.Table("rentals")!.Columns.Select(c => c.Name))}");
    }

    [Theory]
    [InlineData("cancellation", "cancel")]
    [InlineData("completion", "complete")]
    [InlineData("suspension", "suspend")]
    [InlineData("activation", "activate")]
    [InlineData("withdrawal", "withdraw")]
    [InlineData("approval", "approve")]
    [InlineData("closure", "close")]
    [InlineData("renewal", "renew")]
    [InlineData("publication", "publish")]
    [InlineData("rejection", "reject")]
    [InlineData("station", null)]
    [InlineData("payment", "pay")]
    public void A_noun_may_be_made_of_a_verb(string noun, string? verb) => Assert.Equal(verb, SchemaInference.Nominals.VerbOf(noun)?.Phrase);
}
