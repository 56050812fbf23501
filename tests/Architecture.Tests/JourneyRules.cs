using System.Text.RegularExpressions;

namespace AgentScaler.Architecture.Tests;

/// <summary>The usual changes touch few files. Each is counted on the code by an example of its kind, as ARCHITECTURE.md says.</summary>
public sealed class JourneyRules
{
    private static readonly IReadOnlyList<(string Path, string Text)> Product =
        [.. Repository.SourceFiles().Select(file => (Path: Repository.Relative(file), Text: File.ReadAllText(file)))
            .Where(file => file.Path.StartsWith("shared/", StringComparison.Ordinal) || file.Path.StartsWith("services/", StringComparison.Ordinal))];

    /// <summary>What is added, the types of an example, and the most files of the product that may name them.</summary>
    [Theory]
    [InlineData("a precondition", "NotEmpty|NotEmptyKind", 3)]
    [InlineData("a consequence", "AppendItem|AppendItemKind", 3)]
    [InlineData("a condition of a query", "OnDay", 4)]
    [InlineData("a kind of effect", "DeleteManyEffect|DeleteManyKind", 8)]
    [InlineData("an input format", "ToolBenchImporter", 2)]
    [InlineData("a dataset export", "TrlFormat", 2)]
    [InlineData("a driver of a stage", "TasksDriver", 1)]
    [InlineData("the work of a stage", "TasksGenerated", 5)]
    public void A_usual_change_names_few_files(string change, string types, int most)
    {
        var files = Product.Where(file => Regex.IsMatch(file.Text, $@"\b({types})\b")).Select(file => file.Path).ToList();
        Assert.True(files.Count > 0 && files.Count <= most, $"{change} takes {files.Count} files, not {most}:\n{string.Join('\n', files)}");
    }

    /// <summary>The files that a stage is declared in, and those of one stage's own.</summary>
    [Fact]
    public void A_stage_takes_eight_files()
    {
        string[] own =
        [
            "shared/Pipeline/Runs/PipelineStage.cs", "shared/Pipeline/PipelineStages.cs", "shared/Pipeline/Options/TaskOptions.cs",
            "shared/Contracts/Messages/DomainMaterialized.cs", "shared/Storage/Collections.cs", "services/Tasks/Consumers/DomainMaterializedConsumer.cs",
            "services/Tasks/Consumers/DomainMaterializedConsumerDefinition.cs", "services/Gateway/Orchestration/Stages/TasksDriver.cs",
        ];
        Assert.All(own, path => Assert.Contains(Product, file => file.Path == path));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));
        var steps = page[page.IndexOf("### A pipeline stage", StringComparison.Ordinal)..].Split('\n')
            .SkipWhile(line => !line.StartsWith("| ", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).Count(line => Regex.IsMatch(line, @"^\| \d"));
        Assert.Equal(8, steps);
    }
}
