namespace AgentScaler.Journeys.Tests.SampleFacts;

/// <summary>The facts that the sample environments do not fulfil yet, each with the reason. A listed fact that holds fails its test.</summary>
internal static class NotYetTrue
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AirlineFacts.A_search_tells_what_the_flight_itself_tells"] = "There is no such flight.",
        ["BankFacts.A_converted_amount_is_the_amount_times_the_rate"] = "A computed number has another value.",
        ["BookshopFacts.Books_that_can_be_shipped_today_are_in_stock"] = "A number is missing.",
        ["CarHireFacts.The_report_of_a_station_counts_its_vehicles_and_adds_up_their_rates"] = "stations_report is refused: No report matches.",
        ["CarHireFacts.The_vehicle_of_a_rental_that_is_out_is_not_available"] = "available has another value.",
        ["FreightFacts.Shipments_are_listed_by_their_pickup_or_by_their_weight"] = "Another answer is given.",
        ["HelpdeskFacts.A_ticket_is_assigned_to_an_agent_that_exists"] = "get_ticket is refused: ticket_id: expected integer, got string.",
        ["PersonnelFacts.Another_salary_changes_nothing_else"] = "manager has another value.",
        ["PersonnelFacts.Pages_of_employees_follow_each_other"] = "Another answer is given.",
        ["PlacesFacts.A_distance_is_the_same_in_both_directions"] = "Another answer is given.",
        ["PlacesFacts.A_forecast_is_for_its_day_and_its_high_is_not_below_its_low"] = "Another answer is given.",
        ["PlacesFacts.The_distance_within_a_city_is_nought"] = "distance_km has another value.",
        ["PlacesFacts.The_weather_is_the_same_in_both_units"] = "A computed number has another value.",
        ["SmartHomeFacts.A_device_is_in_a_scene_once"] = "add_device_to_scene is refused: devices already has a row with device_id 'DEV-1601'.",
        ["SmartHomeFacts.A_device_that_is_added_to_a_scene_is_counted_and_turned_on_in_it"] = "add_device_to_scene is refused: devices already has a row with device_id 'DEV-1601'.",
        ["SmartHomeFacts.A_device_that_is_not_in_a_scene_is_not_removed"] = "Another answer is given.",
        ["SmartHomeFacts.A_device_that_is_removed_from_a_scene_is_no_longer_counted"] = "add_device_to_scene is refused: devices already has a row with device_id 'DEV-1601'.",
        ["SmartHomeFacts.A_scene_takes_devices_that_exist"] = "add_device_to_scene is accepted.",
        ["SmartHomeFacts.The_devices_of_a_scene_stay_when_it_is_deleted"] = "add_device_to_scene is refused: devices already has a row with device_id 'DEV-1601'.",
    };
}
