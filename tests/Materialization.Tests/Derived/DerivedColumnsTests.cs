using AgentScaler.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Derived;

/// <summary>Which columns follow from other rows, by what documents say of them and by their names. A row cites a member of a car club's customers.</summary>
public sealed class DerivedColumnsTests
{
    private const string Hires = " & GET /hires/{id} getHire() -> Hire{id!, customer_id!, car_id!, status!: booked|out|returned|cancelled, starts_at!: datetime, fee!: int, returned_at: datetime?, opened_on!: date} "
        + "& POST /hires openHire(customer_id!, car_id!) -> Hire{id!} & POST /hires/{id}/return returnHire() -> Hire{id!, status!: booked|out|returned|cancelled} ";

    private const string Notes = "& GET /notes/{id} getNote() -> Note{id!, customer_id!, rating!: int, text!} & POST /notes addNote(customer_id!, rating!: int, text!) -> Note{id!}";
    private const string Cars = " & GET /cars/{id} getCar() -> Car{id!, plate!} ";

    private const string Out = "count of hires in out";
    private const string Open = "count of hires in booked|out";

    [Theory]
    [InlineData("hires_out: int \"Number of hires that are out.\"", Out, "that are")]
    [InlineData("hires_out: int \"How many hires are out.\"", Out, "how many")]
    [InlineData("hires_out: int \"The number of hires with status `out`.\"", Out, "with status")]
    [InlineData("hires_out: int \"How many of the customer's hires are out.\"", Out, "of the customer's")]
    [InlineData("on_road: int \"Hires out at the moment.\"", Out, "a bare phrase with a state")]
    [InlineData("on_road: int \"Count of the customer's hires currently out, never negative.\"", Out, "count of")]
    [InlineData("on_road: int \"Number of hires not yet returned or cancelled.\"", Open, "not yet, two states")]
    [InlineData("on_road: int \"The number of active hires.\"", Open, "active ones are those that have not ended")]
    [InlineData("hires: int \"Hires ever opened.\"", "count of hires", "ever is all")]
    [InlineData("hires: int \"Total number of hires.\"", "count of hires", "total number")]
    [InlineData("cars: int \"Number of cars out.\"", Out, "cars of a customer are those of the hires")]
    [InlineData("open_hires: int", Open, "a name with a state in it")]
    [InlineData("booked_hire_count: int", "count of hires in booked", "a name with a status")]
    [InlineData("hire_count: int", "", "a name without a state is kept by what adds to it")]
    [InlineData("points: int \"Number of points.\"", "", "no rows of that name")]
    [InlineData("hires_late: int \"Number of hires that are late.\"", "", "late is not understood")]
    [InlineData("owed: int \"Sum of the fees of the hires that are out.\"", "sum of hires.fee in out", "sum of a column")]
    [InlineData("owed: int \"The total of the fees of returned hires.\"", "sum of hires.fee in returned", "total of")]
    [InlineData("score: num? \"Average rating of the customer's notes, null without one.\"", "average of notes.rating", "average")]
    [InlineData("next_hire_at: datetime? \"Start of its earliest booked hire to come, null without one.\"", "least of hires.starts_at in booked to come", "start of the earliest")]
    [InlineData("next: datetime? \"When the next booked hire starts.\"", "least of hires.starts_at in booked to come", "when the next")]
    [InlineData("next_hire_at: datetime?", "least of hires.starts_at in booked|out to come", "a name with next")]
    [InlineData("last_hire_on: date? \"Opening day of the latest hire.\"", "most of hires.opened_on", "latest")]
    [InlineData("current_hire_id?", "most of hires.id in booked|out", "the row that is open")]
    [InlineData("left: int \"Hires the customer may still open: the limit less the number of hires that are out.\"", "hire_limit less count of hires in out", "a remark in front")]
    [InlineData("left: int \"The hire limit less the number of hires that are out.\"", "hire_limit less count of hires in out", "less")]
    [InlineData("left: int \"Hire limit less the hires out.\"", "hire_limit less count of hires in out", "less rows")]
    [InlineData("left: int \"hire_limit minus the hires that are out\"", "hire_limit less count of hires in out", "minus rows")]
    [InlineData("left: int \"Ten less the hires that are not cancelled.\"", "10 less count of hires in booked|out|returned", "a number less rows")]
    [InlineData("hires_out: int \"Number of hires out held.\"", Out, "held")]
    [InlineData("notes: int \"How many notes were placed.\"", "count of notes", "placed")]
    [InlineData("balance: int \"sum of fee over all hires of the customer\"", "sum of hires.fee", "over all")]
    [InlineData("open: int \"counts hires that are booked or out\"", Open, "counts")]
    [InlineData("left: int \"hire_limit - hires that are out\"", "hire_limit less count of hires in out", "a minus sign")]
    public void A_member_follows_from_rows(string member, string figure, string because)
    {
        var name = member.Split(':', ' ', '?')[0];
        var tools = $"GET /customers/{{id}} getCustomer() -> Customer{{id!, name!, hire_limit!: int, {Optional(member)}}}{Cars}{Hires}{Notes}";
        Assert.Equal($"{because}: {figure}", $"{because}: {Found(tools, $"customers.{name}")}");
    }

