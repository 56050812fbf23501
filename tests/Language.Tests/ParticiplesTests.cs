namespace AgentScaler.Language.Tests;

/// <summary>Each case is a word and a verb that may have been done.</summary>
public sealed class ParticiplesTests
{
    [Theory]
    [InlineData("shared", "share", "a verb in e")]
    [InlineData("scheduled", "schedule", "another one")]
    [InlineData("ordered", "order", "the usual ending")]
    [InlineData("planned", "plan", "a letter is doubled")]
    [InlineData("cancelled", "cancel", "or doubled by some")]
    [InlineData("canceled", "cancel", "and not by others")]
    [InlineData("copied", "copy", "y becomes i")]
    [InlineData("paid", "pay", "a word of its own")]
    [InlineData("sent", "send", "another one")]
    public void A_word_tells_that_a_verb_has_been_done(string word, string verb, string because) => Assert.True(Participles.Is(word, verb), because);

    [Theory]
    [InlineData("sended", "send", "nobody says so")]
    [InlineData("orders", "order", "a noun")]
    [InlineData("sharing", "share", "it is still being done")]
    [InlineData("listed", "enlist", "another verb")]
    public void A_word_tells_nothing_of_a_verb(string word, string verb, string because) => Assert.False(Participles.Is(word, verb), because);
}
