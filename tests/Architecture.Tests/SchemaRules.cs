using System.Text.RegularExpressions;

namespace AgentScaler.Architecture.Tests;

public sealed partial class SchemaRules
{
    /// <summary>Collection writes the schemas of tools from documents of every form; all others read them as ToolSchema.</summary>
    private static readonly string[] Readers = ["services/Collection/", "shared/Environments/JsonSchemas/"];

    [Fact]
    public void No_class_but_the_one_reading_walks_the_raw_schema_of_a_tool()
    {
        var walkers = Product()
            .Where(file => !Readers.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            .Where(file => SchemaWalk().IsMatch(file.Text))
            .Select(file => $"{file.Path}: {SchemaWalk().Match(file.Text).Value}")
            .ToList();
        Assert.True(walkers.Count == 0, "Ask AgentScaler.Environments.JsonSchemas.ToolSchema instead:\n" + string.Join('\n', walkers));
    }

    [Theory]
    [InlineData("""schema.TryGetProperty("$ref", out var reference)""", true)]
    [InlineData("""schema["$ref"].IsString""", true)]
    [InlineData("""schema.TryGetProperty("properties", out var properties)""", true)]
    [InlineData("""tool.Parameters.GetProperty("properties")""", true)]
    [InlineData("""["properties"] = properties""", false)]
    [InlineData("""schema.Properties""", false)]
    public void A_walk_over_a_raw_schema_is_recognised(string code, bool walks) => Assert.Equal(walks, SchemaWalk().IsMatch(code));

    [Fact]
    public void No_source_normalizes_text_by_the_runtime_which_does_nothing_without_ICU()
    {
        var callers = Product().Where(file => RuntimeNormalization().IsMatch(file.Text)).Select(file => file.Path).ToList();
        Assert.True(callers.Count == 0, "Ask AgentScaler.Language.CanonicalForm instead:\n" + string.Join('\n', callers));
    }

    [Theory]
    [InlineData("text.Normalize(NormalizationForm.FormD)", true)]
    [InlineData("text.Normalize()", true)]
    [InlineData("name.IsNormalized()", true)]
    [InlineData("DenseVectors.Normalize(rows)", false)]
    [InlineData("CanonicalForm.Compose(text)", false)]
    public void A_normalization_by_the_runtime_is_recognised(string code, bool runtime) => Assert.Equal(runtime, RuntimeNormalization().IsMatch(code));

    private static IEnumerable<(string Path, string Text)> Product() => Repository.SourceFiles()
        .Select(file => (Path: Repository.Relative(file), File: file))
        .Where(file => file.Path.StartsWith("shared/", StringComparison.Ordinal) || file.Path.StartsWith("services/", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.File)));

    [GeneratedRegex(@"""\$ref""|Property\(""(properties|\$defs|allOf|anyOf|oneOf|prefixItems|additionalProperties)""")]
    private static partial Regex SchemaWalk();

    [GeneratedRegex(@"\.Normalize\(\)|NormalizationForm\.|\.IsNormalized\(")]
    private static partial Regex RuntimeNormalization();
}
