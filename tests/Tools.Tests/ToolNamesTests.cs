using CsCheck;

namespace AgentScaler.Tools.Tests;

public sealed class ToolNamesTests
{
    [Theory]
    [InlineData("getPet", "getPet")]
    [InlineData("Hello Tool", "Hello_Tool")]
    [InlineData("a/b--c", "a_b_c")]
    [InlineData("3d", "_3d")]
    [InlineData("情报", "")]
    [InlineData("__", "")]
    public void Names_get_the_nearest_legal_spelling(string name, string spelled) => Assert.Equal(spelled, ToolNames.Spell(name));

    [Fact]
    public void Every_spelling_is_legal_once_it_is_short_enough_or_empty()
        => Gen.String.Sample(name =>
        {
            var spelled = ToolNames.Shorten(ToolNames.Spell(name), ToolNames.MaximumLength);
            return spelled.Length == 0 || ToolNames.IsLegal(spelled);
        });

    [Fact]
    public void Shortening_keeps_both_ends_and_the_bound()
        => Assert.Equal("abc_xyz", ToolNames.Shorten("abcdefghijklmnopqrstuvwxyz", 7));
}
