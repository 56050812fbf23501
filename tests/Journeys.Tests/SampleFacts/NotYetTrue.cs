namespace AgentScaler.Journeys.Tests.SampleFacts;

/// <summary>The facts that the sample environments do not fulfil yet, each with the reason. A listed fact that holds fails its test.</summary>
internal static class NotYetTrue
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AirlineFacts.A_search_tells_what_the_flight_itself_tells"] = "A flight shows one cabin, and the search for another one does not find it.",
        ["BankFacts.A_converted_amount_is_the_amount_times_the_rate"] = "The converted amount and the rate are derived apart from each other.",
        ["CarHireFacts.The_report_of_a_station_counts_its_vehicles_and_adds_up_their_rates"] = "A report has rows of its own instead of those of the vehicles.",
        ["PersonnelFacts.Another_salary_changes_nothing_else"] = "The manager is invented with every read.",
        ["PersonnelFacts.Pages_of_employees_follow_each_other"] = "Pages are not cut from one list.",
        ["PlacesFacts.A_distance_is_the_same_in_both_directions"] = "What is derived from two arguments depends on their order.",
        ["PlacesFacts.A_forecast_is_for_its_day_and_its_high_is_not_below_its_low"] = "The highest and the lowest temperature are derived apart from each other.",
        ["PlacesFacts.The_distance_within_a_city_is_nought"] = "What is derived from two equal arguments is no nought.",
        ["PlacesFacts.The_weather_is_the_same_in_both_units"] = "A temperature is derived for each unit instead of converted.",
    };
}
