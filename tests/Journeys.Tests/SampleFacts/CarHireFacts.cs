using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class CarHireFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    /// <summary>The document gives both operations one id, so that collection names them by a suffix.</summary>
    private const string Return = "swift_car_hire_rentals_return_e6190c";

    private const string Cancel = "swift_car_hire_rentals_return_c7e91e";

    [Fact]
    public void A_reserved_vehicle_is_not_available() => Holds(world =>
    {
        var vehicle = Available(world);
        Reserve(world, vehicle);
        Has(Vehicle(world, vehicle), "available", false);
    });

    [Fact]
    public void A_vehicle_is_not_reserved_twice() => Holds(world =>
    {
        var vehicle = Available(world);
        Reserve(world, vehicle);
        RefusesToReserve(world, vehicle);
    });

    [Fact]
    public void A_vehicle_that_is_not_available_cannot_be_reserved() => Holds(world =>
        RefusesToReserve(world, Some(world.List("vehicles_list"), With("available", false), "vehicle that is not available")));

    [Fact]
    public void A_new_rental_is_reserved_with_basic_insurance_at_the_rate_of_the_vehicle() => Holds(world =>
    {
        var vehicle = Available(world);
        var rental = Reserve(world, vehicle);
        Has(rental, "status", "reserved");
        Has(rental, "insurance", "basic");
        Has(rental, "daily_rate", vehicle["daily_rate"]);
    });

    [Fact]
    public void A_rental_does_not_end_before_it_begins() => Holds(world => world.Senseless("rentals_reserve", ("driver_id", Driver(world)),
        ("plate", Available(world)["plate"]), ("from_date", "2031-05-09"), ("to_date", "2031-05-04")));

    [Fact]
    public void A_rental_needs_a_driver_and_a_vehicle_that_exist() => Holds(world =>
    {
        world.NotFound("rentals_reserve", ("driver_id", 987654321), ("plate", Available(world)["plate"]), ("from_date", "2031-05-04"), ("to_date", "2031-05-09"));
        world.NotFound("rentals_reserve", ("driver_id", Driver(world)), ("plate", "nothing"), ("from_date", "2031-05-04"), ("to_date", "2031-05-09"));
    });

    [Fact]
    public void A_reserved_vehicle_is_handed_over_once() => Holds(world =>
    {
        var rental = Reserve(world, Available(world));
        Has(world.Do("rentals_pickup", ("rental_id", rental["rental_id"])), "status", "out");
        world.Refused("rentals_pickup", ("rental_id", rental["rental_id"]));
    });

    [Fact]
    public void A_vehicle_that_is_out_is_still_not_available() => Holds(world =>
    {
        var vehicle = Available(world);
        world.Do("rentals_pickup", ("rental_id", Reserve(world, vehicle)["rental_id"]));
        Has(Vehicle(world, vehicle), "available", false);
    });

    [Fact]
    public void A_returned_vehicle_is_available_again() => Holds(world =>
    {
        var (vehicle, rental) = Out(world);
        Has(world.Do(Return, ("rental_id", rental["rental_id"]), ("odometer_km", vehicle["odometer_km"].AsInteger + 120)), "status", "returned");
        Has(Vehicle(world, vehicle), "available", true);
    });

    [Fact]
    public void The_reading_at_the_return_becomes_the_odometer_of_the_vehicle() => Holds(world =>
    {
        var (vehicle, rental) = Out(world);
        var reading = vehicle["odometer_km"].AsInteger + 120;
        var returned = world.Do(Return, ("rental_id", rental["rental_id"]), ("odometer_km", reading), ("fuel_percent", 60));
        Has(returned, "odometer_km", reading);
        Has(returned, "fuel_percent", 60);
        Has(Vehicle(world, vehicle), "odometer_km", reading);
    });

    [Fact]
    public void An_odometer_is_not_turned_back() => Holds(world =>
    {
        var vehicle = Some(world.List("vehicles_list"), vehicle => vehicle["odometer_km"].AsInteger > 0, "vehicle that has been driven");
        world.Senseless("vehicles_update", ("plate", vehicle["plate"]), ("odometer_km", vehicle["odometer_km"].AsInteger - 1));
    });

    [Fact]
    public void Only_a_vehicle_that_is_out_is_returned() => Holds(world =>
    {
        world.Refused(Return, ("rental_id", Reserve(world, Available(world))["rental_id"]));
        world.Refused(Return, ("rental_id", world.List("rentals_list", ("status", "returned"))[0]["rental_id"]));
    });

    [Fact]
    public void Cancelling_a_reservation_makes_the_vehicle_available() => Holds(world =>
    {
        var vehicle = Available(world);
        var rental = Reserve(world, vehicle);
        Has(world.Do(Cancel, ("rental_id", rental["rental_id"])), "status", "cancelled");
        Has(Vehicle(world, vehicle), "available", true);
    });

    [Fact]
    public void Only_a_reservation_is_cancelled() => Holds(world =>
    {
        world.Refused(Cancel, ("rental_id", Out(world).Rental["rental_id"]));
        world.Refused(Cancel, ("rental_id", world.List("rentals_list", ("status", "cancelled"))[0]["rental_id"]));
    });

    [Fact]
    public void A_new_vehicle_is_available_and_its_plate_is_registered_once() => Holds(world =>
    {
        var vehicle = world.Do("vehicles_add", ("plate", "QX 417"), ("model", "Corsa"), ("category", "small"), ("daily_rate", 41));
        Has(vehicle, "available", true);
        Has(vehicle, "odometer_km", 0);
        world.Refused("vehicles_add", ("plate", "QX 417"), ("model", "Polo"), ("category", "small"), ("daily_rate", 39));
    });

    [Fact]
    public void A_licence_is_registered_once() => Holds(world =>
    {
        world.Do("drivers_register", ("name", "Ada Finch"), ("licence_number", "L-41709"));
        world.Refused("drivers_register", ("name", "Ben Finch"), ("licence_number", "L-41709"));
    });

    [Fact]
    public void The_report_of_a_station_counts_its_vehicles_and_adds_up_their_rates() => Holds(world =>
    {
        var station = world.List("vehicles_list")[0]["station"];
        var there = world.List("vehicles_list", ("station", station));
        var report = world.Do("stations_report", ("station", station));
        Has(report, "vehicle_count", there.Count);
        Near(there.Sum(vehicle => vehicle["daily_rate"].AsNumber), report["total_daily_rate"]);
    });

    [Fact]
    public void Only_available_vehicles_are_listed_where_that_is_asked() => Holds(world =>
    {
        var available = world.List("vehicles_list", ("available", true));
        Assert.NotEmpty(available);
        Assert.All(available, vehicle => Has(vehicle, "available", true));
        Assert.Equal(world.List("vehicles_list").Count, available.Count + world.List("vehicles_list", ("available", false)).Count);
    });

    [Fact]
    public void The_vehicle_of_a_rental_that_is_out_is_not_available() => Holds(world =>
    {
        var rentals = world.List("rentals_list", ("status", "out"));
        Assert.NotEmpty(rentals);
        Assert.All(rentals, rental => Has(Vehicle(world, rental), "available", false));
    });

    private static Value Available(SampleWorld world) => Some(world.List("vehicles_list"), With("available", true), "available vehicle");

    private static Value Driver(SampleWorld world) => world.List("drivers_find")[0]["driver_id"];

    private static Value Reserve(SampleWorld world, Value vehicle) => world.Do("rentals_reserve", ("driver_id", Driver(world)), ("plate", vehicle["plate"]),
        ("from_date", "2031-05-04"), ("to_date", "2031-05-09"));

    private static void RefusesToReserve(SampleWorld world, Value vehicle) => world.Refused("rentals_reserve", ("driver_id", Driver(world)),
        ("plate", vehicle["plate"]), ("from_date", "2031-05-04"), ("to_date", "2031-05-09"));

    private static (Value Vehicle, Value Rental) Out(SampleWorld world)
    {
        var vehicle = Available(world);
        var rental = Reserve(world, vehicle);
        world.Do("rentals_pickup", ("rental_id", rental["rental_id"]));
        return (Vehicle(world, vehicle), rental);
    }

    private static Value Vehicle(SampleWorld world, Value of) => world.Do("vehicles_get", ("plate", of["plate"]));
}
