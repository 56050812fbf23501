using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class FreightFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_new_shipment_is_booked_and_harmless_and_has_no_carrier() => Holds(world =>
    {
        var shipment = Create(world);
        Has(shipment, "status", "booked");
        Has(shipment, "hazardous", false);
        Has(shipment, "carrier_id", Value.Null);
        Has(shipment, "signed_by", Value.Null);
    });

    [Fact]
    public void A_new_shipment_has_no_events() => Holds(world =>
    {
        var shipment = Create(world);
        Has(shipment, "event_count", 0);
        Assert.Empty(Events(world, shipment));
    });

    [Fact]
    public void A_shipment_is_booked_with_a_carrier_that_exists() => Holds(world => world.NotFound("create_shipment", ("origin_city", "Rotterdam"),
        ("destination_city", "Lyon"), ("weight_kg", 840.5), ("pickup_date", "2031-05-05"), ("carrier_id", "nobody")));

    [Fact]
    public void A_booked_shipment_is_changed_in_what_is_named_alone() => Holds(world =>
    {
        var shipment = Create(world);
        world.Do("update_shipment", ("shipment_id", shipment["shipment_id"]), ("weight_kg", 900));
        Has(Shipment(world, shipment), "weight_kg", 900);
        Same(shipment, Shipment(world, shipment), "weight_kg");
    });

    [Fact]
    public void Only_a_booked_shipment_is_changed() => Holds(world =>
    {
        foreach (var status in new[] { "in_transit", "delivered", "cancelled" })
        {
            world.Refused("update_shipment", ("shipment_id", In(world, status)["shipment_id"]), ("weight_kg", 900));
        }
    });

    [Fact]
    public void A_booked_shipment_gets_a_carrier() => Holds(world =>
    {
        var shipment = Create(world);
        var carrier = world.List("list_carriers")[0]["carrier_id"];
        world.Do("assign_carrier", ("shipment_id", shipment["shipment_id"]), ("carrier_id", carrier));
        Has(Shipment(world, shipment), "carrier_id", carrier);
        world.NotFound("assign_carrier", ("shipment_id", shipment["shipment_id"]), ("carrier_id", "nobody"));
    });

    [Fact]
    public void A_shipment_that_has_left_gets_no_other_carrier() => Holds(world => world.Refused("assign_carrier",
        ("shipment_id", In(world, "in_transit")["shipment_id"]), ("carrier_id", world.List("list_carriers")[0]["carrier_id"])));

    [Fact]
    public void A_shipment_without_a_carrier_does_not_leave() => Holds(world => world.Refused("dispatch_shipment", ("shipment_id", Create(world)["shipment_id"])));

    [Fact]
    public void A_booked_shipment_with_a_carrier_leaves_once() => Holds(world =>
    {
        var shipment = Dispatched(world);
        Has(shipment, "status", "in_transit");
        world.Refused("dispatch_shipment", ("shipment_id", shipment["shipment_id"]));
    });

    [Fact]
    public void A_delivery_keeps_the_signature_and_the_time() => Holds(world =>
    {
        var shipment = Dispatched(world);
        world.Do("deliver_shipment", ("shipment_id", shipment["shipment_id"]), ("signed_by", "A. Finch"));
        var delivered = Shipment(world, shipment);
        Has(delivered, "status", "delivered");
        Has(delivered, "signed_by", "A. Finch");
        Assert.True(delivered["delivered_at"].IsString);
    });

    [Fact]
    public void Only_a_shipment_in_transit_is_delivered() => Holds(world =>
    {
        foreach (var status in new[] { "booked", "delivered", "cancelled" })
        {
            world.Refused("deliver_shipment", ("shipment_id", In(world, status)["shipment_id"]));
        }
    });

    [Fact]
    public void A_shipment_that_has_left_cannot_be_cancelled() => Holds(world =>
    {
        world.Refused("cancel_shipment", ("shipment_id", In(world, "in_transit")["shipment_id"]));
        world.Refused("cancel_shipment", ("shipment_id", In(world, "delivered")["shipment_id"]));
    });

    [Fact]
    public void Cancelling_a_shipment_releases_its_carrier() => Holds(world =>
    {
        var shipment = Assigned(world);
        world.Do("cancel_shipment", ("shipment_id", shipment["shipment_id"]));
        Has(Shipment(world, shipment), "status", "cancelled");
        Has(Shipment(world, shipment), "carrier_id", Value.Null);
    });

    [Fact]
    public void An_event_raises_the_number_of_events() => Holds(world =>
    {
        var shipment = Dispatched(world);
        Record(world, shipment, "Metz");
        Record(world, shipment, "Dijon");
        Has(Shipment(world, shipment), "event_count", 2);
        Assert.Equal(2, Events(world, shipment).Count);
    });

    [Fact]
    public void The_city_of_an_event_becomes_the_current_city() => Holds(world =>
    {
        var shipment = Dispatched(world);
        Record(world, shipment, "Metz");
        Has(Shipment(world, shipment), "current_city", "Metz");
    });

    [Fact]
    public void Events_are_recorded_in_transit_alone() => Holds(world =>
    {
        foreach (var status in new[] { "booked", "delivered", "cancelled" })
        {
            world.Refused("add_tracking_event", ("shipment_id", In(world, status)["shipment_id"]), ("city", "Metz"), ("kind", "arrived"));
        }
    });

    [Fact]
    public void The_oldest_event_comes_first() => Holds(world =>
    {
        var shipment = Dispatched(world);
        Record(world, shipment, "Metz");
        Record(world, shipment, "Dijon");
        Ascending(Events(world, shipment), "recorded_at");
        Has(Events(world, shipment)[0], "city", "Metz");
    });

    [Fact]
    public void The_number_of_events_is_the_number_of_events_that_are_listed() => Holds(world =>
        Assert.All(world.List("list_shipments", ("limit", 200)), shipment => Has(shipment, "event_count", Events(world, shipment).Count)));

    [Fact]
    public void Shipments_are_listed_by_their_pickup_or_by_their_weight() => Holds(world =>
    {
        Ascending(world.List("list_shipments"), "pickup_date");
        Ascending(world.List("list_shipments", ("sort", "weight_kg")), "weight_kg");
        Descending(world.List("list_shipments", ("sort", "-weight_kg")), "weight_kg");
    });

    [Fact]
    public void A_quote_books_nothing_and_is_the_same_each_time() => Holds(world =>
    {
        var shipments = world.List("list_shipments", ("limit", 200)).Count;
        var quote = Quote(world, false);
        Assert.Equal(quote, Quote(world, false));
        Has(quote, "currency", "EUR");
        Assert.Equal(shipments, world.List("list_shipments", ("limit", 200)).Count);
    });

    [Fact]
    public void Express_costs_more() => Holds(world => Assert.True(Quote(world, true)["price"].AsNumber > Quote(world, false)["price"].AsNumber));

    private static Value Create(SampleWorld world) => world.Do("create_shipment", ("origin_city", "Rotterdam"), ("destination_city", "Lyon"),
        ("weight_kg", 840.5), ("pickup_date", "2031-05-05"));

    private static Value Assigned(SampleWorld world) => world.Do("assign_carrier", ("shipment_id", Create(world)["shipment_id"]),
        ("carrier_id", world.List("list_carriers")[0]["carrier_id"]));

    private static Value Dispatched(SampleWorld world) => world.Do("dispatch_shipment", ("shipment_id", Assigned(world)["shipment_id"]));

    private static void Record(SampleWorld world, Value shipment, string city) =>
        world.Do("add_tracking_event", ("shipment_id", shipment["shipment_id"]), ("city", city), ("kind", "arrived"));

    private static IReadOnlyList<Value> Events(SampleWorld world, Value shipment) =>
        world.List("list_tracking_events", ("shipment_id", shipment["shipment_id"]));

    private static Value Quote(SampleWorld world, bool express) => world.Do("request_quote", ("origin_city", "Rotterdam"), ("destination_city", "Lyon"),
        ("weight_kg", 840.5), ("express", express));

    private static Value Shipment(SampleWorld world, Value shipment) => world.Do("get_shipment", ("shipment_id", shipment["shipment_id"]));

    private static Value In(SampleWorld world, string status) =>
        Some(world.List("list_shipments", ("status", status)), With("status", status), status + " shipment");
}
