using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Reports;

/// <summary>Builds <c>report.json</c> from a run's documents; sections of stages that did not run are absent.</summary>
public sealed class ReportBuilder(IDocumentStore store, RunRepository runs)
{
    public async Task<JsonObject> BuildAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var report = new JsonObject { ["run"] = run.Id, ["seed"] = run.Seed };
        var seconds = new JsonObject();
        foreach (var stage in PipelineStages.All)
        {
            if (await runs.StageAsync(run.Id, stage.Stage, cancellationToken) is not { Status: RunStatus.Completed } document)
            {
                await AddFailedAsync(report, run, stage, cancellationToken);
                break;
            }

            foreach (var (name, section) in await SectionsAsync(run, document, cancellationToken))
            {
                report[name] = section;
            }

            seconds[stage.Name] = document.Seconds;
        }

        report["seconds"] = seconds;
        if (await new ProblemsSection(store).BuildAsync(run, report, cancellationToken) is { Count: > 0 } problems)
        {
            report["problems"] = problems;
        }

        // As a reader of the file would have it: numbers that are numbers, whatever type they were made of.
        return JsonNode.Parse(report.ToJsonString())!.AsObject();
    }

    /// <summary>The section of the stage that a run failed in, where its documents tell one: what it came to is what the reader looks for.</summary>
    private async Task AddFailedAsync(JsonObject report, RunDocument run, StageDefinition stage, CancellationToken cancellationToken)
    {
        if (run.Status == RunStatus.Failed && stage.ReportsFailure)
        {
            var sections = await SectionsAsync(run, new StageDocument(stage.Stage, "", RunStatus.Failed), cancellationToken);
            foreach (var (name, section) in sections.Where(section => section.Item2 is not null))
            {
                report[name] = section;
            }
        }
    }

    /// <summary>Sections that are made of a stage's documents. Any other stage reports the figures that it completed with.</summary>
    private Dictionary<PipelineStage, Func<RunDocument, CancellationToken, Task<JsonNode?>>> Made => new()
    {
        [PipelineStage.Materialize] = async (run, stop) => await MaterializationSection.BuildAsync(store, run, stop),
        [PipelineStage.Tasks] = async (run, stop) => await TasksSection.BuildAsync(store, run, stop),
        [PipelineStage.Rollout] = async (run, stop) => await RolloutsSection.BuildAsync(store, run, stop),
        [PipelineStage.Train] = TrainingAsync,
        [PipelineStage.Evaluate] = EvaluationAsync,
    };

    private async Task<IEnumerable<(string, JsonNode?)>> SectionsAsync(RunDocument run, StageDocument stage, CancellationToken cancellationToken)
    {
        var name = PipelineStages.All[stage.Stage].Section;
        if (Made.TryGetValue(stage.Stage, out var make))
        {
            return [(name, await make(run, cancellationToken))];
        }

        return stage.Stage == PipelineStage.Filter ? FilterSections(stage) : [(name, Figures(stage))];
    }

    /// <summary>Filter's figures are the funnel, and beside it realism where it was measured.</summary>
    private static IEnumerable<(string, JsonNode?)> FilterSections(StageDocument stage)
    {
        if (Figures(stage) is not JsonObject figures)
        {
            return [];
        }

        if (!figures.ContainsKey("funnel"))
        {
            return [("funnel", figures)];
        }

        return figures.Select(pair => (pair.Key, pair.Value?.DeepClone())).ToList();
    }

    private static JsonNode? Figures(StageDocument stage) => stage.Figures is { } figures ? JsonSerializer.SerializeToNode(figures) : null;

    private async Task<JsonNode?> TrainingAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var stages = new List<(int Stage, string Name, JsonNode? Figures)>();
        await foreach (var checkpoint in store.AllAsync<CheckpointDocument>(Collections.Checkpoints, run.Id, cancellationToken))
        {
            if (checkpoint.Figures is { } figures)
            {
                stages.Add((checkpoint.Stage, checkpoint.Name, JsonSerializer.SerializeToNode(figures)));
            }
        }

        var ordered = stages.OrderBy(stage => stage.Stage).ThenBy(stage => stage.Name, StringComparer.Ordinal);
        return new JsonObject { ["stages"] = new JsonArray([.. ordered.Select(stage => stage.Figures)]) };
    }

    private async Task<JsonNode?> EvaluationAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var report = await store.GetAsync(Collections.Evaluations, run.Id, EvaluationDocuments.Report, cancellationToken);
        return report is null ? null : JsonNode.Parse(report.Body);
    }
}
