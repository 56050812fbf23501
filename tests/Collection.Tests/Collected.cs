using System.Text;
using System.Text.Json;
using AgentScaler.Collection.Rewriting;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Tests;

/// <summary>What a collection of small files, written for one test, gave.</summary>
internal sealed class Collected : ICollectionSink
{
    public List<ToolSpecification> Tools { get; } = [];

    public List<RejectedTool> Rejected { get; } = [];

    public CollectionSummary Summary { get; private set; } = null!;

    public ToolSpecification Only => Assert.Single(Tools);

    public DocumentReport Document(string uri) => Assert.Single(Summary.DocumentReports, report => report.Uri == uri);

    public static Task<Collected> FromAsync(params (string Path, string Content)[] files) =>
        FromAsync(new CollectionOptions(), files);

    public static async Task<Collected> FromAsync(CollectionOptions options, params (string Path, string Content)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, content) in files)
        {
            folder.Write(path, Encoding.UTF8.GetBytes(content));
        }

        return await FromFolderAsync(options, folder.Path);
    }

    public static Task<Collected> FromFolderAsync(CollectionOptions options, params string[] sources) => FromFolderAsync(options, null, sources);

    public static async Task<Collected> FromFolderAsync(CollectionOptions options, DescriptionRewriter? rewriter, params string[] sources)
    {
        var result = new Collected();
        result.Summary = await new ScenarioCollector(rewriter).CollectAsync(sources, options, result, null, TestContext.Current.CancellationToken);
        Assert.Equal(result.Summary.Operations, result.Summary.Tools + result.Summary.Duplicates + result.Summary.Rejected);
        Assert.Equal(result.Summary.Tools, result.Tools.Count);
        Assert.All(result.Tools, tool => Assert.True(ToolNames.IsLegal(tool.Name), tool.Name));
        Assert.Equal(result.Tools.Count, result.Tools.Select(tool => tool.Name).Distinct(StringComparer.Ordinal).Count());
        return result;
    }

    /// <summary>One OpenAPI 3 document with the given members beside its head.</summary>
    public static Task<Collected> OpenApiAsync(string paths, string rest = "") =>
        FromAsync(("api.json", OpenApi(paths, rest)));

    public static string OpenApi(string paths, string rest = "", string title = "Shop", string version = "1.0", string server = "https://api.shop.test") =>
        $$"""
           {"openapi":"3.0.3","info":{"title":"{{title}}","version":"{{version}}"},"servers":[{"url":"{{server}}"}],
            "paths":{{paths}}{{(rest.Length > 0 ? "," + rest : "")}}}
           """;

    public ValueTask AddToolAsync(ToolSpecification tool, CancellationToken cancellationToken)
    {
        Tools.Add(tool);
        return default;
    }

    public ValueTask AddRejectedAsync(RejectedTool rejected, CancellationToken cancellationToken)
    {
        Rejected.Add(rejected);
        return default;
    }

    public int Repairs(string kind) => Summary.Repairs.GetValueOrDefault(kind);
}

internal static class ToolAssertions
{
    /// <summary>The schema of a top-level parameter, its reference followed.</summary>
    public static JsonElement Parameter(this ToolSpecification tool, string name) =>
        ToolSchema.Read(tool.Parameters).Property(name)!.Resolved!.Source;

    public static IReadOnlyList<string> ParameterNames(this ToolSpecification tool) =>
        [.. tool.Parameters.GetProperty("properties").EnumerateObject().Select(property => property.Name)];

    public static IReadOnlySet<string> RequiredNames(this ToolSpecification tool) =>
        ToolSchema.Read(tool.Parameters).Resolved!.Required.ToHashSet(StringComparer.Ordinal);

    public static string Type(this JsonElement schema) => schema.TryGetProperty("type", out var type) ? type.ToString() : "";
}
