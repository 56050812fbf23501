using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Options;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Grounding;
using AgentScaler.Trajectories.Plans;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Rollout.Tests;

public sealed class RealismTests
{
    private static readonly string[] Varied =
    [
        "Could you find my order from last week?", "Please cancel the booking of Ana Reyes.", "I'd like to know when the parcel arrives.",
            "Send a reminder to everybody on the list.",
        "What does the blue jacket cost?", "Move my appointment to Friday, please.", "Thanks, and add a second guest.",
            "How many seats are left on that flight?", "Close the ticket about the printer.", "Give me the phone number of the clinic.",
    ];

    [Fact]
    public void The_same_sentence_again_and_again_is_measured_as_such()
    {
        var varied = LanguageRealism.Of(Varied);
        var same = LanguageRealism.Of([.. Enumerable.Repeat(Varied[0], 10)]);
        Assert.Equal(0.1, same.DistinctTemplates);
        Assert.True(same.SelfBleu > 0.99 && varied.SelfBleu < 0.4, $"{same.SelfBleu} and {varied.SelfBleu}");
        Assert.True(same.Compression > 2 * varied.Compression);
        Assert.True(same.Distinct3 < varied.Distinct3);
    }

    [Theory]
    [InlineData("Use customer_id 7.", 1)]
    [InlineData("Call getCustomer for me.", 1)]
    [InlineData("It is 550e8400-e29b-41d4-a716-446655440000.", 1)]
    [InlineData("It is order ORD-1042 of Ana Reyes.", 0)]
    public void An_identifier_as_machines_write_it_is_a_leak(string text, double leakage) =>
        Assert.Equal(leakage, LanguageRealism.Of([text]).IdentifierLeakage);

    [Fact]
    public void Two_halves_of_one_set_cannot_be_told_apart_and_two_languages_can()
    {
        var random = SeededRandom.Of(1, "halves");
        string[] words = ["order", "book", "room", "please", "find", "cancel", "the", "my", "for", "me", "today", "again"];
        string[] others = ["bestelle", "buch", "zimmer", "bitte", "finde", "storniere", "das", "mein", "heute", "wieder"];
        List<string> Make(string[] from) => [.. Enumerable.Range(0, 200).Select(_ => string.Join(' ', Enumerable.Range(0, 8).Select(_ => random.Pick(from))))];
        Assert.InRange(LanguageRealism.TwoSampleAccuracy(Make(words), Make(words)), 0.3, 0.7);
        Assert.True(LanguageRealism.TwoSampleAccuracy(Make(words), Make(others)) > 0.95);
    }

    [Fact]
    public void Agents_without_sense_pass_next_to_nothing()
    {
        var counts = Triviality.Measure(ShopDomain.Environment, Shop.Tasks);
        Assert.Equal(Shop.Tasks.Count(t => t.Kind == TaskKind.Write), counts.Tasks);
        Assert.Equal(0, counts.DoNothing);
        Assert.Equal(0, counts.Random);
        Assert.True(counts.OneCall < counts.Tasks);
    }

    [Fact]
    public async Task The_report_of_generated_tasks_shows_full_grounding_and_necessity()
    {
        var report = new RealismReport(Varied);
        var conversations = new List<IReadOnlyList<ChatMessage>>();
        foreach (var task in Shop.Tasks)
        {
            conversations.Add((await Shop.PlayAsync(task, new RolloutOptions { Mistakes = new MistakeOptions() })).Messages);
        }

        report.Add(ShopDomain.Environment, Shop.Tasks, conversations);
        var section = report.Section();
        Assert.Equal(1, section.Paths.Grounding);
        Assert.Equal(1, section.Paths.Necessity);
        Assert.InRange(section.Paths.DataFlow, 0.3, 1);
        Assert.InRange(section.Paths.Cohesion, section.Paths.DataFlow, 1);
        Assert.Equal(1, section.States.References);
        Assert.NotNull(section.Reference);
    }

    [Theory]
    [InlineData("""{"quantity":3,"unit_price":2.5,"total":7.5}""", 1)]
    [InlineData("""{"quantity":3,"unit_price":2.5,"total":8}""", 0)]
    [InlineData("""{"quantity":3,"unit_price":null,"total":8}""", 1)]
    public void Totals_are_what_their_parts_come_to(string row, double share)
    {
        var state = new StateRealism();
        static ColumnSchema Column(string name) => new(name, ColumnType.Number, Nullable: true);
        var table = new TableSchema("lines", ["id"], [Column("quantity"), Column("unit_price"), Column("total")]);
        state.Add(new DatabaseSchema([table]), DatabaseState.Parse($$"""{"lines":[{{row}}]}"""));
        Assert.Equal(share, state.Figures().Totals);
    }

    [Theory]
    [InlineData("It is 13 of them.", 13, true)]
    [InlineData("It is 13 of them.", 3, false)]
    [InlineData("Order 3.", 3, true)]
    public void A_value_is_said_as_a_word_of_its_own(string text, int value, bool said) => Assert.Equal(said, SpokenValue.IsIn(text, value));

    [Theory]
    [InlineData("Change the title to \"Customer feedback round-up\" and the quantity to 12. The date is 17 February 2026.", true)]
    [InlineData("A follow-up, please: 12.5 of them.", false)]
    public void A_number_after_a_hyphen_is_heard(string said, bool grounded)
    {
        var call = new ChatToolCall("c1", new ChatFunction("place_order", """{"quantity":12}"""));
        var report = new GroundingChecker(ShopDomain.Environment.Definition).Check([ChatMessage.User(said), ChatMessage.Assistant(null, [call])]);
        Assert.Equal(grounded ? 1 : 0, report.Grounded);
    }

    [Fact]
    public void Days_are_said_as_people_say_them()
    {
        Assert.Equal("3 March 2026", SpokenValue.Of("2026-03-03"));
        Assert.Equal("3 March 2026 at 14:30", SpokenValue.Of("2026-03-03T14:30:00Z"));
        Assert.Equal("yes", SpokenValue.Of(Value.True));
        Assert.Equal("ORD-7", SpokenValue.Of("ORD-7"));
    }
}
