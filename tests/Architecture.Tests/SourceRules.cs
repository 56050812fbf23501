using System.Text.RegularExpressions;

namespace AgentScaler.Architecture.Tests;

public sealed partial class SourceRules
{
    [Fact]
    public void A_source_file_stays_small_enough_to_hold_in_the_head()
    {
        var large = Repository.SourceFiles()
            .Select(file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(f => f.Lines > 500)
            .Select(f => $"{f.File}: {f.Lines} lines")
            .ToList();
        Assert.True(large.Count == 0, string.Join(Environment.NewLine, large));
    }

    [Fact]
    public void A_file_of_the_product_declares_one_public_type()
    {
        var crowded = Repository.SourceFiles()
            .Where(file => !Repository.Relative(file).StartsWith("tests/", StringComparison.Ordinal)
                && !Repository.Relative(file).StartsWith("benchmarks/", StringComparison.Ordinal))
            .Select(file => (File: Repository.Relative(file), Types: PublicType().Count(File.ReadAllText(file))))
            .Where(f => f.Types > 1 && !SyntaxTree.Contains(f.File))
            .Select(f => $"{f.File}: {f.Types} public types")
            .ToList();
        Assert.True(crowded.Count == 0, string.Join(Environment.NewLine, crowded));
    }

    [Fact]
    public void Every_message_has_a_namespace_and_is_one_sealed_record()
    {
        var messages = Repository.SourceFiles()
            .Where(file => Repository.Relative(file).StartsWith("shared/Contracts/Messages/", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(messages);
        Assert.All(messages, file =>
        {
            var text = File.ReadAllText(file);
            Assert.Contains("namespace AgentScaler.Contracts.Messages;", text, StringComparison.Ordinal);
            Assert.Contains($"public sealed record {Path.GetFileNameWithoutExtension(file)}(", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_settings_of_a_stage_are_read_by_one_record_that_every_service_shares()
    {
        var folder = Path.Combine(Repository.Root, "shared/Pipeline/Options");
        var records = Directory.EnumerateFiles(folder, "*.cs").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        var read = Repository.SourceFiles()
            .Where(file => !Repository.Relative(file).StartsWith("shared/Pipeline/Runs/", StringComparison.Ordinal))
            .SelectMany(file => OptionsRead().Matches(File.ReadAllText(file)).Select(match => (File: Repository.Relative(file), Record: match.Groups[1].Value)))
            .ToList();
        Assert.NotEmpty(read);
        Assert.All(read, reader => Assert.True(
            records.Contains(reader.Record) || reader.File.StartsWith("tests/", StringComparison.Ordinal),
            $"{reader.File} reads a stage's settings as {reader.Record}, which stands outside shared/Pipeline/Options: its defaults would be declared twice."));
    }

    /// <summary>The forms of one grammar read best side by side.</summary>
    private static readonly string[] SyntaxTree =
    [
        "shared/Environments/Programs/Expression.cs", "shared/Environments/Programs/Statement.cs", "shared/Effects/Kinds/Effect.cs",
            "shared/Effects/Model/NewValue.cs",
        "shared/Effects/Consequences/Expectation.cs", "shared/Effects/Terms/Term.cs",
    ];

    [GeneratedRegex(@"\bOptionsOf<(\w+)>\(")]
    private static partial Regex OptionsRead();

    [GeneratedRegex(@"^public (?:static |sealed |abstract |partial |readonly |unsafe )*(?:class|record|struct|interface|enum|record struct|delegate)\b",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
