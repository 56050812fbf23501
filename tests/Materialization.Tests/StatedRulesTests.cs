using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Tests.Recognition;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests;

/// <summary>Corrections in the vocabulary of the records: programs, laws and policy follow what is stated.</summary>
public sealed class StatedRulesTests
{
    private const string Tools =
        "get_trip(trip_id!) -> Trip{trip_id!, name!, seats_left!: int, price!: num, closed!: bool} & "
        + "get_booking(booking_id!) -> Booking{booking_id!, trip_id!, seats!: int, total!: num, status!: booked|cancelled} & "
        + "book_trip(trip_id!, seats!: int) -> Booking{booking_id!, trip_id!, seats!: int, total!: num, status!: booked|cancelled} & "
        + "cancel_booking(booking_id!) -> Booking{booking_id!, trip_id!, seats!: int, total!: num, status!: booked|cancelled} & "
        + "list_logs() -> [Log{log_id!, trip_id, text}]";

    [Theory]
    [InlineData("""{"preconditions":{"add":[{"column":"trip_id.closed","in":[false]}]}}""", "`book_trip` is allowed only while the closed of the trip is false.")]
    [InlineData("""{"preconditions":[{"compare":[{"argument":"seats"},"at_most",4],"code":"conflict"}]}""", "`book_trip` needs `seats` to be at most 4.")]
    [InlineData("""{"consequences":[{"set":"total","to":{"times":[{"argument":"seats"},{"column":"trip_id.price"}]}},{"take":{"argument":"seats"},"from":"trip_id.seats_left"}]}""",
        "`book_trip` lowers the seats left of the trip by `seats`.")]
    [InlineData("""{"consequences":{"add":[{"insert":"logs","row":{"trip_id":{"argument":"trip_id"},"text":"booked"}}]}}""", "log")]
    [InlineData("""{"preconditions":{"add":[{"compare":[{"count":"bookings","of":"trip_id","where":{"status":["booked"]}},"less",3]}]}}""",
        "`book_trip` needs the number of bookings of the trip whose status is \"booked\" to be less than 3.")]
    public void What_is_stated_stands_in_the_policy_and_breaks_no_law(string said, string rule)
    {
        var made = With(said);
        Assert.Contains(rule, made.Definition!.Policy, StringComparison.Ordinal);
        Assert.Empty(made.Checks.Tools.Single(t => t.Name == "book_trip").BrokenLaws);
    }

    [Fact]
    public void A_list_takes_the_place_of_what_was_inferred()
    {
        var made = With("""{"preconditions":[],"consequences":[]}""");
        Assert.DoesNotContain("`book_trip` needs the seats left", made.Definition!.Policy, StringComparison.Ordinal);
        var trip = made.InitialState.Rows("trips").First(t => t["seats_left"] == 0);
        var session = CompiledEnvironment.Compile(made.Definition, made.InitialState).Open();
        Assert.True(session.Call("book_trip", Value.Object(("trip_id", trip["trip_id"]), ("seats", 2))).Ok);
        Assert.Equal(0, session.Call("get_trip", Value.Object(("trip_id", trip["trip_id"]))).Result["seats_left"]);
    }

    [Fact]
    public void A_stated_refusal_has_its_code()
    {
        var made = With("""{"preconditions":[{"compare":[{"argument":"seats"},"at_most",4],"code":"conflict"}]}""");
        var answer = CompiledEnvironment.Compile(made.Definition!, made.InitialState).Open()
            .Call("book_trip", Value.Object(("trip_id", made.InitialState.Rows("trips")[0]["trip_id"]), ("seats", 5)));
        Assert.Equal(ErrorCode.Conflict, answer.Error!.Code);
    }

    [Theory]
    [InlineData("""{"preconditions":7}""", "/tools/book_trip/preconditions")]
    [InlineData("""{"preconditions":[{"must":1}]}""", "/tools/book_trip/preconditions/0")]
    [InlineData("""{"preconditions":[{"compare":[1,"near",2]}]}""", "/tools/book_trip/preconditions/0/compare/1")]
    [InlineData("""{"preconditions":[{"compare":[{"argument":"beds"},"at_most",4]}]}""", "/tools/book_trip/preconditions/0/compare/0/argument")]
    [InlineData("""{"preconditions":[{"column":"trip_id.closed"}]}""", "/tools/book_trip/preconditions/0/in")]
    [InlineData("""{"preconditions":[{"column":"seats","in":[1]}]}""", "/tools/book_trip/preconditions/0")]
    [InlineData("""{"consequences":{"add":[{"take":1,"from":"trip_id.beds"}]}}""", "/tools/book_trip/consequences/add/0/from")]
    [InlineData("""{"consequences":[{"set":"hotel_id.name","to":1}]}""", "/tools/book_trip/consequences/0/set")]
    [InlineData("""{"consequences":[{"insert":"diaries","row":{}}]}""", "/tools/book_trip/consequences/0/insert")]
    [InlineData("""{"returns":"text"}""", "/tools/book_trip/returns")]
    public void A_mistake_is_named_by_its_place(string said, string place)
    {
        var options = Options($$$"""{"tools":{"book_trip":{{{said}}}}}""");
        var tools = Specified();
        Assert.Contains($"overrides {place}:", ToolFixture.Materialize("trips", tools, options).Rejection, StringComparison.Ordinal);
        Assert.Contains($"overrides {place}:", DomainCheck.Problem(ToolFixture.Domain("trips", tools), tools, options), StringComparison.Ordinal);
    }

