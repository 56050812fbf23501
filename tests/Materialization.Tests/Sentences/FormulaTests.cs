using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Sentences.Formulas;
using AgentScaler.Materialization.Tests.Conventions;

namespace AgentScaler.Materialization.Tests.Sentences;

/// <summary>How a value is worked out, as documents say it, and what becomes of it among tables.</summary>
public sealed class FormulaTests
{
    [Theory]
    [InlineData("Charge = daily rate x days", "charge = daily rate * days")]
    [InlineData("charge = daily_rate * days", "charge = daily rate * days")]
    [InlineData("The fee is the monthly fee times the number of months", "fee = monthly fee * number of months")]
    [InlineData("The total is price multiplied by quantity", "total = price * quantity")]
    [InlineData("net is computed as qty × unitPrice", "net = qty * unit price")]
    [InlineData("gross = net + vat", "gross = net + vat")]
    [InlineData("rent = full_rent - discount", "rent = full rent - discount")]
    [InlineData("The amount due is the hammer price plus 5%, rounded up to the dollar", "amount due = up(hammer price * 1.05)")]
    [InlineData("Charge = daily rate x days, less 10% (rounded down to the penny) from 7 days up", "charge = down(daily rate * days * 0.9) where days >= 7 else daily rate * days")]
    [InlineData("The price is nightly rate times nights less 15 % for 14 or more nights", "price = nightly rate * nights * 0.85 where nights >= 14 else nightly rate * nights")]
    [InlineData("Late charge is 150% of the daily rate for each day after `due_on`, else 0", "late charge = 1.5 * daily rate * days after due on")]
    [InlineData("The discount is half of the annual rent, rounded down", "discount = down(0.5 * annual rent)")]
    [InlineData("The deposit equals twice the monthly rent", "deposit = 2 * monthly rent")]
    [InlineData("The cost is labor hours times the technician's hourly rate plus parts", "cost = labor hours * technician hourly rate + parts")]
    [InlineData("balance = total - (paid + credited)", "balance = total - paid + credited")]
    [InlineData("dueOn = issuedOn + customer's paymentDays", "due on = issued on + customer payment days")]
    [InlineData("the pickup deadline is set to exactly 72 hours after the deposit", "pickup deadline = deposit + 72 hours")]
    [InlineData("expires_on is 14 days after made_on", "expires on = made on + 14 days")]
    [InlineData("The offer expires 14 days after it was made", "expires = it was made + 14 days")]
    [InlineData("An invoice is due 30 days from now", "due = now + 30 days")]
    [InlineData("The due date is the payment days after the issue date", "due date = issue date + payment days")]
    [InlineData("dueOn is validMonths calendar months after givenOn", "due on = given on + valid months")]
    [InlineData("The reminder is set to 2 days before the departure", "reminder = departure - 2 days")]
    [InlineData("Moves `due_on` on by `extra_days`", "due = due + extra days")]
    [InlineData("Moves the pickup deadline of a deposited parcel 48 hours later", "pickup deadline = pickup deadline + 48 hours")]
    [InlineData("Extends the expiry date by 12 months", "expiry date = expiry date + 12 months")]
    [InlineData("The due date is moved by 14 days", "due date = due date + 14 days")]
    [InlineData("Adds 30 days to the expiry", "expiry = expiry + 30 days")]
    [InlineData("Starts today", "start = now")]
    [InlineData("The rental starts today", "start = now")]
    [InlineData("The status is open", "")]
    [InlineData("The price is in cents", "")]
    [InlineData("The limit is 5", "")]
    [InlineData("The end must be at least 2 days after the start", "")]
    [InlineData("The order is shipped to the customer", "")]
    [InlineData("Returns the orders of the last 30 days", "")]
    [InlineData("A report is available 24 hours a day", "")]
    [InlineData("The name of the file is the name of the report", "")]
    [InlineData("Moves the card to another list", "")]
    [InlineData("It ends well", "")]
    public void A_sentence_says_how_a_value_is_worked_out(string sentence, string said) =>
        Assert.Equal(said, FormulaReader.Read(sentence) is var (column, value) ? $"{column} = {value}" : "");

