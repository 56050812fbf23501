using AgentScaler.Effects;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Sentences.Audit;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Sentences;

/// <summary>What becomes of sentences in the finished tool: the records that keep them, or none.</summary>
public sealed class BindingTests
{
    private const string Ferries = "GET /sailings/{id} getSailing() -> Sailing{id!, departure!: datetime, seats_left!: int, price!: num, status!: planned|boarding|sailed} & "
        + "GET /passengers/{id} getPassenger() -> Passenger{id!, email!, suspended!: bool, balance!: num} & "
        + "GET /bookings/{id} getBooking() -> Booking{id!, sailing_id!, passenger_id!, seats!: int, total: num, paid_at: datetime?, status!: held|paid|cancelled} & "
        + "GET /payments/{id} getPayment() -> Payment{id!, booking_id!, amount: num, created_at: datetime} & ";

    private const string Book = "POST /bookings createBooking(sailing_id!, passenger_id!, seats!: int) -> Booking{id!} -- ";
    private const string Cancel = "POST /bookings/{id}/cancel cancelBooking() -> Booking{id!, status: held|paid|cancelled} -- ";
    private const string Settle = "POST /bookings/{id}/pay payBooking(amount!: num) -> Booking{id!, status: held|paid|cancelled} -- ";
    private const string Note = "POST /bookings/{id}/return returnBooking(damaged!: bool, note: str) -> Booking{id!, status: held|paid|cancelled} -- ";
    private const string Delete = "DELETE /bookings/{id} deleteBooking() -- ";
    private const string Cabins = "GET /cabins/{id} getCabin() -> Cabin{id!, deck!} & "
        + "GET /stays/{id} getStay() -> Stay{id!, cabin_id!, first_night!: date, last_night!: date} & ";

    private const string Reserve = Cabins + "POST /stays createStay(cabin_id!, first_night!: date, last_night!: date) -> Stay{id!} -- ";
    private const string Move = Cabins + "PATCH /stays/{id} moveStay(first_night: date, last_night: date) -> Stay{id!} -- ";
    private const string Pay = "PATCH /passengers/{id} updatePassenger(email) -> Passenger{id!} -- ";

    private const string Register = "POST /passengers createPassenger(email!, suspended: bool) -> Passenger{id!} -- ";

    [Theory]
    [InlineData(Book + "Refused with 409 when fewer seats are left than asked for.", "seats_left AtLeast seats")]
    [InlineData(Book + "Fails if there are not enough seats left.", "seats_left AtLeast seats")]
    [InlineData(Book + "The sailing must be planned.", "status in planned")]
    [InlineData(Book + "A suspended passenger cannot book.", "suspended is false")]
    [InlineData(Book + "A passenger may have at most 3 bookings at a time.", "count of bookings Less 3")]
    [InlineData(Book + "Bookings are possible up to 24 hours before departure.", "now + 1440 AtMost departure")]
    [InlineData(Cancel + "Only a held booking can be cancelled.", "status in held")]
    [InlineData(Cancel + "Fails if the booking is already paid.", "status in held")]
    [InlineData(Cancel + "The sailing must not be sailed.", "status in planned,boarding")]
    [InlineData(Delete + "A booking cannot be deleted while it has payments.", "count of payments Equal 0")]
    [InlineData(Register + "The email must be unique.", "unique email")]
    [InlineData(Register + "Fails when the email is registered already.", "unique email")]
    [InlineData(Register + "The email must not belong to another passenger.", "unique email")]
    [InlineData(Pay + "The email may not belong to another passenger.", "unique email")]
    [InlineData(Book + "A passenger can book a sailing only once.", "unique passenger_id+sailing_id")]
    [InlineData(Reserve + "A cabin can be reserved only once for a night.", "count of stays where first_night Less last_night, last_night Greater first_night Equal 0")]
    [InlineData(Move + "The last night must be after the first night.", "EitherTerm Less EitherTerm")]
    [InlineData(Move + "The new last night must be later than the old one.", "last_night Less last_night")]
    [InlineData("POST /passengers createPassenger(email!: str \"At most 12 characters.\") -> Passenger{id!}", "LengthTerm AtMost 12")]
    [InlineData("POST /passengers createPassenger(email: str \"Must be specified.\") -> Passenger{id!}", "all_given")]
    [InlineData(Pay + "The balance must be 0 before a passenger can be changed.", "balance Equal 0")]
    [InlineData(Settle + "The amount has to be the total, to the cent.", "amount Equal total")]
    [InlineData(Settle + "Fails with not_held.", "status in held")]
    [InlineData(Settle + "Refused: already_paid, booking_cancelled.", "status in held")]
    [InlineData(Settle + "Refused: wrong_amount.", "amount Equal total")]
    [InlineData(Settle + "Refused while the sailing is boarding.", "status in planned,sailed")]
    [InlineData(Book + "Refused: sailing_not_planned, passenger_suspended (the passenger is barred).", "suspended is false")]
    [InlineData(Book + "Refused: sold_out or already_booked.", "count of bookings where passenger_id Equal passenger_id Equal 0")]
    [InlineData(Book + "Refused when the sailing is already under way.", "")]
    [InlineData(Book + "Only possible while the ship is planned.", "status in planned")]
    [InlineData(Book + "Refused: sailing_departed.", "now AtMost departure")]
    [InlineData(Note + "A note is required when damaged.", "given_when")]
    public void A_demand_becomes_a_precondition(string tool, string record) => Assert.Contains(record, Preconditions(Ferries + tool).Append(""));

