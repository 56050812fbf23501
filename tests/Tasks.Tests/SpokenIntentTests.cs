using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Intents;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Tests;

/// <summary>What a person would say, by example.</summary>
public sealed partial class SpokenIntentTests
{
    private static readonly Lazy<string[]> Intents = new(() =>
        [.. new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions(), 0).Tasks.Select(t => t.Intent)]);

    [Theory]
    [InlineData("weight kg", "21.37", "weighing 21.37 kg")]
    [InlineData("discount percent", "15", "with a discount of 15 percent")]
    [InlineData("signed by", "Warm Falcon", "signed for by Warm Falcon")]
    [InlineData("approved by", "Ana Reyes", "approved by Ana Reyes")]
    [InlineData("city", "Sydney", "in Sydney")]
    [InlineData("name", "Golden Island", "called Golden Island")]
    [InlineData("birth date", "3 March 2026", "born on 3 March 2026")]
    [InlineData("due date", "3 March 2026", "due on 3 March 2026")]
    [InlineData("time", "18:45", "at 18:45")]
    [InlineData("message", "\"All done.\"", "saying \"All done.\"")]
    [InlineData("query", "Jade Prairie", "matching Jade Prairie")]
    [InlineData("seat", "12A", "with seat 12A")]
    public void A_detail_is_said_in_the_way_its_meaning_asks_for(string label, string said, string spoken) =>
        Assert.Equal(spoken, DetailPhrases.After([Told(label, said)], "thing"));

    [Fact]
    public void Two_ends_are_said_as_from_one_to_the_other()
    {
        Assert.Equal("from London to Seoul", DetailPhrases.After([Told("from city", "London"), Told("to city", "Seoul")], "route"));
        Assert.Equal("from 3 March 2026 to 5 March 2026 with plate PLA-1",
            DetailPhrases.After([Told("plate", "PLA-1"), Told("start date", "3 March 2026"), Told("end date", "5 March 2026")], "rental"));
    }

    [Fact]
    public void Given_and_family_name_are_one_name() =>
        Assert.Equal("called Nadia Rossi with phone +155",
            DetailPhrases.After([Told("given name", "Nadia"), Told("phone", "+155"), Told("family name", "Rossi")], "patient"));

    [Fact]
    public void A_value_taken_from_another_thing_is_the_same_as_there() =>
        Assert.Equal("with the same author as that book",
            DetailPhrases.After([new Detail("author", "that book", "Ana", false, false) { SameAs = "that book" }], "book"));

    [Fact]
    public void A_change_says_the_unit_after_the_value() => Assert.Equal("the odometer to 25 km", DetailPhrases.Change(Told("odometer km", "25")));

    [Theory]
    [InlineData("18:45:00", "18:45")]
    [InlineData("18:45:30", "18:45:30")]
    [InlineData("no_show", "no show")]
    [InlineData("user_7", "user_7")]
    public void Times_and_codes_are_said_as_people_say_them(string value, string said) => Assert.Equal(said, SpokenValue.Of(value));

    [Theory]
    [InlineData("Please mark that dish as not available.", false, true)]
    [InlineData("Please mark that dish as not available.", true, false)]
    [InlineData("Please mark that dish as available.", true, true)]
    [InlineData("Please mark that dish as available.", false, false)]
    [InlineData("The dish available is no.", false, true)]
    [InlineData("Please look at that dish.", true, false)]
    public void Yes_and_no_may_be_said_by_the_word_itself(string text, bool value, bool said) =>
        Assert.Equal(said, SpokenValue.IsIn(text, "new dish available", value ? Value.True : Value.False));

    [Fact]
    public void Nothing_is_made_with_the_number_of_what_is_changed() => Assert.All(Intents.Value, intent =>
    {
        Assert.DoesNotContain("a customer with the customer number", intent, StringComparison.Ordinal);
        Assert.DoesNotContain("an order with the order number", intent, StringComparison.Ordinal);
        Assert.DoesNotContain("with the name", intent, StringComparison.Ordinal);
    });

    [Fact]
    public void A_customer_is_registered_by_name_and_a_change_says_what_becomes_what()
    {
        Assert.Contains(Intents.Value, i => i.Contains("register a customer called ", StringComparison.Ordinal)
            || i.Contains("register a new customer called ", StringComparison.Ordinal));
        Assert.Contains(Intents.Value, i => ChangeOfDetail().IsMatch(i));
    }

    [Fact]
    public void Counts_are_asked_for_as_counts() =>
        Assert.All(Intents.Value, i => Assert.DoesNotContain("what is how many", i, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\bthe (city|email) (of .+ )?to (Lisbon|Berlin|Oslo|\S+@\S+)")]
    private static partial Regex ChangeOfDetail();

    private static Detail Told(string label, string said) => new(label, said, said, true, false);
}
