using AgentScaler.Effects;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tests.Recognition;

namespace AgentScaler.Materialization.Tests.Effects;

/// <summary>Rules of sentences, conventions and the user are joined to what the kind of an effect brings.</summary>
public sealed class RuleJoinerTests
{
    private const string Berth = "Berth{berth_id!, length!: num, occupied!: bool, status!: open|closed}";
    private const string Berths = "GET /berths/{berth_id} getBerth(berth_id!) -> " + Berth + " & ";
    private const string Update = Berths + "PATCH /berths/{berth_id} updateBerth(berth_id!, length: num) -> " + Berth;
    private const string Create = Berths + "POST /berths createBerth(length!: num) -> " + Berth;
    private const string Delete = Berths + "DELETE /berths/{berth_id} deleteBerth(berth_id!)";
    private const string Close = Berths + "POST /berths/{berth_id}/close closeBerth(berth_id!) -> " + Berth;
    private const string List = Berths + "GET /berths listBerths(status: open|closed) -> [" + Berth + "]";

    [Fact]
    public void A_rule_stands_in_the_effect_with_its_reason()
    {
        var joined = Joined(Update, Short(Source.Text, 12));
        var rule = Assert.Single(joined.Effect.Preconditions.OfType<Compares>());
        Assert.Equal(new Basis(Source.Text, "A berth is short."), rule.Basis);
    }

    [Fact]
    public void What_is_told_twice_stands_once() =>
        Assert.Single(Joined(Update, Short(Source.Text, 12), Short(Source.Text, 12)).Effect.Preconditions.OfType<Compares>());

    [Fact]
    public void Rules_about_different_things_stand_beside_each_other() => Assert.Equal(
        ["berths.occupied", "berths.status"],
        Joined(Update, Set("occupied", true), Set("status", "closed")).Effect.Consequences.OfType<Assign>().Select(a => $"{a.Column.Table}.{a.Column.Name}"));

    /// <summary>The user stands above a sentence, and a sentence above a convention, in whatever order they are told.</summary>
    [Theory]
    [InlineData(Source.Convention, Source.Text, 20)]
    [InlineData(Source.Text, Source.Convention, 12)]
    [InlineData(Source.Text, Source.Override, 20)]
    [InlineData(Source.Override, Source.Convention, 12)]
    public void Of_two_rules_about_one_thing_the_more_trusted_holds(Source first, Source second, double most) => Assert.Equal(
        new ConstantTerm(most), Assert.Single(Joined(Update, Short(first, 12), Short(second, 20)).Effect.Preconditions.OfType<Compares>()).Right);

    /// <summary>Programs look at everything else before the database does.</summary>
    [Fact]
    public void What_the_database_looks_at_by_itself_comes_last()
    {
        var kept = Joined(Update, Short(Source.Text, 12)).Effect.Preconditions.Select(p => p.KeptByDatabase).ToList();
        Assert.Contains(true, kept);
        Assert.Equal(kept.Order(), kept);
    }

    [Fact]
    public void A_rule_takes_the_place_of_the_argument_that_is_stored() =>
        Assert.Empty(((IAssigning)Joined(Update, Set("length", 3)).Effect).Assignments);

    /// <summary>What an effect cannot have is told to whoever asks what the tool is understood to do.</summary>
    [Theory]
    [InlineData(Create, "Not followed, because the row is still to be made: A berth is short.")]
    [InlineData(Update, null)]
    [InlineData(Delete, null)]
    public void A_rule_that_cannot_be_followed_is_told_with_the_reason(string tools, string? told)
    {
        var joined = Joined(tools, Short(Source.Text, 12));
        Assert.Equal(told is null, joined.Effect.Preconditions.OfType<Compares>().Any());
        Assert.Equal(told, joined.Evidence.SingleOrDefault(e => e.StartsWith("Not followed", StringComparison.Ordinal)));
    }

    /// <summary>A rule that says what the tool does anyway is followed; one that says something else is not.</summary>
    [Theory]
    [InlineData("closed", null)]
    [InlineData("open", "Not followed, because the tool itself changes the status: The status is set.")]
    public void A_rule_that_says_what_the_tool_does_is_followed(string status, string? told) => Assert.Equal(
        told, Joined(Close, Set("status", status)).Evidence.SingleOrDefault(e => e.StartsWith("Not followed", StringComparison.Ordinal)));

    [Fact]
    public void A_read_has_no_rules() => Assert.Empty(Joined(List, Short(Source.Text, 12), Set("occupied", true)).Effect.Preconditions.OfType<Compares>());

    private static ToolModel Joined(string tools, params IReadOnlyList<RuleSketch> rules)
    {
        var plan = Recognised.Plan(tools);
        plan.Sketches[^1].Rules.Clear();
        plan.Sketches[^1].Rules.AddRange(rules);
        return ModelFinisher.Finish(plan).Tools[^1];
    }

    private static Ruling Short(Source source, double most) => new(source, "A berth is short.")
    {
        Demands = draft => [new Compares(new CellTerm(draft.Row, draft.Table.Column("length")!), Comparison.AtMost, new ConstantTerm(most))],
    };

    private static Ruling Set(string column, AgentScaler.Environments.Values.Value value) => new(Source.Text, $"The {column} is set.")
    {
        Follows = draft => [new Assign(draft.Row, draft.Table.Column(column)!, new ConstantTerm(value))],
    };

    /// <summary>A rule as some recogniser adds it.</summary>
    private sealed record Ruling(Source From, string Said) : RuleSketch(From, Said)
    {
        public Func<EffectDraft, IEnumerable<Precondition>> Demands { get; init; } = _ => [];

        public Func<EffectDraft, IEnumerable<Consequence>> Follows { get; init; } = _ => [];

        public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => Demands(draft);

        public override IEnumerable<Consequence> Consequences(EffectDraft draft) => Follows(draft);
    }
}
