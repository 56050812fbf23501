namespace AgentScaler.Language.Tests;

/// <summary>The table of verbs in the third person.</summary>
public sealed class ThirdPersonTests
{
    [Theory]
    [InlineData("creates", "create")]
    [InlineData("lists", "list")]
    [InlineData("applies", "apply")]
    [InlineData("modifies", "modify")]
    [InlineData("searches", "search")]
    [InlineData("publishes", "publish")]
    [InlineData("dismisses", "dismiss")]
    [InlineData("indexes", "index")]
    [InlineData("pays", "pay")]
    [InlineData("process", "process")]
    [InlineData("get", "get")]
    [InlineData("is", "is")]
    [InlineData("has", "has")]
    public void A_verb_in_the_third_person_has_a_bare_form(string word, string bare) => Assert.Equal(bare, ThirdPerson.Bare(word));
}
