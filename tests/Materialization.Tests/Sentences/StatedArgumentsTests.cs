using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.Tests.Sentences;

/// <summary>What descriptions of parameters demand. A row cites one.</summary>
public sealed class StatedArgumentsTests
{
    [Theory]
    [InlineData("Reason for the flag. Must be one of: 'late', 'lost', 'other'", "late,lost,other", "a list")]
    [InlineData("Type of account. Must be one of: 'checking' (personal), 'savings' (personal), 'joint'", "checking,savings,joint", "with remarks in brackets")]
    [InlineData("Value to plot. Available values are: \"visits\", \"clicks\". Empty for none.", "visits,clicks", "until the end of the sentence")]
    [InlineData("The type of the event, either 'meeting' or 'event'.", "meeting,event", "two words")]
    [InlineData("Kind of chart. Can be \"bar\", \"line\" or \"pie\"", "bar,line,pie", "what it can be")]
    [InlineData("One of the following: `asc`, `desc`", "asc,desc", "marked as code")]
    [InlineData("The city, such as 'Oslo' or 'Bern'. One of 'Oslo', 'Bern' is usual.", "", "examples close nothing")]
    [InlineData("One of the cities that the carrier serves.", "", "prose")]
    [InlineData("Comma-separated list of fields: any of 'a', 'b'", "", "a list of several")]
    [InlineData("Title of the note, can be 'Untitled'.", "Untitled", "one value is no choice, and demands nothing")]
    public void Values_are_demanded_by_a_closed_list(string description, string values, string because) =>
        Assert.Equal($"{because}: {values}", $"{because}: {string.Join(',', StatedArguments.Choice(description).Select(v => v.AsString))}");

    [Theory]
    [InlineData("The time. Format: %Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S", "2024-05-17 09:30:30", "2024-5-17", "a day and a time")]
    [InlineData("The day, in the pattern of %d/%m/%Y.", "%d/%m/%Y", "17/05/2024", "2024/05/17", "a day")]
    [InlineData("The time of the alarm (%H:%M)", "%H:%M", "09:30", "25:10", "a time of day")]
    [InlineData("The share in %, at most 100 %", null, "", "", "a sign of a share")]
    [InlineData("Date in the form YYYY-MM-DD", null, "", "", "letters for people, who are lenient")]
    public void A_form_is_demanded_by_conversion_signs(string description, string? form, string example, string other, string because)
    {
        var found = StatedArguments.Form(description);
        Assert.Equal($"{because}: {form} {example}", $"{because}: {found?.Form} {found?.Example}");
        if (found is var (_, pattern, written))
        {
            Assert.Matches(pattern, written);
            Assert.DoesNotMatch(pattern, other);
        }
    }
}
