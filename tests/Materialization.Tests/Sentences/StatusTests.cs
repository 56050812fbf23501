using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Sentences.Binding;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Sentences;

/// <summary>From which statuses sentences let an act start, and to which they say that it leads. A row cites the sentences.</summary>
public sealed class StatusTests
{
    private const string Booking = "GET /bookings/{id} getBooking() -> Booking{id!, title, status!: requested|booked|sailed|refunded|cancelled} & ";
    private const string Cancel = "POST /bookings/{id}/cancel cancelBooking() -> Booking{id!} -- ";
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
    [InlineData("Take back a booking that has not sailed.", "requested,booked", "an act of two words")]
    [InlineData("Cancel a requested booking again.", "requested", "an act done again")]
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
    [InlineData("POST /invoices/{id}/reset resetInvoice()", "Puts the invoice back into draft.", "draft", "back into")]
    [InlineData("POST /invoices/{id}/settle settle()", "Transitions the invoice to the status paid, so that nothing is owed.", "paid", "a clause behind the status")]
    public void A_step_leads_where_its_description_says(string tool, string cited, string target, string because) =>
        Assert.Equal($"{because}: status {target}", $"{because}: {Recognised.Last($"{Invoice}{tool} -> Invoice{{id!}} -- {cited}").Led}");

    [Theory]
    [InlineData("409: The claim is past due.", "past_due", "a value of two words")]
    [InlineData("409: The claim is uncollectible already.", "uncollectible", "a value that is no participle")]
    [InlineData("Past due claims cannot be reopened.", "past_due", "a value in front of the thing")]
    [InlineData("409: The claim is not open.", "open, demanded", "a value that is denied")]
    [InlineData("Open a past due claim again.", "past_due, demanded", "a value's word that is the act")]
    [InlineData("Only open claims can be closed.", "open, demanded", "a value's word behind be is the act")]
    [InlineData("409: The claim is no open", "open, demanded", "a value that is denied by no")]
    [InlineData("Shreds an open claim.", "open, demanded", "an act that the grammar does not know")]
    [InlineData("Only an open can be shredded.", "open, demanded", "a value that stands for the thing")]
    [InlineData("Closes a claim.", "", "nothing of states")]
    public void Values_of_a_column_name_states(string cited, string states, string because)
    {
        var column = new ColumnStates([.. new[] { "open", "past_due", "uncollectible", "closed" }.Select(v => Value.From(v))], ["shred"], ["closed"]);
        var said = column.Read(Cited.Sentence(cited))
            .Select(m => string.Join('|', m.States.SelectMany(column.Named).Select(v => v.AsString)) + (m.Demanded ? ", demanded" : ""));
        Assert.Equal($"{because}: {states}", $"{because}: {string.Join("; ", said)}");
    }
}
