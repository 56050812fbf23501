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
    [InlineData("Résumé", "Resume")]
    [InlineData("Re\u0301sume\u0301", "Resume")]
    [InlineData("añadir artículo", "anadir_articulo")]
    [InlineData("đặt hàng", "at_hang")]
    [InlineData("Größe_ändern", "Gro_e_andern")]
    [InlineData("Йод iodine", "iodine")]
    [InlineData("\ud800getPet", "getPet")]
    [InlineData("__", "")]
    public void Names_get_the_nearest_legal_spelling(string name, string spelled) => Assert.Equal(spelled, ToolNames.Spell(name));

    [Fact]
    public void Every_spelling_is_legal_once_it_is_short_enough_or_empty() =>
        Gen.String.Sample(name =>
        {
            var spelled = ToolNames.Shorten(ToolNames.Spell(name), ToolNames.MaximumLength);
            return spelled.Length == 0 || ToolNames.IsLegal(spelled);
        });

    [Fact]
    public void Shortening_keeps_both_ends_and_the_bound() =>
        Assert.Equal("abc_xyz", ToolNames.Shorten("abcdefghijklmnopqrstuvwxyz", 7));

    [Theory]
    [InlineData("mcp__github__create_issue", "anything", "create_issue")]
    [InlineData("mcp__github", "github", "mcp__github")]
    [InlineData("mcp__a__", "x", "mcp__a__")]
    [InlineData("github.create_issue", "github", "create_issue")]
    [InlineData("GitHub/create_issue", "github", "create_issue")]
    [InlineData("git-hub::create", "git hub", "create")]
    [InlineData("issues.create", "github", "issues.create")]
    [InlineData("chat.spaces.list", "googleapis.com:chat", "spaces.list")]
    [InlineData("github.", "github", "github.")]
    [InlineData("", "", "")]
    public void A_namespace_that_a_client_or_server_puts_before_a_name_is_no_part_of_it(string name, string provider, string own) =>
        Assert.Equal(own, ToolNames.Own(name, provider));
}
