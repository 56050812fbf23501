using System.Text.RegularExpressions;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.States;

/// <summary>An initial state reads like the service's own data.</summary>
public sealed partial class PlausibleStateTests
{
    private const string Stay =
        """{"type":"object","properties":{"reservation_id":{"type":"integer"},"guest_id":{"type":"integer"},"room_number":{"type":"integer"},"arrival":{"type":"string","format":"date"},"departure":{"type":"string","format":"date"},"adults":{"type":"integer"},"status":{"type":"string","enum":["booked","checked_in","checked_out","cancelled"]}}}""";
    private const string Guest =
        """{"type":"object","properties":{"guest_id":{"type":"integer"},"name":{"type":"string"},"email":{"type":"string"},"birth_date":{"type":"string","format":"date"}}}""";
    private const string Room = """{"type":"object","properties":{"number":{"type":"integer"},"floor":{"type":"integer"},"price":{"type":"number"}}}""";
    private const string Book =
        """{"type":"object","properties":{"book_id":{"type":"string"},"title":{"type":"string"},"author":{"type":"string"},"isbn":{"type":"string"},"price":{"type":"number"}}}""";
    private const string Payment =
        """{"type":"object","properties":{"transfer_id":{"type":"string"},"from_account_id":{"type":"string"},"to_account_id":{"type":"string"},"amount":{"type":"number"}}}""";
    private const string Account =
        """{"type":"object","properties":{"account_id":{"type":"string"},"last_four":{"type":"string"},"balance":{"type":"number"}}}""";
    private const string Flight =
        """{"type":"object","properties":{"flight_number":{"type":"string"},"origin":{"type":"string"},"destination":{"type":"string"},"gate":{"type":"string"}}}""";
    private const string Seat =
        """{"type":"object","properties":{"booking_code":{"type":"string"},"flight_number":{"type":"string"},"seat":{"type":"string"}}}""";

    private static readonly EnvironmentDefinitionView Hotel = View(
        Reads("reservation", Stay), Reads("guest", Guest), Reads("room", Room, key: "number"));

    private static readonly EnvironmentDefinitionView Mixed = View(
        Reads("book", Book), Reads("transfer", Payment), Reads("account", Account), Reads("booking", Seat, key: "booking_code"),
        [.. Reads("flight", Flight, key: "flight_number"), ToolFixture.Http("search_flights", "GET", "/flights/search",
            """{"type":"object","required":["origin","destination"],"properties":{"origin":{"type":"string","minLength":3,"maxLength":3},"destination":{"type":"string","minLength":3,"maxLength":3}}}""",
            $$"""{"type":"array","items":{{Flight}}}""")]);

    [Fact]
    public void Guests_arrive_before_they_depart_and_stay_for_days() => Assert.All(Hotel.Rows("reservations"), row =>
    {
        if (row["arrival"].IsNull || row["departure"].IsNull)
        {
            return;
        }

        var nights = DateOnly.Parse(row["departure"].AsString).DayNumber - DateOnly.Parse(row["arrival"].AsString).DayNumber;
        Assert.InRange(nights, 0, 21);
    });

    [Fact]
    public void A_booked_stay_lies_ahead_of_the_sessions_first_day() => Assert.All(
        Hotel.Rows("reservations").Where(r => r["status"] == "booked" && r["departure"].IsString),
        r => Assert.True(string.CompareOrdinal(r["departure"].AsString, "2026-01-01") >= 0));

    [Fact]
    public void A_person_was_born_a_while_ago() => Assert.All(
        Hotel.Rows("guests").Where(g => g["birth_date"].IsString), g => Assert.True(string.CompareOrdinal(g["birth_date"].AsString, "2006-01-01") < 0));

    [Fact]
    public void A_room_number_leads_to_a_room_and_a_flight_number_to_a_flight()
    {
        Assert.Equal(new ColumnReference("rooms", "number"), Hotel.Column("reservations", "room_number").References);
        Assert.Equal(new ColumnReference("flights", "flight_number"), Mixed.Column("bookings", "flight_number").References);
    }

