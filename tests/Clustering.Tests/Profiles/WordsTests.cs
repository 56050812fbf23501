using AgentScaler.Clustering.Profiles;

namespace AgentScaler.Clustering.Tests.Profiles;

public class WordsTests
{
    [Theory]
    [InlineData("getUserIDs", "get user id")]
    [InlineData("get_user_ids", "get user id")]
    [InlineData("HTTPServerError", "http server error")]
    [InlineData("order-lines", "order line")]
    [InlineData("$.xgafv", "xgafv")]
    [InlineData("ec2Instances", "ec2 instance")]
    [InlineData("Cities and Addresses", "city and address")]
    [InlineData("status bus analysis", "status bus analysis")]
    [InlineData("boxes branches", "box branch")]
    [InlineData("Resolução", "resolução")]
    [InlineData("", "")]
    public void Names_are_split_into_lower_case_singular_words(string name, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(name)));
}
