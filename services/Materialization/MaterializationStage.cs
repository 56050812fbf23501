using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Hosting.Documents;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Materialization;

/// <summary>One domain from the store and back into it: its files as artifacts first, then its document.</summary>
public sealed class MaterializationStage(IDocumentStore store, IArtifactStore artifacts, DomainMaterializer materializer)
{
    public async Task<EnvironmentDocument> RunAsync(RunDocument run, string domainId, CancellationToken cancellationToken)
    {
        var domain = await store.LoadAsync<ToolDomain>(Collections.Domains, run.Id, domainId, cancellationToken);
        var tools = new List<ToolSpecification>(domain.Tools.Count);
        foreach (var tool in domain.Tools)
        {
            tools.Add(await store.LoadAsync<ToolSpecification>(Collections.Tools, run.Id, tool, cancellationToken));
        }

        var options = run.OptionsOf<MaterializationOptions>(PipelineStage.Materialize, ContractJson.Options);
        var materialized = materializer.Materialize(domain, tools, options, run.Seed);
        var files = new SortedDictionary<string, ArtifactReference>(StringComparer.Ordinal);
        if (materialized.Definition is { } definition)
        {
            var checks = JsonSerializer.Serialize(materialized.Checks.Tools, ContractJson.Indented) + "\n";
            foreach (var (name, text) in EnvironmentFiles.Write(definition, materialized.InitialState, checks))
            {
                files[name] = await artifacts.PutTextAsync(text, MediaType(name), cancellationToken);
            }
        }

        var status = materialized.Materialized ? EnvironmentDocument.Materialized : EnvironmentDocument.Rejected;
        var document = new EnvironmentDocument(
            domain.Id,
            domain.Slug,
            materialized.Definition?.Id ?? "",
            status,
            materialized.Rejection,
            files,
            JsonSerializer.SerializeToElement(MaterializationFigures.Of(materialized), ContractJson.Options));
        await store.PutIfAbsentAsync(
            Collections.Environments, TypedDocuments.Of(run.Id, domain.Id, document, ("status", status), ("slug", domain.Slug)), cancellationToken);
        return document;
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".md" => "text/markdown",
        _ => "text/x-python",
    };
}