    [Theory]
    [InlineData(Book + "The first booking must be at least the price of the sailing.", "a price is no number of bookings")]
    [InlineData(Book + "Bookings must be at least the balance of the passenger.", "nor is a balance")]
    public void No_rows_are_counted_against_money(string tool, string because) =>
        Assert.False(Preconditions(Ferries + tool).Any(p => p.StartsWith("count of", StringComparison.Ordinal)), because);

    /// <summary>Conventions add consequences of their own; only those that the text states are compared.</summary>
    [Theory]
    [InlineData(Book + "Lowers the seats left by the number booked.", "seats_left -seats")]
    [InlineData(Book + "One less seat is available.", "seats_left -1")]
    [InlineData(Book + "The total is the price times the seats.", "total = price * seats")]
    [InlineData(Book + "A fee of 2.50 is charged.", "balance -2.5")]
    [InlineData(Cancel + "Its seats become available again.", "")]
    [InlineData(Cancel + "The seats become free again.", "seats_left +seats")]
    [InlineData(Cancel + "Its paid at is cleared.", "paid_at = null")]
    [InlineData(Cancel + "A payment is recorded.", "payment(booking_id, created_at)")]
    public void What_follows_becomes_a_consequence(string tool, string record) => Assert.Equal(record, string.Join("; ", Consequences(Ferries + tool)));

    [Theory]
    [InlineData(Book + "Refused with 409 when fewer seats are left than asked for.", "compares")]
    [InlineData(Cancel + "Cancels a held booking.", "status_in")]
    [InlineData(Cancel + "Cancels a booking. Sends a postcard to the captain.", null)]
    [InlineData(Cancel + "Cancels a booking. Only a laminated booking can be cancelled.", null)]
    public void A_sentence_is_understood_where_a_record_keeps_it(string tool, string? record) =>
        Assert.Equal(record, Assert.Single(SentenceAudit.Of(Last(Ferries + tool))).Record);

    private static ToolModel Last(string tools) => DomainInference.Infer(Recognised.Readings(tools), InferenceHints.None).Tools[^1];

    private static IEnumerable<string> Preconditions(string tools) => Last(tools).Effect.Preconditions.Select(p => p switch
    {
        Compares compares => $"{Term(compares.Left)} {compares.Comparison} {Term(compares.Right)}",
        StatusIn status => $"status in {string.Join(',', status.Allowed.Select(v => v.AsString))}",
        FlagIs flag => $"{flag.Column.Name} is {flag.Value.ToJson()}",
        IsUnique unique => $"unique {string.Join('+', unique.Bindings.Select(b => b.Column.Name))}",
        _ => Words.Snake(p.GetType().Name),
    });

    private static IEnumerable<string> Consequences(string tools) => Last(tools).Effect.Consequences
        .Where(c => c is not StampClock && c.Basis.Source == Source.Text).Select(c => c switch
    {
        Adjust adjust => $"{adjust.Column.Name} {(adjust.Sign > 0 ? "+" : "-")}{Term(adjust.Amount)}",
        Assign assign => $"{assign.Column.Name} = {Term(assign.Value)}",
        InsertRow insert => $"{insert.Table.Singular}({string.Join(", ", insert.Columns.Select(f => f.Column.Name))})",
        _ => Words.Snake(c.GetType().Name),
    });

    private static string Term(Term term) => term switch
    {
        ArgumentTerm argument => argument.Parameter.Name,
        CellTerm cell => cell.Column.Name,
        ConstantTerm constant => constant.Value.ToJson(),
        ProductTerm product => $"{Term(product.Left)} * {Term(product.Right)}",
        CountTerm { Children.Limits: { Count: > 0 } limits } count => $"count of {count.Children.Table.Name} where "
            + string.Join(", ", limits.Select(l => $"{l.Column.Name} {l.Comparison} {l.Parameter.Name}")),
        CountTerm count => $"count of {count.Children.Table.Name}",
        LaterTerm later => $"{Term(later.Time)} + {later.Minutes}",
        ClockTerm => "now",
        _ => term.GetType().Name,
    };
}
