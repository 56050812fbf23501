using System.Text.RegularExpressions;

namespace AgentScaler.Architecture.Tests;

/// <summary>Log lines are generated, and their events have stable, documented names.</summary>
public sealed partial class LoggingRules
{
    private static readonly IReadOnlyList<(string File, string Text)> Product =
        [.. Repository.SourceFiles()
            .Select(file => (File: Repository.Relative(file), Text: File.ReadAllText(file)))
            .Where(source => source.File.StartsWith("services/", StringComparison.Ordinal) || source.File.StartsWith("shared/", StringComparison.Ordinal))];

    [Fact]
    public void Log_lines_are_generated() => Assert.All(Product, source => Assert.False(DirectCall().IsMatch(source.Text), source.File));

    [Fact]
    public void Event_names_are_area_noun_verb_and_stand_in_the_documentation_which_names_no_other()
    {
        var events = Product.SelectMany(source => Event().Matches(source.Text)).Select(match => (Name: match.Groups[2].Value, Id: match.Groups[1].Value))
            .Order().ToList();
        Assert.NotEmpty(events);
        Assert.All(events, found => Assert.Matches("^[a-z]+\\.[a-z]+\\.[a-z]+$", found.Name));
        Assert.Equal(events.Count, events.Select(found => found.Name).Distinct().Count());
        Assert.Equal(events.Count, events.Select(found => found.Id).Distinct().Count());
        var documented = DocumentedEvent().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "observability.md")));
        Assert.Equal(events, documented.Select(match => (Name: match.Groups[1].Value, Id: match.Groups[2].Value)).Order());
    }

    [Fact]
    public void Every_generated_line_names_its_event() =>
        Assert.All(Product, source => Assert.Equal(Attribute().Count(source.Text), Event().Count(source.Text)));

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex DirectCall();

    [GeneratedRegex(@"EventId = (\d+), EventName = ""([^""]+)""")]
    private static partial Regex Event();

    [GeneratedRegex(@"\[LoggerMessage\(")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\| `([a-z]+\.[a-z]+\.[a-z]+)` \| (\d+) \| (?:Debug|Information|Warning|Error) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedEvent();
}
