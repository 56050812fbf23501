using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>What sentences of a description say of statuses, values and orders. A row cites the sentence.</summary>
public sealed class StatementsTests
{
    private const string Booking = "GET /bookings/{id} getBooking() -> Booking{id!, title, status!: requested|booked|sailed|refunded|cancelled} & ";
    private const string Cancel = "POST /bookings/{id}/cancel cancelBooking() -> Booking{id!} -- ";
    private const string Charges = "GET /charges listCharges(customer) -> [Charge{id!, customer_name, amount: num, created_at: datetime}] -- ";
    private const string Invoice = "GET /invoices/{id} getInvoice() -> Invoice{id!, note, total: num, status!: draft|open|paid|uncollectible|void} & ";

    [Theory]
    [InlineData("Cancels a booking. Only a booked one can be cancelled.", "booked", "only, with the status as an adjective")]
    [InlineData("Cancels a booking. Only bookings that are booked can be cancelled.", "booked", "only, with the status in a clause")]
    [InlineData("You can only cancel bookings that are booked.", "booked", "only, behind a modal verb")]
    [InlineData("Cancels a requested booking.", "requested", "the status in front of the object")]
    [InlineData("Cancels a booking that is requested or booked.", "requested,booked", "two statuses in a clause")]
    [InlineData("Cancels a booking. Its status must be requested or booked.", "requested,booked", "must be")]
    [InlineData("Cancels a booking whose status is booked.", "booked", "whose status is")]
    [InlineData("Cancels a booking if it is still requested.", "requested", "if it is still")]
    [InlineData("A booking that has sailed cannot be cancelled.", "requested,booked", "cannot, with the status in a clause")]
    [InlineData("Cancels a booking unless it has sailed or was refunded.", "requested,booked", "unless, with two statuses")]
    [InlineData("Cancels a booking. Fails if the booking has already sailed.", "requested,booked", "fails if")]
    [InlineData("Cancels a booking. Returns an error when the booking is refunded.", "requested,booked,sailed", "an error when")]
    [InlineData("Cancels a booking. Sailed bookings can't be cancelled.", "requested,booked", "can't, with the status as an adjective")]
    [InlineData("Cancels a booking. Refunded or sailed bookings cannot be cancelled.", "requested,booked", "cannot, with two statuses as adjectives")]
    [InlineData("Cancels a booking before it has sailed.", "requested,booked", "before")]
    [InlineData("Cancels a booking at any time, even if it has sailed.", "requested,booked,sailed", "even if allows it")]
    public void A_step_starts_where_its_description_says(string cited, string from, string because) =>
        Assert.Equal($"{because}: {from}", $"{because}: {string.Join(',', Recognised.Last(Booking + Cancel + cited).From)}");

    [Theory]
    [InlineData("DELETE /invoices/{id} deleteInvoice()", "Deletes a draft invoice.", "draft", "the status in front of the object")]
    [InlineData(
        "DELETE /invoices/{id} deleteInvoice()",
        "Permanently deletes an invoice. Attempts to delete invoices that are no longer in a draft state will fail.", "draft", "no longer in a state")]
    [InlineData(
        "DELETE /invoices/{id} deleteInvoice()",
        "Deletes an invoice. Paid invoices cannot be deleted.", "draft,open,uncollectible,void", "cannot, with the status as an adjective")]
    [InlineData("PATCH /invoices/{id} updateInvoice(note)", "Updates an invoice. Draft invoices are fully editable.", null, "a permission that is no limit")]
    [InlineData(
        "PATCH /invoices/{id} updateInvoice(note)",
        "Updates an invoice. Only draft invoices can be edited.", "draft", "only, with another verb for the change")]
    [InlineData(
        "PATCH /invoices/{id} updateInvoice(note)",
        "Updates an invoice. Once an invoice is paid, it can no longer be changed.", "draft,open,uncollectible,void", "once")]
    [InlineData(
        "PATCH /invoices/{id} updateInvoice(note)",
        "Updates an invoice. An open question is answered by support.", null, "a status's word that speaks of something else")]
    [InlineData("DELETE /invoices/{id} deleteInvoice()", "Deletes an invoice.", null, "nothing is said")]
    public void A_row_is_changed_or_deleted_where_the_description_allows_it(string tool, string cited, string? allowed, string because)
    {
        var requires = Recognised.Last($"{Invoice}{tool} -- {cited}").Requires;
        Assert.Equal($"{because}: {allowed ?? "any"}", $"{because}: {(requires is null ? "any" : string.Join(',', requires))}");
    }

