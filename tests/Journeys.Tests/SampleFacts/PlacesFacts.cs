using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class PlacesFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void The_weather_is_the_same_in_both_units() => Holds(world =>
    {
        var celsius = world.Do("get_current_weather", ("city", "Lyon"));
        var fahrenheit = world.Do("get_current_weather", ("city", "Lyon"), ("unit", "fahrenheit"));
        Assert.Equal((celsius["temperature"].AsNumber * 9 / 5) + 32, fahrenheit["temperature"].AsNumber, 0.1);
        Same(celsius, fahrenheit, "temperature");
    });

    [Fact]
    public void The_weather_tells_the_city_that_was_asked_for() => Holds(world =>
    {
        Has(world.Do("get_current_weather", ("city", "Lyon")), "city", "Lyon");
        Has(world.Do("get_forecast", ("city", "Lyon"), ("date", "2031-05-05")), "city", "Lyon");
    });

    [Fact]
    public void A_forecast_is_for_its_day_and_its_high_is_not_below_its_low() => Holds(world =>
    {
        foreach (var day in new[] { "2031-05-05", "2031-05-06", "2031-05-07", "2031-12-24" })
        {
            var forecast = world.Do("get_forecast", ("city", "Lyon"), ("date", day));
            Has(forecast, "date", day);
            Assert.True(forecast["high"].AsNumber >= forecast["low"].AsNumber, forecast.ToJson());
        }
    });

    [Fact]
    public void Coordinates_lie_on_the_earth_and_stay_where_they_are() => Holds(world =>
    {
        var place = world.Do("geocode", ("address", "4 Quai Perrache, Lyon"));
        Assert.InRange(place["latitude"].AsNumber, -90, 90);
        Assert.InRange(place["longitude"].AsNumber, -180, 180);
        Assert.Equal(place, world.Do("geocode", ("address", "4 Quai Perrache, Lyon")));
    });

    [Fact]
    public void A_distance_is_the_same_in_both_directions() => Holds(world =>
        Assert.Equal(world.Do("route_distance", ("from_city", "Lyon"), ("to_city", "Turin"))["distance_km"],
            world.Do("route_distance", ("from_city", "Turin"), ("to_city", "Lyon"))["distance_km"]));

    [Fact]
    public void The_distance_within_a_city_is_nought() => Holds(world =>
        Has(world.Do("route_distance", ("from_city", "Lyon"), ("to_city", "Lyon")), "distance_km", 0));

    [Fact]
    public void A_translation_is_the_same_each_time_and_writes_nothing() => Holds(world =>
    {
        var places = Places(world);
        var first = world.Do("translate_text", ("text", "Where is the station?"), ("target_language", "fr"));
        Assert.Equal(first, world.Do("translate_text", ("text", "Where is the station?"), ("target_language", "fr")));
        Assert.Equal(places, Places(world));
    });

    [Fact]
    public void A_new_place_is_not_visited() => Holds(world =>
    {
        var place = Save(world);
        Has(place, "visited", false);
        Has(place, "visits", 0);
    });

    [Fact]
    public void A_name_is_saved_once_in_a_city() => Holds(world =>
    {
        Save(world);
        world.Refused("save_place", ("name", "The Blue Door"), ("city", "Lyon"));
    });

    [Fact]
    public void A_name_can_be_saved_in_two_cities() => Holds(world =>
    {
        Save(world);
        world.Do("save_place", ("name", "The Blue Door"), ("city", "Turin"));
    });

    [Fact]
    public void A_visit_is_counted_and_marks_the_place() => Holds(world =>
    {
        var place = Save(world);
        Visit(world, place);
        Visit(world, place);
        Has(Place(world, place), "visits", 2);
        Has(Place(world, place), "visited", true);
        Same(place, Place(world, place), "visits", "visited");
    });

    [Fact]
    public void Only_visited_places_have_visits() => Holds(world =>
        Assert.All(Places(world), place => Assert.Equal(place["visited"].IsTrue, place["visits"].AsInteger > 0)));

    [Fact]
    public void Another_note_changes_nothing_else() => Holds(world =>
    {
        var place = Save(world);
        world.Do("change_place_note", ("place_id", place["place_id"]), ("note", "Closed on Mondays."));
        Has(Place(world, place), "note", "Closed on Mondays.");
        Same(place, Place(world, place), "note");
    });

    [Fact]
    public void The_newest_place_comes_first() => Holds(world =>
    {
        var place = Save(world);
        Descending(Places(world), "saved_at");
        Has(Places(world)[0], "place_id", place["place_id"]);
    });

    [Fact]
    public void The_places_of_a_city_are_listed() => Holds(world =>
    {
        Save(world);
        Assert.Equal(Places(world).Where(With("city", "Lyon")), world.List("list_saved_places", ("city", "Lyon")));
    });

    [Fact]
    public void A_place_is_deleted_once() => Holds(world =>
    {
        var place = Save(world);
        world.Do("delete_saved_place", ("place_id", place["place_id"]));
        Assert.DoesNotContain(Places(world), With("place_id", place["place_id"]).Invoke);
        world.NotFound("delete_saved_place", ("place_id", place["place_id"]));
    });

    private static Value Save(SampleWorld world) => world.Do("save_place", ("name", "The Blue Door"), ("city", "Lyon"), ("note", "Good soup."));

    private static void Visit(SampleWorld world, Value place) => world.Do("record_visit", ("place_id", place["place_id"]));

    private static Value Place(SampleWorld world, Value place) => Some(Places(world), With("place_id", place["place_id"]), "such place");

    private static IReadOnlyList<Value> Places(SampleWorld world) => world.List("list_saved_places");
}