    [Fact]
    public void Not_every_guest_has_exactly_one_stay()
    {
        var stays = Hotel.Rows("reservations").Where(r => !r["guest_id"].IsNull).GroupBy(r => r["guest_id"]).Select(g => g.Count()).ToList();
        Assert.Contains(stays, c => c > 1);
    }

    [Fact]
    public void Codes_are_written_as_such_codes_are()
    {
        Assert.All(Mixed.Texts("accounts", "last_four"), t => Assert.Matches("^[0-9]{4}$", t));
        Assert.All(Mixed.Texts("books", "isbn"), t => Assert.True(IsEan13(t), t));
        Assert.All(Mixed.Texts("flights", "gate"), t => Assert.Matches("^[A-E][0-9]{1,2}$", t));
        Assert.All(Mixed.Texts("bookings", "seat"), t => Assert.Matches("^[0-9]{1,2}[A-F]$", t));
        Assert.All(Mixed.Texts("flights", "flight_number"), t => Assert.Matches("^[A-Z]{2} [0-9]{3}$", t));
    }

    [Fact]
    public void Places_fit_the_parameter_that_searches_for_them_and_no_way_leads_back_to_its_start() => Assert.All(Mixed.Rows("flights"), row =>
    {
        Assert.Matches("^[A-Z]{3}$", row["origin"].AsString);
        Assert.NotEqual(row["origin"], row["destination"]);
    });

    [Fact]
    public void Money_goes_from_one_account_to_another() =>
        Assert.All(Mixed.Rows("transfers").Where(r => !r["to_account_id"].IsNull), r => Assert.NotEqual(r["from_account_id"], r["to_account_id"]));

    [Fact]
    public void A_book_costs_what_books_cost_and_no_two_share_a_title()
    {
        Assert.All(Mixed.Rows("books"), r => Assert.InRange(r["price"].AsNumber, 7, 42));
        Assert.Equal(Mixed.Rows("books").Count, Mixed.Texts("books", "title").Distinct().Count());
        Assert.All(Mixed.Texts("books", "title"), t => Assert.DoesNotMatch(Numbered(), t));
    }

    private static bool IsEan13(string text) =>
        text.Length == 13 && text.All(char.IsAsciiDigit) && text.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;

    private static IReadOnlyList<ToolSpecification> Reads(string thing, string schema, string? key = null)
    {
        key ??= $"{thing}_id";
        var type = schema.Contains($"\"{key}\":{{\"type\":\"integer\"", StringComparison.Ordinal) ? "integer" : "string";
        return
        [
            ToolFixture.Http($"get_{thing}", "GET", $"/{thing}s/{{{key}}}",
                """{"type":"object","required":["KEY"],"properties":{"KEY":{"type":"TYPE"}}}""".Replace(
                "KEY", key, StringComparison.Ordinal).Replace("TYPE", type, StringComparison.Ordinal), schema),
            ToolFixture.Http($"list_{thing}s", "GET", $"/{thing}s", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{schema}}}"""),
        ];
    }

    private static EnvironmentDefinitionView View(params IReadOnlyList<ToolSpecification>[] tools) =>
        new(ToolFixture.Materialize("d", [.. tools.SelectMany(t => t)]));

    [GeneratedRegex("[0-9]$")]
    private static partial Regex Numbered();

    private sealed class EnvironmentDefinitionView(MaterializedDomain domain)
    {
        public IReadOnlyList<ObjectValue> Rows(string table) => domain.InitialState.Rows(table);

        public IReadOnlyList<string> Texts(string table, string column) =>
            [.. Rows(table).Select(r => r[column]).Where(v => v.IsString).Select(v => v.AsString)];

        public ColumnSchema Column(string table, string column) => domain.Definition!.Schema.Table(table)!.Column(column)!;
    }
}
