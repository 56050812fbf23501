using AgentScaler.Clustering.Dependencies;
using AgentScaler.Clustering.Endpoints;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Clustering.Tests.Endpoints;
using AgentScaler.Fixtures;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests.Dependencies;

public class DependencyExaminationTests
{
    private static readonly ToolProfile[] Tools =
        [.. SyntheticTools.Resource("shop", "order", "sku").Select(ToolProfiler.Profile).OrderBy(tool => tool.Id, StringComparer.Ordinal)];

    [Fact]
    public async Task A_dependency_that_the_model_denies_is_dropped_and_one_it_confirms_gets_its_confidence()
    {
        var denied = await ExamineAsync("""{"feeds":false,"confidence":0.9,"reason":"another thing"}""");
        Assert.Equal([0.9], denied.Select(one => one.Confidence));
        var confirmed = await ExamineAsync("""Sure: {"feeds":true,"confidence":0.75,"reason":"the same order"}""");
        Assert.Equal([0.9, 0.75], confirmed.Select(one => one.Confidence));
        Assert.Contains("the same order", confirmed[1].Evidence);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("""{"feeds":"maybe","confidence":1}""")]
    [InlineData("""{"feeds":true,"confidence":17}""")]
    [InlineData("""{"feeds":true}""")]
    [InlineData("{")]
    public async Task An_answer_of_another_form_changes_nothing(string answer) =>
        Assert.Equal([0.9, 0.6], (await ExamineAsync(answer)).Select(one => one.Confidence));

    [Fact]
    public async Task Only_what_is_in_doubt_is_asked_and_never_twice()
    {
        await using var store = new TemporaryStore();
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => ScriptedEndpoint.Chat("""{"feeds":true,"confidence":0.7,"reason":"same"}"""));
        var first = await ExamineAsync(endpoint, store);
        var second = await ExamineAsync(endpoint, store);
        Assert.Single(endpoint.Asked);
        Assert.Equal(first, second);
    }

    private static async Task<IReadOnlyList<ToolDependency>> ExamineAsync(string answer)
    {
        await using var store = new TemporaryStore();
        await using var endpoint = await ScriptedEndpoint.StartAsync((_, _) => ScriptedEndpoint.Chat(answer));
        return await ExamineAsync(endpoint, store);
    }

    private static async Task<IReadOnlyList<ToolDependency>> ExamineAsync(ScriptedEndpoint endpoint, TemporaryStore store)
    {
        var domain = new ToolDomain("domain_1", "shop", "Shop", [.. Tools.Select(tool => tool.Id)],
        [
            new ToolDependency(Tools[0].Id, Tools[1].Id, "order_id", "order_id") { Confidence = 0.9, Evidence = "same name" },
            new ToolDependency(Tools[2].Id, Tools[1].Id, "sku", "sku") { Confidence = 0.6, Evidence = "same name" },
        ]);
        var figures = new GraphFigures(5, 0, 0.5, 1, "leiden", 1, 0, 0, 5, 0);
        var result = new ClusteringResult(new ToolGraph(domain.Tools, [], figures), [domain]);
        var settings = new ExaminationEndpoint { Endpoint = endpoint.Address, Model = "tiny", Attempts = 1 };
        var examination = new DependencyExamination(
            ModelEndpoints.Chat(ScriptedEndpoint.Clients, settings, TimeProvider.System), settings, new StoredLedger(store.Documents, "run"));
        return (await examination.ExamineAsync(result, Tools, TestContext.Current.CancellationToken)).Domains[0].Dependencies;
    }
}