    /// <summary>The user's word is never dropped: what an effect cannot have is refused with the reason.</summary>
    [Theory]
    [InlineData("book_trip", """{"preconditions":[{"column":"seats","in":[1]}]}""", "\"create\" cannot have it: the row is still to be made.")]
    [InlineData("book_trip", """{"consequences":[{"set":"seats","to":1}]}""", "\"create\" cannot have it: an argument fills the seats.")]
    [InlineData("book_trip", """{"consequences":[{"take":1,"from":"total"}]}""", "\"create\" cannot have it: a new row has no total to change.")]
    [InlineData("cancel_booking", """{"consequences":[{"set":"status","to":"booked"}]}""", "\"transition\" cannot have it: the tool itself changes the status.")]
    [InlineData("get_booking", """{"consequences":[{"set":"status","to":"booked"}]}""", "A tool that only reads changes nothing; say its \"effect\" first.")]
    [InlineData("get_booking", """{"preconditions":[{"column":"status","in":["booked"]}]}""", "A tool that only reads has no such preconditions.")]
    public void What_cannot_be_followed_is_refused_with_the_reason(string tool, string said, string reason)
    {
        var rejection = ToolFixture.Materialize("trips", Specified(), Options($$$"""{"tools":{"{{{tool}}}":{{{said}}}}}""")).Rejection;
        Assert.EndsWith($"/0: {reason}", rejection, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_followed_passes_the_check() => Assert.Null(DomainCheck.Problem(
        ToolFixture.Domain("trips", Specified()), Specified(), Options("""{"tools":{"book_trip":{"preconditions":[]}},"keys":{"trips":{"first":"T-1"}}}""")));

    [Fact]
    public void A_right_program_is_not_held_against_what_was_inferred()
    {
        const string body = """[{"let":"trip","be":["get","trips",["arg","trip_id"]]},{"guard":["not",["is_null",["var","trip"]]],"code":"not_found","message":"No such trip."},{"insert":"bookings","row":{"trip_id":["arg","trip_id"],"seats":["arg","seats"],"total":0,"status":"booked"},"as":"row"},{"return":["var","row"]}]""";
        var program = """{"program":{"tool":"book_trip","writes":true,"body":BODY,"evidence":[]}}""".Replace("BODY", body, StringComparison.Ordinal);
        var free = With(program);
        Assert.Empty(free.Checks.Tools.Single(t => t.Name == "book_trip").BrokenLaws);
        Assert.DoesNotContain("`book_trip` lowers", free.Definition!.Policy, StringComparison.Ordinal);
        Assert.NotEmpty(With(program[..^1] + ""","judged":true}""").Checks.Tools.Single(t => t.Name == "book_trip").BrokenLaws);
    }

    [Fact]
    public void A_reference_can_be_removed()
    {
        const string free = """{"domains":{"trips":{"schema":{"tables":[{"name":"bookings","columns":[{"name":"trip_id","references":false}]}]}}}}""";
        Assert.NotNull(Made("{}").Definition!.Schema.Table("bookings")!.Column("trip_id")!.References);
        Assert.Null(Made(free).Definition!.Schema.Table("bookings")!.Column("trip_id")!.References);
    }

    [Fact]
    public void Keys_and_the_clock_start_where_the_user_says()
    {
        var made = Made("""{"keys":{"bookings":{"first":"B-0100"}},"domains":{"trips":{"clock":"2030-05-15T09:00:00Z"}}}""");
        Assert.Equal("B-0100", made.InitialState.Rows("bookings")[0]["booking_id"]);
        var rows = made.InitialState.Rows("bookings").Count;
        Assert.Equal(1905066000, made.InitialState.Rows(DatabaseState.SessionTable)[0]["clock"]);
        var trip = made.InitialState.Rows("trips").First(t => t["seats_left"].AsNumber > 0);
        var answer = CompiledEnvironment.Compile(made.Definition!, made.InitialState).Open()
            .Call("book_trip", Value.Object(("trip_id", trip["trip_id"]), ("seats", 1)));
        Assert.Equal($"B-{100 + rows:0000}", answer.Result["booking_id"]);
    }

    [Fact]
    public void A_result_schema_can_be_given()
    {
        var made = With("""{"returns":{"type":"object","required":["booking_id"],"properties":{"booking_id":{"type":"string"}}}}""");
        var trip = made.InitialState.Rows("trips").First(t => t["seats_left"].AsNumber > 0);
        var answer = CompiledEnvironment.Compile(made.Definition!, made.InitialState).Open()
            .Call("book_trip", Value.Object(("trip_id", trip["trip_id"]), ("seats", 1)));
        Assert.Equal(["booking_id"], answer.Result.AsObject.Names.ToArray());
    }

    [Fact]
    public void A_table_that_no_tool_uses_vanishes()
    {
        var made = Made(
            """{"tools":{"list_logs":{"program":{"tool":"list_logs","writes":false,"body":[{"return":["literal",[]]}],"evidence":[]}}}}""");
        Assert.Null(made.Definition!.Schema.Table("logs"));
        Assert.NotNull(Made("{}").Definition!.Schema.Table("logs"));
    }

    private static MaterializedDomain With(string said) => Made($$$"""{"tools":{"book_trip":{{{said}}}}}""");

    private static MaterializedDomain Made(string overrides)
    {
        var made = ToolFixture.Materialize("trips", Specified(), Options(overrides));
        Assert.True(made.Definition is not null, made.Rejection);
        return made;
    }

    private static IReadOnlyList<ToolSpecification> Specified() => [.. Tools.Split(" & ").Select(Signature.Tool)];

    private static MaterializationOptions Options(string overrides) => new() { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = overrides };
}