    [Theory]
    [InlineData("POST /invoices/{id}/void voidInvoice()", "Mark a finalized invoice as void.", "void", "the verb's own status")]
    [InlineData("POST /invoices/{id}/reset resetInvoice()", "Returns the invoice to draft.", "draft", "returns to")]
    [InlineData("POST /invoices/{id}/reset resetInvoice()", "Resets the invoice. It becomes open.", "open", "becomes")]
    [InlineData("PATCH /invoices/{id} adjustInvoice()", "Marks the invoice as uncollectible.", "uncollectible", "marks as")]
    [InlineData("POST /invoices/{id}/settle settle()", "Moves the invoice from open to paid.", "paid", "from one to another")]
    public void A_step_leads_where_its_description_says(string tool, string cited, string target, string because) =>
        Assert.Equal($"{because}: status {target}", $"{because}: {Recognised.Last($"{Invoice}{tool} -> Invoice{{id!}} -- {cited}").Led}");

    [Theory]
    [InlineData(
        "Returns a list of charges. The charges are returned in sorted order, with the most recent charges appearing first.",
        "created_at desc", "most recent first, in a clause")]
    [InlineData("Lists charges, latest first.", "created_at desc", "latest first")]
    [InlineData("Lists charges in the order in which they were created.", "created_at", "in the order of an event")]
    [InlineData("Lists charges in ascending order by amount.", "amount", "ascending order by")]
    [InlineData("Lists charges sorted in descending order of amount.", "amount desc", "descending order of")]
    [InlineData("Lists charges in descending order by amount.", "amount desc", "descending order by")]
    [InlineData("Lists charges ordered by creation date, newest to oldest.", "created_at desc", "from one end to the other without from")]
    [InlineData("Lists charges. Results are sorted by customer name by default.", "customer_name", "a column of two words")]
    [InlineData("Lists charges, largest amount first.", "amount desc", "an adjective of size with its column")]
    [InlineData("Lists charges, most expensive first.", "amount desc", "an adjective of price for an amount of money")]
    [InlineData("Lists charges from A to Z.", "customer_name", "letters")]
    [InlineData("Lists charges. Use sort to choose the order.", null, "the caller's own order")]
    [InlineData("Lists charges. Refund the oldest charge first.", null, "an advice")]
    [InlineData("Lists charges by customer.", null, "a by-phrase that is a filter")]
    public void A_list_stands_in_the_order_that_its_description_says(string cited, string? order, string because) =>
        Assert.Equal($"{because}: {order}", $"{because}: {Recognised.Last(Charges + cited).Order}");

    [Theory]
    [InlineData("A booking that has sailed can't be cancelled.", "a booking that has sailed cannot be cancelled", "a contraction")]
    [InlineData("Cancels a booking. Fails otherwise!", "cancels a booking|fails otherwise", "two sentences")]
    [InlineData("Updates v1.2 of a page.", "updates v1 2 of a page", "a point inside a number ends no sentence")]
    [InlineData("", "", "nothing")]
    public void A_description_is_read_clause_by_clause(string cited, string clauses, string because) =>
        Assert.Equal($"{because}: {clauses}", $"{because}: {string.Join('|', Statements.Clauses(cited).Select(words => string.Join(' ', words)))}");
}
