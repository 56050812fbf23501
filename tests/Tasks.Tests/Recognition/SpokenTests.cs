using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Intents;
using AgentScaler.Tasks.Paths;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Tests.Recognition;

/// <summary>How values, columns and units are said. A row cites a value or a column's name as a document writes it.</summary>
public sealed class SpokenTests
{
    [Theory]
    [InlineData("\"2026-03-03\"", "3 March 2026", "a day")]
    [InlineData("\"2026-03-03T14:30:00Z\"", "3 March 2026 at 14:30", "an instant")]
    [InlineData("\"14:30:00\"", "14:30", "a full minute of the day")]
    [InlineData("\"in_progress\"", "in progress", "a word of an enumeration")]
    [InlineData("\"ORD_7\"", "ORD_7", "a code in capitals")]
    [InlineData("\"Snake_Case\"", "Snake_Case", "a name in capitals")]
    [InlineData("\"2026-13-03\"", "2026-13-03", "no day of any month")]
    [InlineData("7", "7", "a number")]
    [InlineData("2.50", "2.5", "a number with a fraction")]
    [InlineData("true", "yes", "a yes")]
    [InlineData("false", "no", "a no")]
    public void A_value_is_said_as_people_say_it(string cited, string said, string because) =>
        Assert.Equal($"{because}: {said}", $"{because}: {SpokenValue.Of(Value.Parse(cited))}");

    [Theory]
    [InlineData("Move it to room 3.", "3", true, "a number before a point")]
    [InlineData("Move it to room 13.", "3", false, "a number in another one")]
    [InlineData("It costs 3.5 euros.", "3", false, "a whole number before a fraction")]
    [InlineData("It costs 3.5 euros.", "5", false, "the fraction of a number")]
    [InlineData("Where is ORD-7?", "\"ORD-7\"", true, "a code before a question mark")]
    [InlineData("Where is ORD-71?", "\"ORD-7\"", false, "a code in a longer one")]
    [InlineData("Osloer Strasse", "\"Oslo\"", false, "a name in a longer word")]
    [InlineData("It starts on 3 March 2026 at 14:30.", "\"2026-03-03T14:30:00Z\"", true, "an instant as it is said")]
    [InlineData("It is still in progress.", "\"in_progress\"", true, "a word of an enumeration as it is said")]
    public void A_text_says_a_value_as_a_word_of_its_own(string cited, string value, bool said, string because) =>
        Assert.True(SpokenValue.IsIn(cited, Value.Parse(value)) == said, because);

    [Theory]
    [InlineData("weight kg", "weight", "kg", "kilograms")]
    [InlineData("duration minutes", "duration", "minutes", "minutes in full")]
    [InlineData("discount percent", "discount", "percent", "a share")]
    [InlineData("kg", "kg", null, "a unit alone is the name")]
    [InlineData("kitchen", "kitchen", null, "no unit at all")]
    public void A_unit_at_the_end_of_a_name_is_said_after_the_value(string cited, string label, string? unit, string because)
    {
        var said = Units.Of(cited);
        Assert.Equal($"{because}: {label}, {unit}", $"{because}: {said.Label}, {said.Unit}");
    }

    [Theory]
    [InlineData("order", "total", "order total", "the noun in front")]
    [InlineData("order", "order_status", "order status", "the noun is there already")]
    [InlineData("customer", "firstName", "customer first name", "a name in camelCase")]
    [InlineData("user", "is_active", "user active", "a yes or no")]
    [InlineData(null, "assignee_id", "assignee", "the key of somebody")]
    [InlineData(null, "tag_ids", "tag", "keys of several")]
    public void A_column_is_called_by_words(string? noun, string cited, string label, string because) =>
        Assert.Equal($"{because}: {label}", $"{because}: {Labels.Of(noun, cited)}");
}
