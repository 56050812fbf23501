using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Reports;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Standalone.Reports;
using AgentScaler.Storage;
using AgentScaler.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentScaler.Journeys.Tests;

/// <summary>A run whose stages are told by documents, as the services would have left them; nothing is played and nothing published.</summary>
internal sealed class ScriptedStages : IAsyncDisposable
{
    public const string Id = "workspace";
    public const string Work = "System.IO.IOException";
    public const string Unreachable = "AgentScaler.LanguageModels.EndpointUnreachableException";
    public const string Quota = "AgentScaler.LanguageModels.EndpointQuotaException";

    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-ending-").FullName;
    private readonly IHost _host;
    private readonly IDocumentStore _store;
    private readonly RunRepository _runs;

    public ScriptedStages()
    {
        _host = PipelineHost.Build(_folder, verbose: false, episodes: 0);
        _store = _host.Services.GetRequiredService<IDocumentStore>();
        _runs = _host.Services.GetRequiredService<RunRepository>();
    }

    /// <summary>The services of the one process that does all of the work.</summary>
    public IServiceProvider Services => _host.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The run, running, with every stage before <paramref name="stage"/> complete.</summary>
    public async Task BeginAsync(PipelineStage stage)
    {
        var options = new Dictionary<string, JsonElement> { ["rollout"] = JsonSerializer.SerializeToElement(new { attempts = 2 }) };
        var run = await _runs.FindAsync(Id, Stop) ?? new RunDocument(Id, [], options, 0, stage, RunStatus.Running);
        await _host.Services.GetRequiredService<RunPlanner>().PrepareAsync(run with { Until = stage }, Stop);
        await PutAsync(Collections.Tools, "tool_1", new { id = "tool_1" }, ("effect", "read"));
        for (var earlier = PipelineStage.Collect; earlier < stage; earlier++)
        {
            await _runs.ChangeAsync(Id, earlier, document => document with { Status = RunStatus.Completed, Seconds = 1 }, Stop);
        }
    }

    public Task DomainAsync(string slug) =>
        PutAsync(Collections.Domains, "domain_" + slug, new ToolDomain("domain_" + slug, slug, slug, [], []), ("slug", slug));

    /// <param name="figures">What materializing adds to the report, as an object.</param>
    public Task EnvironmentAsync(string slug, string? rejection, object? figures = null) => PutAsync(
        Collections.Environments,
        "domain_" + slug,
        new EnvironmentDocument(
            "domain_" + slug, slug, "env_" + slug, Status(rejection), rejection, new Dictionary<string, ArtifactReference>(),
            figures is null ? null : JsonSerializer.SerializeToElement(figures)),
        ("status", Status(rejection)), ("slug", slug));

    /// <summary>A domain's task set with so many tasks, <c>SLUG-0</c> and on.</summary>
    public async Task TasksAsync(string slug, int count)
    {
        await PutAsync(Collections.TaskSets, "domain_" + slug, new { domain = slug, status = count > 0 ? "generated" : "empty" },
            ("status", count > 0 ? "generated" : "empty"));
        for (var i = 0; i < count; i++)
        {
            var task = new { id = $"{slug}-{i}", domain = slug, kind = "read_only", steps = 1 };
            await PutAsync(Collections.Tasks, $"{slug}-{i}", task, ("domain", slug), ("kind", "read_only"));
        }
    }

    public RolloutRequested Episode(string task, int attempt) => new(Id, task, attempt, "scripted", 0);

    public Task PlayedAsync(string task, int attempt)
    {
        var id = EpisodePlan.IdOf(Episode(task, attempt));
        return PutAsync(Collections.Trajectories, id, new { id, task, messages = Array.Empty<object>() }, ("task", task), ("domain", task),
            ("outcome", "completed"));
    }

    /// <summary>An evaluation that has been computed: of these policies, two episodes each.</summary>
    public async Task<IReadOnlyList<RolloutRequested>> EvaluatedAsync(params IReadOnlyList<string> policies)
    {
        var plan = new EvaluationEpisodes(policies,
            [.. policies.SelectMany(policy => Enumerable.Range(0, 2).Select(i => new EvaluationEpisode("held_out", policy, "shop-0", i)))]);
        await PutAsync(Collections.Evaluations, "plan", plan);
        await PutAsync(Collections.Evaluations, "report", new { policies = policies.Select(name => new { name }) });
        var run = (await _runs.FindAsync(Id, Stop))!;
        return [.. plan.Episodes.Select(episode => episode.Request(run))];
    }

    public Task JudgedAsync(RolloutRequested episode)
    {
        var id = EpisodePlan.IdOf(episode);
        return Task.WhenAll(
            PutAsync(Collections.EvaluationTrajectories, id, new { id }, ("task", episode.TaskId), ("agent", episode.Agent), ("outcome", "completed")),
            PutAsync(Collections.EvaluationVerdicts, id, new { accepted = true }, ("task", episode.TaskId), ("agent", episode.Agent)));
    }

    public Task DiesAsync(IWork message, string reason, params IReadOnlyList<string> kinds) =>
        _host.Services.GetRequiredService<DeadWork>().WriteAsync(message, reason, kinds, "at the bottom", Stop);

    /// <summary>One look of the coordinator; what a command would then end with and say.</summary>
    public async Task<(int Exit, string? Sentence, JsonObject Report, string Console)> EndAsync()
    {
        await _host.Services.GetRequiredService<RunCoordinator>().AdvanceAsync(Id, TimeSpan.FromHours(1), Stop);
        var run = (await _runs.FindAsync(Id, Stop))!;
        var report = await _host.Services.GetRequiredService<ReportBuilder>().BuildAsync(run, Stop);
        await using var console = new StringWriter();
        await ProblemLines.WriteAsync(report, console);
        Assert.NotEqual(RunStatus.Running, run.Status);
        return (RunEnding.Of(run).ExitCode, RunEnding.Of(run).Sentence(report, "--workspace w"), report, console.ToString());
    }

    public Task<long> CountAsync(CollectionDefinition collection) => _store.CountAsync(collection, Id, Stop);

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        if (_store is IAsyncDisposable closing)
        {
            await closing.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string Status(string? rejection) => rejection is null ? EnvironmentDocument.Materialized : EnvironmentDocument.Rejected;

    private Task PutAsync<T>(CollectionDefinition collection, string id, T body, params ReadOnlySpan<(string, string?)> indexes) =>
        _store.PutIfAbsentAsync(collection, TypedDocuments.Of(Id, id, body, indexes), Stop);
}
