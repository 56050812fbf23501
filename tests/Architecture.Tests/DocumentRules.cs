using System.Text.RegularExpressions;

namespace AgentScaler.Architecture.Tests;

/// <summary>The documents lead to files and types that exist, and name nothing of one machine.</summary>
public sealed partial class DocumentRules
{
    /// <summary>The pages that say where things are.</summary>
    private static readonly string[] Maps = ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/README.md"];

    private static readonly string[] Folders = ["services/", "shared/", "tests/", "benchmarks/", "docs/", "deploy/"];

    private static readonly IReadOnlyList<(string File, string Text)> Pages =
        [.. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .Select(file => (File: Repository.Relative(file), Text: File.ReadAllText(file)))];

    [Fact]
    public void A_link_between_documents_leads_to_a_file() => Assert.All(Pages, page =>
    {
        foreach (var target in Link().Matches(page.Text).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal)))
        {
            var path = target.Split('#')[0];
            Assert.True(path.Length == 0 || Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(page.File)!, path)), $"{page.File}: {target}");
        }
    });

    [Fact]
    public void Every_page_of_the_documentation_stands_in_the_reading_order()
    {
        var index = Pages.Single(page => page.File == "docs/README.md").Text;
        Assert.All(Pages.Where(page => page.File.StartsWith("docs/", StringComparison.Ordinal) && page.File != "docs/README.md"), page =>
            Assert.Contains($"({Path.GetFileName(page.File)})", index, StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_that_a_map_names_exists() =>
        Assert.All(Spans().Where(span => Folders.Any(folder => span.Text.StartsWith(folder, StringComparison.Ordinal))), span =>
        Assert.True(Path.Exists(Path.Combine(Repository.Root, span.Text)), $"{span.File}: {span.Text}"));

    [Fact]
    public void A_type_or_member_that_a_map_names_stands_in_the_source()
    {
        var known = Repository.SourceFiles().SelectMany(file => Identifier().Matches(File.ReadAllText(file))).Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(Spans().Where(span => TypeOrMember().IsMatch(span.Text)), span =>
            Assert.All(span.Text.Split('.'), name => Assert.True(known.Contains(name), $"{span.File}: {span.Text}")));
    }

    [Fact]
    public void A_sample_in_a_page_is_the_source_that_is_compiled() =>
        Assert.All(Pages.Where(page => page.Text.Contains("```csharp", StringComparison.Ordinal)), page =>
    {
        var samples = Sample().Matches(page.Text);
        Assert.True(samples.Count == page.Text.Split("```csharp").Length - 1, $"{page.File}: a sample has no comment with its source file in front.");
        Assert.All(samples, sample =>
        {
            var source = File.ReadAllText(Path.Combine(Repository.Root, sample.Groups[1].Value));
            var region = Region().Match(source);
            Assert.True((region.Success ? region.Groups[1].Value : source).Trim() == sample.Groups[2].Value.Trim(),
                $"{page.File}: {sample.Groups[1].Value} reads differently.");
        });
    });

    [Fact]
    public void No_document_names_a_path_of_one_machine() => Assert.All(Pages, page => Assert.False(MachinePath().IsMatch(page.Text), page.File));

    private static IEnumerable<(string File, string Text)> Spans() => Pages.Where(page => Maps.Contains(page.File))
        .SelectMany(page => Span().Matches(page.Text).Select(match => (page.File, match.Groups[1].Value)));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^<!-- (\\S+) -->\n```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Sample();

    [GeneratedRegex("^#region sample\n(.*?)^#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]+\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]+)*$")]
    private static partial Regex TypeOrMember();

    [GeneratedRegex(@"(?<![.\w])/(home|root|work|Users)/|\.\./shared")]
    private static partial Regex MachinePath();
}
