using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Intents;

namespace AgentScaler.Tasks.Tests;

/// <summary>A grammar kept for evaluation shares no phrase with the one that training data is made with.</summary>
public sealed class GrammarTests
{
    private static readonly PhraseBook Shared = PhraseBook.Of(Grammar.Shared);
    private static readonly PhraseBook HeldOut = PhraseBook.Of(Grammar.HeldOut);

    [Fact]
    public void The_two_books_share_no_phrase_and_no_persona() =>
        Assert.Empty(Shared.All.Intersect(HeldOut.All, StringComparer.OrdinalIgnoreCase));

    [Theory]
    [InlineData(Grammar.Shared)]
    [InlineData(Grammar.HeldOut)]
    public void No_book_says_a_phrase_twice_and_every_frame_has_its_place(Grammar grammar)
    {
        var book = PhraseBook.Of(grammar);
        Assert.Equal(book.All.Count(), book.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All([.. book.Requests, .. book.Questions, .. book.OpenQuestions, .. book.Otherwise, .. book.Briefs],
            frame => Assert.Matches(@"\{[0!]\}", frame));
        Assert.All([.. book.Leads, .. book.Facts],
            frame => Assert.True(frame.Contains("{0}", StringComparison.Ordinal) && frame.Contains("{1}", StringComparison.Ordinal), frame));
    }

    [Fact]
    public void The_held_out_grammar_says_the_same_errands_in_other_words()
    {
        var options = new TaskOptions { CoverageExtra = 0 };
        var shared = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, options, 0).Tasks;
        var heldOut = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, options with { Grammar = Grammar.HeldOut }, 0).Tasks;

        Assert.Equal(Paths(shared), Paths(heldOut));
        Assert.Empty(shared.Select(t => t.Intent).Intersect(heldOut.Select(t => t.Intent)));
        Assert.Empty(shared.Select(t => t.User.Profile).Intersect(heldOut.Select(t => t.User.Profile)));
    }

    private static IEnumerable<string> Paths(IReadOnlyList<Trajectories.TaskSpecification> tasks) =>
        tasks.Select(t => Value.From(t.GoldenCalls.Select(c => Value.Object(("name", c.Name), ("arguments", c.Arguments)))).ToCanonicalJson())
            .Order(StringComparer.Ordinal);
}
