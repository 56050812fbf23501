using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.LanguageModels;
using AgentScaler.Materialization.Authoring;
using AgentScaler.Materialization.Telemetry;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Proofs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Materialization;

/// <summary>The materialize stage of one domain against the store. Files are written before the document that points at them.</summary>
public sealed class MaterializationStage(IDocumentStore store, IArtifactStore artifacts, DomainMaterializer materializer, RunTraffic traffic,
    AuthorClients authors, ILogger<MaterializationStage> logger)
{
    /// <summary>The domain's environment document, made unless it stands in the store already.</summary>
    public async Task<EnvironmentDocument> RunAsync(RunDocument run, string domainId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync<EnvironmentDocument>(Collections.Environments, run.Id, domainId, cancellationToken) is { } done)
        {
            return done;
        }

        var domain = await store.LoadAsync<ToolDomain>(Collections.Domains, run.Id, domainId, cancellationToken);
        var options = await WithFilesAsync(run.OptionsOf<MaterializationOptions>(), cancellationToken);
        options = options.StateOf is { } owner && owner != domain.Slug ? options with { State = null, StateOf = null } : options with { StateOf = null };
        var tools = new List<ToolSpecification>();
        foreach (var id in domain.Tools)
        {
            tools.Add(await store.LoadAsync<ToolSpecification>(Collections.Tools, run.Id, id, cancellationToken));
        }

        var recorded = await traffic.OfAsync(run.Id, options.Traffic, domain.Tools, cancellationToken);
        var inputs = Inputs(domain, tools, options, recorded.Count, run.Seed);
        var before = await store.GetAsync(Collections.KeptEnvironments, run.Id, domain.Slug, cancellationToken);
        var kept = before?.Read<KeptEnvironment>();
        if (kept is not null && kept.Inputs == inputs && options.AuthorEndpoint.Endpoint is null && recorded.Count == 0)
        {
            return await SaveAsync(run.Id, domainId, kept.Environment, cancellationToken);
        }

        if (options.Domains is { Count: > 0 } chosen && !chosen.Contains(domain.Slug))
        {
            // A domain that is not named keeps the environment that it has, whatever it was made from.
            return await SaveAsync(run.Id, domainId, kept?.Environment ?? NotChosen(domainId, domain.Slug), cancellationToken);
        }

        var proofs = kept is null ? null : JsonSerializer.Deserialize<Dictionary<string, UnitProof>>(
            await artifacts.ReadTextAsync(kept.Proofs.Sha256, cancellationToken), ContractJson.Options);
        var result = materializer.Materialize(domain, tools, options, run.Seed, proofs, recorded);
        if (options.AuthorEndpoint.Endpoint is not null)
        {
            var author = new DomainAuthor(authors.Of(options.AuthorEndpoint, "Materialize option author_endpoint"), new StoredLedger(store, run.Id),
                materializer, recorded);
            result = await author.ImproveAsync(domain, tools, result, options, run.Seed, cancellationToken);
        }

        if (result.Defect is { } defect)
        {
            logger.DomainDefect(run.Id, domain.Slug, defect);
        }

        var files = new SortedDictionary<string, ArtifactReference>(StringComparer.Ordinal);
        if (result.Definition is { } definition)
        {
            foreach (var (name, text) in EnvironmentFiles.Write(definition, result.InitialState,
                JsonSerializer.Serialize(result.Checks.Tools, ContractJson.Indented) + "\n"))
            {
                files[name] = await PutAsync(name, text, cancellationToken);
            }

            files["description.json"] =
                await PutAsync("description.json", JsonSerializer.Serialize(result.Description, ContractJson.Indented) + "\n", cancellationToken);
            if (result.Authored is { } authored)
            {
                files["authored.json"] = await PutAsync("authored.json", authored + "\n", cancellationToken);
            }
        }

        var document = new EnvironmentDocument(
            domainId,
            domain.Slug,
            result.Definition?.Id ?? "",
            result.Materialized ? EnvironmentDocument.Materialized : EnvironmentDocument.Rejected,
            result.Rejection,
            files,
            JsonSerializer.SerializeToElement(MaterializationFigures.Of(result, tools.Count), ContractJson.Options));
        kept = new KeptEnvironment(inputs, document,
            await PutAsync("proofs.json", JsonSerializer.Serialize(result.Checks.Units, ContractJson.Options), cancellationToken));

        // Where another delivery was faster, it kept the same.
        await store.CompareAndSetAsync(Collections.KeptEnvironments, TypedDocuments.Of(run.Id, domain.Slug, kept), before?.Version ?? 0, cancellationToken);
        return await SaveAsync(run.Id, domainId, document, cancellationToken);
    }

    private static EnvironmentDocument NotChosen(string id, string slug) =>
        new(id, slug, "", EnvironmentDocument.Rejected, EnvironmentDocument.NotChosenReason, new Dictionary<string, ArtifactReference>(), null);

    private static string Inputs(ToolDomain domain, IReadOnlyList<ToolSpecification> tools, MaterializationOptions options, int recorded, long seed) =>
        ContentId.Of(
        "inputs",
        typeof(MaterializationStage).Module.ModuleVersionId.ToString("n"),
        ProofSettings.Text(options.DifferentialCalls, options.MutantsPerTool),
        domain.Id,
        domain.Slug,
        domain.Name,
        string.Join('\n', tools.Select(t => JsonSerializer.Serialize(t, ContractJson.Options))),
        JsonSerializer.Serialize(options with { Domains = [] }, ContractJson.Options),
        recorded.ToString(System.Globalization.CultureInfo.InvariantCulture),
        seed.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The first complete document wins; a second delivery finds it.</summary>
    private async Task<EnvironmentDocument> SaveAsync(string run, string domainId, EnvironmentDocument document, CancellationToken cancellationToken)
    {
        await store.PutIfAbsentAsync(Collections.Environments, TypedDocuments.Of(run, domainId, document, ("status", document.Status), ("slug", document.Slug)),
            cancellationToken);
        return await store.LoadAsync<EnvironmentDocument>(Collections.Environments, run, domainId, cancellationToken);
    }

    private Task<ArtifactReference> PutAsync(string name, string text, CancellationToken cancellationToken) =>
        artifacts.PutTextAsync(text, MediaType(name), cancellationToken);

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".py" => "text/x-python",
        _ => "text/markdown",
    };

    /// <summary>The options with the user's files in place of their paths.</summary>
    /// <exception cref="UnrecoverableException">A file cannot be read.</exception>
    private async Task<MaterializationOptions> WithFilesAsync(MaterializationOptions options, CancellationToken cancellationToken) => options with
    {
        State = await TextAsync(options.State, "--state", cancellationToken),
        Overrides = await TextAsync(options.Overrides, "--overrides", cancellationToken),
    };

    private async Task<string?> TextAsync(string? given, string option, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(given) ? null
        : given.TrimStart().StartsWith('{') ? given
        : await StoredText.ReadAsync(artifacts, given, option, cancellationToken);
}
