using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class HotelFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_new_reservation_is_confirmed_for_two_adults_with_breakfast() => Holds(world =>
    {
        var reservation = Reserve(world, Free(world));
        Has(reservation, "status", "confirmed");
        Has(reservation, "adults", 2);
        Has(reservation, "breakfast", true);
    });

    [Fact]
    public void A_reservation_takes_its_price_from_the_room() => Holds(world =>
    {
        var room = Free(world);
        Has(Reserve(world, room), "price", room["price"]);
    });

    [Fact]
    public void A_room_is_reserved_once_for_a_night() => Holds(world =>
    {
        var room = Free(world);
        Reserve(world, room);
        RefusesToReserve(world, room, "2031-05-04", "2031-05-09");
        RefusesToReserve(world, room, "2031-05-06", "2031-05-12");
    });

    [Fact]
    public void A_room_can_be_reserved_for_other_nights() => Holds(world =>
    {
        var room = Free(world);
        Reserve(world, room);
        Reserve(world, room, "2031-05-09", "2031-05-11");
    });

    [Fact]
    public void The_nights_of_a_cancelled_reservation_can_be_reserved() => Holds(world =>
    {
        var room = Free(world);
        world.Do("CancelReservation", ("reservation_id", Reserve(world, room)["reservation_id"]));
        Reserve(world, room);
    });

    [Fact]
    public void A_room_that_is_out_of_service_cannot_be_reserved() => Holds(world => RefusesToReserve(world,
        Some(Rooms(world), room => With("out_of_service", true)(room) && room["max_guests"].AsInteger >= 2, "room out of service"), "2031-05-04", "2031-05-09"));

    [Fact]
    public void A_room_that_is_taken_out_of_service_cannot_be_reserved() => Holds(world =>
    {
        var room = Free(world);
        world.Do("UpdateRoom", ("number", room["number"]), ("out_of_service", true));
        RefusesToReserve(world, room, "2031-05-04", "2031-05-09");
        world.Do("UpdateRoom", ("number", room["number"]), ("out_of_service", false));
        Reserve(world, room);
    });

    [Fact]
    public void A_room_is_large_enough_for_its_adults() => Holds(world =>
    {
        var room = Some(Rooms(world), room => room["max_guests"].AsInteger < 6 && !room["out_of_service"].IsTrue, "room for fewer than six");
        world.Refused("CreateReservation", ("guest_id", Guest(world)["guest_id"]), ("room_number", room["number"]), ("arrival", "2031-05-04"),
            ("departure", "2031-05-09"), ("adults", room["max_guests"].AsInteger + 1));
    });

    [Fact]
    public void A_guest_does_not_leave_before_arriving() => Holds(world =>
    {
        var room = Free(world);
        world.Senseless("CreateReservation", ("guest_id", Guest(world)["guest_id"]), ("room_number", room["number"]), ("arrival", "2031-05-09"), ("departure", "2031-05-04"));
        var reservation = Reserve(world, room);
        world.Senseless("ChangeReservation", ("reservation_id", reservation["reservation_id"]), ("departure", "2031-05-01"));
    });

    [Fact]
    public void A_reservation_needs_a_guest_and_a_room_that_exist() => Holds(world =>
    {
        world.NotFound("CreateReservation", ("guest_id", 987654321), ("room_number", Free(world)["number"]), ("arrival", "2031-05-04"), ("departure", "2031-05-09"));
        world.NotFound("CreateReservation", ("guest_id", Guest(world)["guest_id"]), ("room_number", 987654321), ("arrival", "2031-05-04"), ("departure", "2031-05-09"));
    });

    [Fact]
    public void Other_dates_change_nothing_else_of_a_reservation() => Holds(world =>
    {
        var reservation = Reserve(world, Free(world));
        world.Do("ChangeReservation", ("reservation_id", reservation["reservation_id"]), ("departure", "2031-05-07"));
        Has(Reservation(world, reservation), "departure", "2031-05-07");
        Same(reservation, Reservation(world, reservation), "departure");
    });

    [Fact]
    public void Only_a_confirmed_reservation_is_changed() => Holds(world =>
    {
        foreach (var status in new[] { "checked_in", "checked_out", "cancelled" })
        {
            world.Refused("ChangeReservation", ("reservation_id", In(world, status)["reservation_id"]), ("breakfast", false));
        }
    });

    [Fact]
    public void A_guest_checks_in_once() => Holds(world =>
    {
        var reservation = Reserve(world, Free(world));
        Has(world.Do("CheckIn", ("reservation_id", reservation["reservation_id"])), "status", "checked_in");
        world.Refused("CheckIn", ("reservation_id", reservation["reservation_id"]));
        world.Refused("CheckIn", ("reservation_id", In(world, "cancelled")["reservation_id"]));
    });

    [Fact]
    public void Only_a_guest_who_is_checked_in_checks_out() => Holds(world =>
    {
        world.Refused("CheckOut", ("reservation_id", Reserve(world, Free(world))["reservation_id"]));
        world.Refused("CheckOut", ("reservation_id", In(world, "checked_out")["reservation_id"]));
    });

    [Fact]
    public void Checking_out_counts_a_stay_of_the_guest() => Holds(world =>
    {
        var guest = Guest(world);
        var reservation = Reserve(world, Free(world));
        world.Do("CheckIn", ("reservation_id", reservation["reservation_id"]));
        Has(world.Do("GetGuest", ("guest_id", guest["guest_id"])), "stays", guest["stays"]);
        Has(world.Do("CheckOut", ("reservation_id", reservation["reservation_id"])), "status", "checked_out");
        Has(world.Do("GetGuest", ("guest_id", guest["guest_id"])), "stays", guest["stays"].AsInteger + 1);
    });

    [Fact]
    public void A_guest_who_is_checked_in_cannot_cancel() => Holds(world =>
        world.Refused("CancelReservation", ("reservation_id", In(world, "checked_in")["reservation_id"])));

    [Fact]
    public void A_new_guest_has_no_stays_and_an_address_of_their_own() => Holds(world =>
    {
        Has(world.Do("CreateGuest", ("name", "Ada Finch"), ("email", "ada.finch@example.org")), "stays", 0);
        world.Refused("CreateGuest", ("name", "Ben Finch"), ("email", "ada.finch@example.org"));
    });

    [Fact]
    public void The_cheapest_room_comes_first() => Holds(world => Ascending(Rooms(world), "price"));

    [Fact]
    public void Rooms_are_listed_up_to_a_price_and_for_a_number_of_guests() => Holds(world =>
    {
        var price = Rooms(world)[Rooms(world).Count / 2]["price"];
        Assert.Equal(Rooms(world).Where(room => room["price"].AsNumber <= price.AsNumber), world.List("ListRooms", ("max_price", price)));
        Assert.Equal(Rooms(world).Where(room => room["max_guests"].AsInteger >= 3), world.List("ListRooms", ("min_guests", 3)));
    });

    [Fact]
    public void The_latest_arrival_of_a_guest_comes_first() => Holds(world =>
    {
        var room = Free(world);
        Reserve(world, room);
        Reserve(world, room, "2031-06-09", "2031-06-11");
        var reservations = world.List("ListGuestReservations", ("guest_id", Guest(world)["guest_id"]));
        Descending(reservations, "arrival");
        Has(reservations[0], "arrival", "2031-06-09");
    });

    private static Value Free(SampleWorld world) =>
        Some(Rooms(world), room => !room["out_of_service"].IsTrue && room["max_guests"].AsInteger >= 2, "room for two in service");

    private static Value Guest(SampleWorld world) => world.List("FindGuests")[0];

    private static Value Reserve(SampleWorld world, Value room, string arrival = "2031-05-04", string departure = "2031-05-09") =>
        world.Do("CreateReservation", ("guest_id", Guest(world)["guest_id"]), ("room_number", room["number"]), ("arrival", arrival), ("departure", departure));

    private static void RefusesToReserve(SampleWorld world, Value room, string arrival, string departure) =>
        world.Refused("CreateReservation", ("guest_id", Guest(world)["guest_id"]), ("room_number", room["number"]), ("arrival", arrival), ("departure", departure));

    private static Value Reservation(SampleWorld world, Value reservation) =>
        world.Do("GetReservation", ("reservation_id", reservation["reservation_id"]));

    private static Value In(SampleWorld world, string status) => Some(
        world.List("FindGuests").SelectMany(guest => world.List("ListGuestReservations", ("guest_id", guest["guest_id"]))), With("status", status),
        status + " reservation");

    private static IReadOnlyList<Value> Rooms(SampleWorld world) => world.List("ListRooms");
}
