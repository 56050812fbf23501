using AgentScaler.Fixtures;
using AgentScaler.LanguageModels;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentScaler.Materialization.Tests;

public sealed class MaterializationStageTests
{
    private static readonly RunDocument Run = new("run_1", [], new Dictionary<string, System.Text.Json.JsonElement>
    {
        [PipelineStage.Materialize.Name()] =
            System.Text.Json.JsonSerializer.SerializeToElement(new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 2 }, ContractJson.Options),
    }, 0, PipelineStage.Materialize, RunStatus.Running);

    [Fact]
    public async Task After_a_change_of_one_tool_only_the_domain_that_holds_it_is_made_again()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var store = new TemporaryStore();
        using var materializer = new DomainMaterializer();
        using var http = new HttpClient();
        var stage = new MaterializationStage(store.Documents, store.Artifacts, materializer, new RunTraffic(store.Documents, store.Artifacts),
            new AuthorClients(http, TimeProvider.System), NullLogger<MaterializationStage>.Instance);
        var shop = await AddAsync(store, "shop", ToolFixture.Shop(), stop);
        var helpdesk = await AddAsync(store, "helpdesk", ToolFixture.Helpdesk(), stop);
        EnvironmentDocument[] first = [await stage.RunAsync(Run, shop, stop), await stage.RunAsync(Run, helpdesk, stop)];
        var versions = await VersionsAsync(store, stop);

        // What the planner does when a source changed: the results go, the tools and domains come anew.
        await store.Documents.DeleteAsync(Collections.Environments, Run.Id, stop);
        await store.Documents.DeleteAsync(Collections.Domains, Run.Id, stop);
        await AddAsync(store, "shop", ToolFixture.Shop(), stop);
        var changed = await AddAsync(store, "helpdesk", [.. ToolFixture.Helpdesk().Where(t => t.Name != "calculate_bmi"), ToolFixture.Function("calculate_bmi",
            """{"type":"object","required":["weight","height"],"properties":{"weight":{"type":"number"},"height":{"type":"number"}}}""",
            """{"type":"object","properties":{"bmi":{"type":"number"}}}""")], stop);
        EnvironmentDocument[] second = [await stage.RunAsync(Run, shop, stop), await stage.RunAsync(Run, changed, stop)];

        Assert.Equal(first[0].Files, second[0].Files);
        Assert.NotEqual(first[1].EnvironmentId, second[1].EnvironmentId);
        var now = await VersionsAsync(store, stop);
        Assert.Equal(versions["shop"], now["shop"]);
        Assert.Equal(versions["helpdesk"] + 1, now["helpdesk"]);
    }

    private static async Task<string> AddAsync(TemporaryStore store, string slug, IReadOnlyList<ToolSpecification> tools, CancellationToken stop)
    {
        var domain = new ToolDomain(ContentId.Of("domain", [slug, .. tools.Select(t => t.Id)]), slug, slug, [.. tools.Select(t => t.Id)], []);
        await store.Documents.PutManyIfAbsentAsync(Collections.Tools, [.. tools.Select(t => TypedDocuments.Of(Run.Id, t.Id, t))], stop);
        await store.Documents.PutIfAbsentAsync(Collections.Domains, TypedDocuments.Of(Run.Id, domain.Id, domain, ("slug", slug)), stop);
        return domain.Id;
    }

    private static async Task<Dictionary<string, long>> VersionsAsync(TemporaryStore store, CancellationToken stop) =>
        await store.Documents.StreamAsync(Collections.KeptEnvironments, Run.Id, null, stop)
            .ToDictionaryAsync(d => d.Id, d => d.Version, cancellationToken: stop);
}
