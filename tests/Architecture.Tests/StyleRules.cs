using System.Text.RegularExpressions;

namespace AgentScaler.Architecture.Tests;

/// <summary>
/// The part of the style that no analyzer knows. The rest stands in .editorconfig and fails the build: names, braces, white space.
/// </summary>
public sealed partial class StyleRules
{
    private const int Widest = 160;

    [Fact]
    public void A_line_has_at_most_160_characters_beside_the_texts_that_it_holds() =>
        Assert.Empty(Broken((line, inText) => !inText && line.Length > Widest && Text().Replace(line, "\"\"").Length > Widest));

    [Fact]
    public void An_arrow_ends_a_line_and_never_begins_one() =>
        Assert.Empty(Broken((line, inText) => !inText && line.TrimStart().StartsWith("=>", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_told_of_the_context_that_a_wait_goes_on_in() =>
        Assert.Empty(Broken((line, inText) => !inText && line.Contains(".ConfigureAwait" + "(", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""Say("a long text");""", """Say("");""")]
    [InlineData("""Say("with \" a quote", 'x');""", """Say("", 'x');""")]
    [InlineData("Say($\"with {one} hole\");", "Say(\"\");")]
    public void A_text_counts_for_nothing(string line, string counted) => Assert.Equal(counted, Text().Replace(line, "\"\""));

    /// <summary>Place and text of each line that a rule forbids. A line inside a raw text of several lines is data.</summary>
    private static IEnumerable<string> Broken(Func<string, bool, bool> forbidden)
    {
        foreach (var file in Repository.SourceFiles())
        {
            var (number, inText) = (0, false);
            foreach (var line in File.ReadLines(file))
            {
                number++;
                var begins = inText;
                inText ^= RawQuotes().Count(line) % 2 == 1;
                if (forbidden(line, begins || inText))
                {
                    yield return $"{Repository.Relative(file)}:{number}: {line.Trim()}";
                }
            }
        }
    }

    [GeneratedRegex("\\$*(\"\"\".*?\"\"\"|@?\"(\\\\.|[^\"\\\\])*\")")]
    private static partial Regex Text();

    [GeneratedRegex("\"\"\"+")]
    private static partial Regex RawQuotes();
}