    [Theory]
    [InlineData("starts_on + days - 1", "starts on + days - 1")]
    [InlineData("Quantity times unit price", "quantity * unit price")]
    [InlineData("= net + vat", "net + vat")]
    [InlineData("14 days after made_on", "made on + 14 days")]
    [InlineData("Rate when opened", "")]
    [InlineData("Last day of hire", "")]
    public void A_description_is_a_formula(string description, string said) => Assert.Equal(said, FormulaReader.Alone(description)?.ToString() ?? "");

    private const string Hire = "GET /tools/{id} getTool() -> {id!, name!, day_rate!: int, deposit!: int, uses!: int} & "
        + "GET /hires/{id} getHire() -> {id!, tool_id!, starts!: date, due!: date \"Last day. starts + days - 1.\", days!: int, day_rate!: int, charge!: int, deposit!: int, fine!: int, "
        + "back: date?, expires_at!: datetime, status!: out|back} & ";

    private const string Open = Hire + "POST /hires openHire(tool_id!, days!: int) -> {id!} -- ";
    private const string Extend = Hire + "POST /hires openHire(tool_id!, days!: int) -> {id!} & POST /hires/{id}/extend extendHire(extra_days!: int) -> {id!} -- ";
    private const string Copied = "`openHire` sets the day rate of the hire to the day rate of the tool. `openHire` sets the deposit of the hire to the deposit of the tool. ";

    [Theory]
    [InlineData(Open + "Starts today.", "`openHire` sets the starts of the hire to today. " + Copied + "`openHire` sets the due of the hire to -1 days after today plus `days` days.")]
    [InlineData(Open + "Charge = day rate x days.", "`openHire` sets the charge of the hire to the day rate of the tool times `days`. " + Copied)]
    [InlineData(Open + "Expires 48 hours after it was opened.", "`openHire` sets the expires at of the hire to 48 hours after the time of the call. " + Copied)]
    [InlineData(Extend + "Moves `due` on by `extra_days`.",
        "`extendHire` sets the due of the hire to the due of the hire plus `extra_days` days. `extendHire` sets the days of the hire to the days of the hire plus `extra_days`.")]
    [InlineData(Extend + "The due date moves 7 days later.",
        "`extendHire` sets the due of the hire to 7 days after the due of the hire. `extendHire` sets the days of the hire to the days of the hire plus 7.")]
    [InlineData(Extend + "The charge is day rate times nothing known.", "")]
    public void A_formula_binds(string cited, string rules) => Assert.Equal(rules.TrimEnd(), Ruled.Last(cited));

    private static readonly Value[] Kinds = ["check", "dental", "surgery"];

    [Theory]
    [InlineData("It lasts as long as its kind demands: 15 minutes for a `check`, 30 for `dental` and 120 for `surgery`.", "check 15, dental 30, surgery 120 minutes")]
    [InlineData("check 15 min, dental 30 min, surgery 120 min", "check 15, dental 30, surgery 120 minutes")]
    [InlineData("Durations: surgery: 2 hours, dental: 1 hour, check: 1 hour", "check 1, dental 1, surgery 2 hours")]
    [InlineData("Takes 15, 30 or 120 minutes by kind", "check 15, dental 30, surgery 120 minutes")]
    [InlineData("15, 30 or 120 minutes, depending on the kind", "check 15, dental 30, surgery 120 minutes")]
    [InlineData("Price by kind (check = 40, dental = 90, surgery = 400)", "check 40, dental 90, surgery 400")]
    [InlineData("A check takes 15 minutes, a dental 30.", "")]
    [InlineData("A check, a dental or a surgery can be booked 2 days ahead.", "")]
    public void A_text_gives_a_number_for_each_value(string text, string said) => Assert.Equal(said, CaseReader.Read(text, Kinds, ["kind"]) is var (cases, unit)
        ? $"{string.Join(", ", cases.Select(c => $"{c.Value.AsString} {c.Number.Number:0}"))} {unit}".TrimEnd() : "");
}
