namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>What a read tells whose result says how many rows there are of several tables.</summary>
public sealed class CountingTests
{
    private const string Club = """
        {
          'nickname': 'ada', 'signed_in': true,
          'recipes': {'1': {'id': 1, 'nickname': 'ada', 'title': 'Soup'}, '2': {'id': 2, 'nickname': 'bo', 'title': 'Pie'},
            '3': {'id': 3, 'nickname': 'ada', 'title': 'Stew'}},
          'ratings': [{'id': 1, 'nickname': 'bo', 'stars': 4}, {'id': 2, 'nickname': 'cy', 'stars': 2}],
          'followed_cooks': ['bo', 'cy', 'di']
        }
        """;

    [Theory]
    [InlineData("get_cook_statistics(nickname!) -> {recipe_count: int, rating_count: int}", "{'nickname':'ada'}",
        "{'recipe_count':2,'rating_count':0}", "rows that name the one who is asked about")]
    [InlineData("get_cook_statistics(nickname!) -> {recipe_count: int, followed_count: int}", "{'nickname':'ada'}",
        "{'recipe_count':2,'followed_count':3}", "a list beside the one account is that account's")]
    [InlineData("get_cook_statistics(nickname!) -> {recipe_count: int, followed_count: int}", "{'nickname':'bo'}",
        "{'recipe_count':1,'followed_count':0}", "and nobody else's")]
    [InlineData("club_overview() -> {number_of_recipes: int, num_ratings: int}", "{}", "{'number_of_recipes':3,'num_ratings':2}", "all rows")]
    [InlineData("club_overview() -> {stats: {total_recipes: int \"Total number of recipes.\", rating_count: int}}", "{}",
        "{'stats':{'total_recipes':3,'rating_count':2}}", "figures inside an envelope")]
    public void Numbers_of_a_result_count_the_rows_that_they_name(string tool, string arguments, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {Told(tool, arguments)}");

    [Theory]
    [InlineData("get_cook_statistics(nickname!) -> {recipe_count: int, visit_count: int}", "{'nickname':'ada'}", "{'recipe_count':2",
        "nothing is known of visits")]
    [InlineData("club_overview() -> {total_recipes: num \"The weight of all recipes.\", rating_count: int}", "{}", "{'total_recipes':3,",
        "a total is no count by itself")]
    public void Numbers_that_name_no_rows_are_not_counted(string tool, string arguments, string told, string because) =>
        Assert.False(Told(tool, arguments).StartsWith(told, StringComparison.Ordinal), because);

    private static string Told(string tool, string arguments) =>
        new AdoptedWorld(Club, tool).Told($"{tool[..tool.IndexOf('(', StringComparison.Ordinal)]} {arguments}");
}
