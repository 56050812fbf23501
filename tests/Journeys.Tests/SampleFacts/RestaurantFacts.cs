using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class RestaurantFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_new_reservation_is_booked() => Holds(world =>
    {
        var reservation = Reserve(world, Table(world), 2);
        Has(reservation, "status", "booked");
        Some(world.List("find_reservations", ("guest_name", "Ada Finch")), With("reservation_id", reservation["reservation_id"]), "such reservation");
    });

    [Fact]
    public void A_party_is_not_larger_than_its_table() => Holds(world =>
    {
        var table = Some(Tables(world), table => table["seats"].AsInteger is >= 1 and < 14, "table with fewer than 14 seats");
        RefusesToReserve(world, table, table["seats"].AsInteger + 1);
        Reserve(world, table, table["seats"].AsInteger);
    });

    [Fact]
    public void A_table_is_reserved_once_at_a_time() => Holds(world =>
    {
        Reserve(world, Table(world), 2);
        RefusesToReserve(world, Table(world), 2);
        Reserve(world, Table(world), 2, "21:30");
    });

    [Fact]
    public void A_reservation_needs_a_table_that_exists() => Holds(world => world.NotFound("make_reservation", ("table_id", 987654321),
        ("guest_name", "Ada Finch"), ("date", "2031-05-05"), ("time", "19:00"), ("party_size", 2)));

    [Fact]
    public void The_table_of_a_cancelled_reservation_is_free_again() => Holds(world =>
    {
        var reservation = Reserve(world, Table(world), 2);
        world.Do("cancel_reservation", ("reservation_id", reservation["reservation_id"]));
        Reserve(world, Table(world), 2);
    });

    [Fact]
    public void Only_a_booked_reservation_is_cancelled() => Holds(world =>
    {
        foreach (var status in new[] { "seated", "cancelled" })
        {
            world.Refused("cancel_reservation", ("reservation_id", In(world, status)["reservation_id"]));
        }
    });

    [Fact]
    public void Only_a_booked_party_is_seated() => Holds(world =>
    {
        var reservation = Reserve(world, Table(world), 2);
        Has(world.Do("seat_party", ("reservation_id", reservation["reservation_id"])), "status", "seated");
        world.Refused("seat_party", ("reservation_id", reservation["reservation_id"]));
        world.Refused("seat_party", ("reservation_id", In(world, "cancelled")["reservation_id"]));
    });

    [Fact]
    public void Another_time_changes_nothing_else_of_a_reservation() => Holds(world =>
    {
        var reservation = Reserve(world, Table(world), 2);
        var moved = world.Do("change_reservation", ("reservation_id", reservation["reservation_id"]), ("time", "21:30"));
        Has(moved, "time", "21:30");
        Same(reservation, moved, "time");
    });

    [Fact]
    public void A_party_does_not_grow_beyond_its_table() => Holds(world =>
    {
        var table = Some(Tables(world), table => table["seats"].AsInteger is >= 2 and < 14, "table with fewer than 14 seats");
        var reservation = Reserve(world, table, 2);
        world.Refused("change_reservation", ("reservation_id", reservation["reservation_id"]), ("party_size", table["seats"].AsInteger + 1));
    });

    [Fact]
    public void Only_a_booked_reservation_is_changed() => Holds(world =>
    {
        foreach (var status in new[] { "seated", "cancelled" })
        {
            world.Refused("change_reservation", ("reservation_id", In(world, status)["reservation_id"]), ("time", "21:30"));
        }
    });

    [Fact]
    public void An_order_takes_its_portions() => Holds(world =>
    {
        var dish = Dish(world);
        Order(world, dish, 2);
        Has(Dish(world, dish), "portions_left", dish["portions_left"].AsInteger - 2);
    });

    [Fact]
    public void No_more_portions_are_ordered_than_are_left() => Holds(world =>
    {
        var dish = Some(Dishes(world), dish => dish["available"].IsTrue && dish["portions_left"].AsInteger < 30, "dish with fewer than 30 portions");
        world.Refused("place_table_order", ("table_id", Table(world)["table_id"]), ("dish_id", dish["dish_id"]), ("quantity", dish["portions_left"].AsInteger + 1));
    });

    [Fact]
    public void A_dish_that_is_sold_out_cannot_be_ordered() => Holds(world => world.Refused("place_table_order", ("table_id", Table(world)["table_id"]),
        ("dish_id", Some(Dishes(world), dish => dish["available"].IsTrue && With("portions_left", 0)(dish), "dish that is sold out")["dish_id"]), ("quantity", 1)));

    [Fact]
    public void A_dish_that_is_off_the_menu_cannot_be_ordered() => Holds(world =>
    {
        var dish = Some(Dishes(world), dish => !dish["available"].IsTrue && dish["portions_left"].AsInteger > 0, "dish that is off the menu");
        world.Refused("place_table_order", ("table_id", Table(world)["table_id"]), ("dish_id", dish["dish_id"]), ("quantity", 1));
        world.Do("set_dish_availability", ("dish_id", dish["dish_id"]), ("available", true));
        Order(world, dish, 1);
    });

    [Fact]
    public void A_new_order_is_ordered_and_costs_the_price_times_the_quantity() => Holds(world =>
    {
        var dish = Dish(world);
        var order = Order(world, dish, 2);
        Has(order, "status", "ordered");
        Near(2 * dish["price"].AsNumber, order["total"]);
        Assert.Equal(order, Some(world.List("list_table_orders", ("table_id", order["table_id"])), With("order_id", order["order_id"]), "such order"));
    });

    [Fact]
    public void The_orders_that_are_there_cost_the_price_times_the_quantity() => Holds(world =>
    {
        var orders = Tables(world).SelectMany(table => world.List("list_table_orders", ("table_id", table["table_id"]))).ToList();
        Assert.NotEmpty(orders);
        Assert.All(orders, order => Near(Dish(world, order)["price"].AsNumber * order["quantity"].AsNumber, order["total"]));
    });

    [Fact]
    public void An_order_is_served_once_and_then_paid_once() => Holds(world =>
    {
        var order = Order(world, Dish(world), 1)["order_id"];
        world.Refused("pay_order", ("order_id", order));
        world.Do("serve_order", ("order_id", order));
        world.Refused("serve_order", ("order_id", order));
        Has(world.Do("pay_order", ("order_id", order)), "status", "paid");
        world.Refused("pay_order", ("order_id", order));
    });

    [Fact]
    public void An_order_that_is_taken_back_gives_its_portions_back() => Holds(world =>
    {
        var dish = Dish(world);
        world.Do("cancel_order", ("order_id", Order(world, dish, 2)["order_id"]));
        Has(Dish(world, dish), "portions_left", dish["portions_left"]);
    });

    [Fact]
    public void An_order_that_was_served_is_not_taken_back() => Holds(world =>
    {
        var order = Order(world, Dish(world), 1)["order_id"];
        world.Do("serve_order", ("order_id", order));
        world.Refused("cancel_order", ("order_id", order));
    });

    [Fact]
    public void The_cheapest_dish_comes_first() => Holds(world => Ascending(world.List("list_dishes"), "price"));

    [Fact]
    public void Tables_and_dishes_are_listed_by_what_is_asked_for() => Holds(world =>
    {
        Assert.Equal(Tables(world).Where(table => table["seats"].AsInteger >= 4), world.List("list_tables", ("min_seats", 4)));
        Assert.Equal(world.List("list_dishes").Where(With("vegetarian", true)), world.List("list_dishes", ("vegetarian", true)));
    });

    private static Value Reserve(SampleWorld world, Value table, long party, string time = "19:00") => world.Do("make_reservation",
        ("table_id", table["table_id"]), ("guest_name", "Ada Finch"), ("date", "2031-05-05"), ("time", time), ("party_size", party));

    private static void RefusesToReserve(SampleWorld world, Value table, long party) => world.Refused("make_reservation",
        ("table_id", table["table_id"]), ("guest_name", "Ada Finch"), ("date", "2031-05-05"), ("time", "19:00"), ("party_size", party));

    private static Value Order(SampleWorld world, Value dish, int quantity) => world.Do("place_table_order", ("table_id", Table(world)["table_id"]),
        ("dish_id", dish["dish_id"]), ("quantity", quantity));

    private static IReadOnlyList<Value> Tables(SampleWorld world) => world.List("list_tables");

    private static Value Table(SampleWorld world) => Some(Tables(world), table => table["seats"].AsInteger >= 2, "table for two");

    private static IEnumerable<Value> Dishes(SampleWorld world) => world.List("list_dishes").Select(dish => Dish(world, dish));

    private static Value Dish(SampleWorld world) =>
        Some(Dishes(world), dish => dish["available"].IsTrue && dish["portions_left"].AsInteger >= 2, "dish that can be ordered");

    private static Value Dish(SampleWorld world, Value dish) => world.Do("get_dish", ("dish_id", dish["dish_id"]));

    private static Value In(SampleWorld world, string status) =>
        Some(world.List("find_reservations", ("status", status)), With("status", status), status + " reservation");
}
