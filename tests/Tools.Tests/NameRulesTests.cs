namespace AgentScaler.Tools.Tests;

/// <summary>Legal names of tools. A row cites a name as a source writes it.</summary>
public sealed class NameRulesTests
{
    [Theory]
    [InlineData("get_pet", true, "letters and an underscore")]
    [InlineData("_hidden", true, "an underscore in front")]
    [InlineData("ec2_2024", true, "digits behind a letter")]
    [InlineData("3d_secure", false, "a digit in front")]
    [InlineData("get-pet", false, "a hyphen")]
    [InlineData("users.list", false, "a point")]
    [InlineData("größe", false, "letters of another alphabet than ASCII")]
    [InlineData("", false, "nothing")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg", true, "64 characters")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg", false, "65 characters")]
    public void A_name_is_legal_or_not(string cited, bool legal, string because) => Assert.True(ToolNames.IsLegal(cited) == legal, because);

    [Theory]
    [InlineData("chat.postMessage", "chat_postMessage", "a point between two words")]
    [InlineData("GET /pets/{id}", "GET_pets_id", "an operation without a name")]
    [InlineData("API-retrieve-a-page", "API_retrieve_a_page", "hyphens")]
    [InlineData("C++ parser", "C_parser", "signs and a blank in a row")]
    [InlineData("50% off", "_50_off", "a digit in front")]
    [InlineData("price €", "price", "a sign at the end")]
    [InlineData("(beta) search", "beta_search", "a sign in front")]
    [InlineData("list\tusers\n", "list_users", "blanks of other kinds")]
    [InlineData("getUser", "getUser", "a name that is legal stays")]
    [InlineData("🪑", "", "a picture alone")]
    public void A_name_gets_the_nearest_legal_spelling(string cited, string spelled, string because) =>
        Assert.Equal($"{because}: {spelled}", $"{because}: {ToolNames.Spell(cited)}");

    [Theory]
    [InlineData("list_users", 10, "list", "sers", "as long as it may be")]
    [InlineData("list_all_the_users_of_a_team", 12, "list", "team", "both ends carry meaning")]
    public void A_long_name_loses_its_middle(string cited, int length, string begins, string ends, string because)
    {
        var shortened = ToolNames.Shorten(cited, length);
        Assert.True(shortened.Length <= length, because);
        Assert.StartsWith(begins, shortened, StringComparison.Ordinal);
        Assert.EndsWith(ends, shortened, StringComparison.Ordinal);
    }
}
