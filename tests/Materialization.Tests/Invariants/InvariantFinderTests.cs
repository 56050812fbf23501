namespace AgentScaler.Materialization.Tests.Invariants;

/// <summary>What holds of rows, by the parts of columns, by references and by what tools do. A row cites the tools of a domain.</summary>
public sealed class InvariantFinderTests
{
    private const string Post = "get_post(post_id!) -> Post{post_id!, title!, comment_count: int} & ";
    private const string Staff = "get_office(office_id!) -> Office{office_id!, title!, clerk_count: int} & list_clerks() -> [Clerk{clerk_id!, office_id!, name!, status!: active|retired, last_day: date}] & hire_clerk(office_id!, name!) -> Clerk{clerk_id!, office_id!, name!, status!: active|retired, last_day: date} & ";

    private const string Visit = "get_visit(visit_id!) -> Visit{visit_id!, start_time!: datetime, end_time!: datetime} & book_visit(start_time!: datetime) -> Visit{visit_id!, start_time!: datetime, end_time!: datetime} & ";

    [Theory]
    [InlineData("get_trip(trip_id!) -> Trip{trip_id!, seats_left: int}", "trips.seats_left >= 0", "what is left")]
    [InlineData("get_trip(trip_id!) -> Trip{trip_id!, capacity: int, seats_left: int}", "trips.seats_left >= 0; trips.seats_left <= capacity", "room")]
    [InlineData("get_title(title_id!) -> Title{title_id!, copies: int, copies_available: int}", "titles.copies_available >= 0; titles.copies_available <= copies", "a part by name")]
    [InlineData("get_stay(stay_id!) -> Stay{stay_id!, check_in_date: date, check_out_date: date}", "stays.check_in_date <= check_out_date", "start and end")]
    [InlineData("get_trip(trip_id!) -> Trip{trip_id!, departure_time: datetime, arrival_time: datetime}", "trips.departure_time <= arrival_time", "whoever travels departs first")]
    [InlineData("get_guest(guest_id!) -> Guest{guest_id!, arrival: date, departure: date}", "guests.arrival <= departure", "whoever stays arrives first")]
    [InlineData("get_loan(loan_id!) -> Loan{loan_id!, returned: bool, returned_at: datetime?}", "loans.returned tells returned_at", "a mark and its time")]
    [InlineData("get_place(place_id!) -> Place{place_id!, visited: bool, visits: int}", "places.visited tells visits", "a mark and how often")]
    [InlineData("get_place(place_id!) -> Place{place_id!, open: bool, opening_hours}", "", "nothing that agrees")]
    [InlineData(Post + "add_comment(post_id!, text!) -> Comment{comment_id!, post_id!, text!}", "posts.comment_count counts comments", "a counter")]
    [InlineData(Post + "add_comment(post_id!, text!) -> Comment{comment_id!, post_id!, text!} & delete_comment(comment_id!)", "posts.comment_count counts comments", "up and down")]
    [InlineData(Staff + "get_clerk(clerk_id!) -> Clerk{clerk_id!, office_id!, name!, status!: active|retired, last_day: date}", "offices.clerk_count counts clerks", "staff")]
    [InlineData("get_trip(trip_id!) -> Trip{trip_id!, capacity: int, seats_left: int} & POST /trips create_trip(capacity!: int) -> Trip{trip_id!, capacity: int, seats_left!: int}",
        "trips.seats_left >= 0; trips.seats_left <= capacity", "a new row has all of it left")]
    public void Every_tool_keeps_what_is_always_so(string tools, string invariants, string because) =>
        Assert.Equal($"{because}: {invariants}", $"{because}: {Kept.Always(tools)}");

    [Theory]
    [InlineData(Post + "update_comment(comment_id!, post_id!) -> Comment{comment_id!, post_id!, text!}", "posts.comment_count counts comments", "a comment that moves")]
    public void What_some_tool_may_change_shapes_the_first_state(string tools, string invariants, string because) =>
        Assert.Equal($"{because}: {invariants}", $"{because}: {Kept.AtFirst(tools)}");

    [Theory]
    [InlineData("get_stay(stay_id!) -> Stay{stay_id!, start_date: date, end_date: date} & book_stay(start_date!: date, end_date!: date) -> Stay{stay_id!, start_date: date, end_date: date}",
        "`book_stay` needs `start_date` to be not after `end_date`.", "both are given")]
    [InlineData("get_stay(stay_id!) -> Stay{stay_id!, start_date!: date, end_date!: date} & update_stay(stay_id!, end_date!: date)",
        "`update_stay` needs the start date of the stay to be not after `end_date`.", "one is given")]
    [InlineData("get_stay(stay_id!) -> Stay{stay_id!, start_date!: date, end_date!: date} & update_stay(stay_id!, start_date: date, end_date: date)",
        "`update_stay` needs `start_date` (or else the start date of the stay) to be not after `end_date` (or else the end date of the stay).", "either is given")]
    [InlineData(Visit + "move_visit(visit_id!, start_time!: datetime)",
        "", "the end is nowhere given, so it follows from the start")]
    [InlineData(Visit + "extend_visit(visit_id!, end_time!: datetime) & move_visit(visit_id!, start_time!: datetime)",
        "`move_visit` needs `start_time` to be not after the end time of the visit.", "the end is given by another tool")]
    [InlineData("get_item(item_id!) -> Item{item_id!, title, stock: int} & update_item(item_id!, stock!: int)",
        "`update_item` needs `stock` to be at least 0.", "no less than nothing")]
    public void A_call_that_would_break_it_is_refused(string tools, string rule, string because) =>
        Assert.Equal($"{because}: {rule}", $"{because}: {Conventions.Ruled.Last(tools)}");
}
