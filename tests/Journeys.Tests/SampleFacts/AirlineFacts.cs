using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class AirlineFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void Booking_a_flight_leaves_one_seat_less() => Holds(world =>
    {
        var flight = Bookable(world);
        Book(world, flight);
        Has(Flight(world, flight), "seats_left", flight["seats_left"].AsInteger - 1);
    });

    [Fact]
    public void The_last_seat_of_a_flight_is_sold_once() => Holds(world =>
    {
        var flight = Flights(world).Where(CanBeBooked).MinBy(flight => flight["seats_left"].AsInteger);
        for (var seats = flight["seats_left"].AsInteger; seats > 0; seats--)
        {
            Book(world, flight);
        }

        Has(Flight(world, flight), "seats_left", 0);
        RefusesToBook(world, flight);
    });

    [Fact]
    public void A_flight_that_is_sold_out_cannot_be_booked() => Holds(world =>
        RefusesToBook(world, Some(Flights(world), flight => With("status", "scheduled")(flight) && With("seats_left", 0)(flight), "sold-out flight")));

    [Fact]
    public void A_flight_that_is_cancelled_cannot_be_booked() => Holds(world => RefusesToBook(world, Some(Flights(world),
        flight => With("status", "cancelled")(flight) && flight["seats_left"].AsInteger > 0, "cancelled flight with seats")));

    [Fact]
    public void A_flight_that_has_departed_cannot_be_booked() => Holds(world => RefusesToBook(world, Some(Flights(world),
        flight => With("status", "departed")(flight) && flight["seats_left"].AsInteger > 0, "departed flight with seats")));

    [Fact]
    public void A_delayed_flight_can_be_booked() => Holds(world =>
    {
        var flight = Some(Flights(world), flight => With("status", "delayed")(flight) && flight["seats_left"].AsInteger > 0, "delayed flight with seats");
        Book(world, flight);
        Has(Flight(world, flight), "seats_left", flight["seats_left"].AsInteger - 1);
    });

    [Fact]
    public void A_new_booking_is_confirmed_and_has_no_seat_number() => Holds(world =>
    {
        var booking = Book(world, Bookable(world));
        Has(booking, "status", "confirmed");
        Has(booking, "seat", Value.Null);
    });

    [Fact]
    public void A_booking_is_for_economy_without_bags_if_nothing_else_is_said() => Holds(world =>
    {
        var booking = Book(world, Bookable(world));
        Has(booking, "cabin", "economy");
        Has(booking, "checked_bags", 0);
    });

    [Fact]
    public void A_booking_costs_what_the_flight_costs() => Holds(world =>
    {
        var flight = Bookable(world);
        Has(Book(world, flight), "price", flight["price"]);
    });

    [Fact]
    public void A_new_booking_is_among_the_bookings_of_its_passenger() => Holds(world =>
    {
        var booking = Book(world, Bookable(world));
        Some(world.List("list_bookings", ("passenger_id", booking["passenger_id"])), With("booking_code", booking["booking_code"]), "such booking");
        Assert.Equal(booking, world.Do("get_booking", ("booking_code", booking["booking_code"])));
    });

    [Fact]
    public void A_booking_needs_a_passenger_and_a_flight_that_exist() => Holds(world =>
    {
        world.NotFound("book_flight", ("flight_number", Bookable(world)["flight_number"]), ("passenger_id", "nobody"));
        world.NotFound("book_flight", ("flight_number", "nothing"), ("passenger_id", Passengers(world)[0]["passenger_id"]));
    });

    [Fact]
    public void Cancelling_a_booking_gives_its_seat_back() => Holds(world =>
    {
        var flight = Bookable(world);
        var booking = Book(world, flight);
        world.Do("cancel_booking", ("booking_code", booking["booking_code"]));
        Has(Flight(world, flight), "seats_left", flight["seats_left"]);
        Has(Booking(world, booking), "status", "cancelled");
    });

    [Fact]
    public void A_booking_is_cancelled_once() => Holds(world =>
    {
        var booking = Book(world, Bookable(world));
        world.Do("cancel_booking", ("booking_code", booking["booking_code"]));
        world.Refused("cancel_booking", ("booking_code", booking["booking_code"]));
    });

    [Fact]
    public void A_passenger_who_is_checked_in_can_neither_cancel_nor_change_bags() => Holds(world =>
    {
        var code = In(world, "checked_in")["booking_code"];
        world.Refused("cancel_booking", ("booking_code", code));
        world.Refused("add_bags", ("booking_code", code), ("checked_bags", 2));
    });

    [Fact]
    public void Only_a_confirmed_booking_is_checked_in() => Holds(world =>
    {
        var booking = Book(world, Bookable(world));
        world.Do("check_in", ("booking_code", booking["booking_code"]));
        Has(Booking(world, booking), "status", "checked_in");
        world.Refused("check_in", ("booking_code", booking["booking_code"]));
        world.Refused("check_in", ("booking_code", In(world, "cancelled")["booking_code"]));
    });

    [Fact]
    public void Checking_in_takes_no_further_seat() => Holds(world =>
    {
        var flight = Bookable(world);
        var booking = Book(world, flight);
        world.Do("check_in", ("booking_code", booking["booking_code"]));
        Has(Flight(world, flight), "seats_left", flight["seats_left"].AsInteger - 1);
    });

    [Fact]
    public void Another_seat_number_changes_the_seat_of_the_booking_alone() => Holds(world =>
    {
        var booking = Book(world, Bookable(world));
        world.Do("change_seat", ("booking_code", booking["booking_code"]), ("seat", "14C"));
        Has(Booking(world, booking), "seat", "14C");
        Same(booking, Booking(world, booking), "seat");
        world.Refused("change_seat", ("booking_code", In(world, "cancelled")["booking_code"]), ("seat", "14C"));
    });

    [Fact]
    public void Bags_change_the_booking_and_at_most_three_are_allowed() => Holds(world =>
    {
        var booking = Book(world, Bookable(world));
        world.Do("add_bags", ("booking_code", booking["booking_code"]), ("checked_bags", 2));
        Has(Booking(world, booking), "checked_bags", 2);
        Same(booking, Booking(world, booking), "checked_bags");
        world.Senseless("add_bags", ("booking_code", booking["booking_code"]), ("checked_bags", 4));
    });

    [Fact]
    public void Only_a_scheduled_flight_becomes_delayed_and_gets_its_new_time() => Holds(world =>
    {
        var flight = Some(Flights(world), With("status", "scheduled"), "scheduled flight");
        world.Do("delay_flight", ("flight_number", flight["flight_number"]), ("departure_time", "23:45"));
        Has(Flight(world, flight), "status", "delayed");
        Has(Flight(world, flight), "departure_time", "23:45");
        foreach (var status in new[] { "cancelled", "departed" })
        {
            var other = Some(Flights(world), With("status", status), status + " flight");
            world.Refused("delay_flight", ("flight_number", other["flight_number"]), ("departure_time", "23:45"));
        }
    });

    [Fact]
    public void A_search_tells_what_the_flight_itself_tells() => Holds(world =>
    {
        var flight = Bookable(world);
        var found = world.List("search_flights", ("origin", flight["origin"]), ("destination", flight["destination"]), ("date", flight["date"]));
        Same(Some(found, With("flight_number", flight["flight_number"]), "such flight"), flight);
        Assert.All(found, other => Has(other, "origin", flight["origin"]));
    });

    [Fact]
    public void Redeemed_miles_are_taken_off_the_balance() => Holds(world =>
    {
        var passenger = Some(Passengers(world), passenger => passenger["miles"].AsInteger >= 1, "passenger with miles");
        world.Do("redeem_miles", ("passenger_id", passenger["passenger_id"]), ("miles", 1));
        Has(world.Do("get_passenger", ("passenger_id", passenger["passenger_id"])), "miles", passenger["miles"].AsInteger - 1);
    });

    [Fact]
    public void No_more_miles_are_redeemed_than_the_passenger_has() => Holds(world =>
    {
        var passenger = Passengers(world)[0];
        world.Refused("redeem_miles", ("passenger_id", passenger["passenger_id"]), ("miles", passenger["miles"].AsInteger + 1));
    });

    [Fact]
    public void No_flight_has_more_seats_left_than_its_capacity() => Holds(world =>
        Assert.All(Flights(world), flight => Assert.InRange(flight["seats_left"].AsInteger, 0, flight["capacity"].AsInteger)));

    private static bool CanBeBooked(Value flight) => With("status", "scheduled")(flight) && flight["seats_left"].AsInteger > 0;

    private static Value Bookable(SampleWorld world) => Some(Flights(world), CanBeBooked, "scheduled flight with seats");

    private static Value Book(SampleWorld world, Value flight) =>
        world.Do("book_flight", ("flight_number", flight["flight_number"]), ("passenger_id", Passengers(world)[0]["passenger_id"]));

    private static void RefusesToBook(SampleWorld world, Value flight) =>
        world.Refused("book_flight", ("flight_number", flight["flight_number"]), ("passenger_id", Passengers(world)[0]["passenger_id"]));

    private static Value Flight(SampleWorld world, Value flight) => world.Do("get_flight", ("flight_number", flight["flight_number"]));

    private static Value Booking(SampleWorld world, Value booking) => world.Do("get_booking", ("booking_code", booking["booking_code"]));

    private static Value In(SampleWorld world, string status) => Some(Bookings(world), With("status", status), status + " booking");

    private static IReadOnlyList<Value> Passengers(SampleWorld world) =>
        [.. world.List("find_passenger").Select(found => world.Do("get_passenger", ("passenger_id", found["passenger_id"])))];

    private static IEnumerable<Value> Bookings(SampleWorld world) =>
        world.List("find_passenger").SelectMany(passenger => world.List("list_bookings", ("passenger_id", passenger["passenger_id"])));

    /// <summary>The flights between any two airports of the flights that are booked.</summary>
    private static List<Value> Flights(SampleWorld world)
    {
        var booked = Bookings(world).Select(booking => booking["flight_number"]).Distinct().Select(number => world.Do("get_flight", ("flight_number", number)));
        var airports = booked.SelectMany(flight => new[] { flight["origin"], flight["destination"] }).Distinct().ToList();
        return [.. airports.SelectMany(from => airports.SelectMany(to => world.List("search_flights", ("origin", from), ("destination", to))))
            .Select(found => found["flight_number"]).Distinct().Select(number => world.Do("get_flight", ("flight_number", number)))];
    }
}