    [Theory]
    [InlineData("`on_road` is the number of hires with status `out`. `owed` is the sum of the fees of the returned hires.", "customers.on_road", Out, "named and is")]
    [InlineData("`on_road` is the number of hires with status `out`. `owed` is the sum of the fees of the returned hires.", "customers.owed", "sum of hires.fee in returned", "the second of two")]
    [InlineData("`on_road` counts the hires that are out, and `spare` is the hire limit less that number.", "customers.on_road", Out, "counts")]
    [InlineData("`on_road` counts the hires that are out, and `spare` is the hire limit less that number.", "customers.spare", "hire_limit less count of hires in out", "that number")]
    [InlineData("A customer's `on_road` is always the number of its hires that are out.", "customers.on_road", Out, "a customer's")]
    [InlineData("The `on_road` must not be above 3.", "customers.on_road", "", "a demand is no definition")]
    [InlineData("`on_road` is raised by one.", "customers.on_road", "", "a change is no definition")]
    public void A_sentence_of_a_tool_says_what_a_member_tells(string description, string place, string figure, string because) => Assert.Equal($"{because}: {figure}",
        $"{because}: {Found($"GET /customers/{{id}} getCustomer() -> Customer{{id!, hire_limit!: int, on_road: int, owed: int, spare: int}} -- {description}{Cars}{Hires}", place)}");

    [Fact]
    public void What_a_caller_gives_is_not_derived() => Assert.Equal("",
        Found($"GET /customers/{{id}} getCustomer() -> Customer{{id!, open_hires: int}} & PATCH /customers/{{id}} updateCustomer(open_hires: int) -> Customer{{id!}}{Hires}", "customers.open_hires"));

    [Fact]
    public void Every_writer_of_the_rows_keeps_the_column() => Assert.Equal("openHire, returnHire",
        string.Join(", ", ModelFinisher.Finish(Recognised.Plan($"GET /customers/{{id}} getCustomer() -> Customer{{id!, open_hires: int}}{Hires}")).Tools
            .Where(t => t.Effect.Consequences.OfType<Refresh>().Any()).Select(t => t.Name).Order(StringComparer.Ordinal)));

    /// <summary>A member as the signature writes an optional one.</summary>
    private static string Optional(string member) => member.EndsWith("_id?", StringComparison.Ordinal) ? member[..^1] + ": str?" : member;

    private static string Found(string tools, string place) => string.Join("; ", ModelFinisher.Finish(Recognised.Plan(tools)) is var model
        ? model.Invariants.Concat(model.Tendencies).OfType<IsDerived>().Select(i => i.Derivation).Where(d => $"{d.Table}.{d.Column}" == place).Select(Told) : []);

    private static string Told(Derivation d) => (d.Whole is not null ? $"{d.Whole} less " : d.Room is { } room ? $"{room} less "
        : "") + d.Figure.ToString().ToLowerInvariant() + " of " + d.Rows.Table + (d.Of is null ? "" : $".{d.Of}")
        + (d.Rows.Column is null ? "" : $" in {string.Join('|', d.Rows.Among.Select(v => v.IsNull ? "null" : v.IsString ? v.AsString : v.ToJson()))}")
        + (d.Time is null ? "" : d.Side == TimeSide.ToCome ? " to come" : $" {d.Side}");
}
