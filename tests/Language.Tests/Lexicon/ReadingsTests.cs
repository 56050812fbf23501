namespace AgentScaler.Language.Tests;

/// <summary>
/// Verbs that change nothing. A row has a sentence, its verb and what every reader knows of it: its effect, what it
/// needs, what it moves and what undoes it.
/// </summary>
public sealed class ReadingsTests
{
    [Theory]
    [InlineData("Browse a catalogue.", "browse", "list")]
    [InlineData("Fetch a mail.", "fetch", "get")]
    [InlineData("Find a hotel.", "find", "search")]
    [InlineData("Count the visitors.", "count", "count")]
    [InlineData("Check a balance.", "check", "check")]
    [InlineData("Calculate a tip.", "calculate", "compute")]
    [InlineData("Translate a sentence.", "translate", "lookup")]
    [InlineData("Compare two plans.", "compare", "compute")]
    [InlineData("Describe a cluster.", "describe", "get")]
    [InlineData("Search a library.", "search", "search")]
    [InlineData("List the rooms.", "list", "list")]
    [InlineData("Estimate a fare.", "estimate", "compute")]
    [InlineData("Geocode an address.", "geocode", "lookup")]
    [InlineData("Validate a code.", "validate", "compute")]
    [InlineData("Show a map.", "show", "get; unmarks hidden")]
    [InlineData("Identify a plant.", "identify", "compute")]
    [InlineData("Get a receipt.", "get", "get")]
    [InlineData("Merge two lists.", "merge", "compute")]
    [InlineData("Quote a premium.", "quote", "lookup")]
    [InlineData("Forecast demand.", "forecast", "lookup")]
    public void An_act_changes_nothing(string cited, string phrase, string expected) => Assert.Equal(expected, SpokenVerb.Of(cited, phrase));
}
