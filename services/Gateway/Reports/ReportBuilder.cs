using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Evaluation;
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
        foreach (var stage in Enum.GetValues<PipelineStage>())
        {
            if (await runs.StageAsync(run.Id, stage, cancellationToken) is not { Status: RunStatus.Completed } document)
            {
                await AddFailedAsync(report, run, stage, cancellationToken);
                break;
            }

            foreach (var (name, section) in await SectionsAsync(run, document, cancellationToken))
            {
                report[name] = section;
            }

            seconds[stage.Name()] = document.Seconds;
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
    private async Task AddFailedAsync(JsonObject report, RunDocument run, PipelineStage stage, CancellationToken cancellationToken)
    {
        if (run.Status == RunStatus.Failed && stage is PipelineStage.Materialize or PipelineStage.Tasks or PipelineStage.Rollout or PipelineStage.Evaluate)
        {
            foreach (var (name, section) in (await SectionsAsync(run, new StageDocument(stage, "", RunStatus.Failed), cancellationToken)).Where(section => section.Item2 is not null))
            {
                report[name] = section;
            }
        }
    }

    private async Task<IEnumerable<(string, JsonNode?)>> SectionsAsync(RunDocument run, StageDocument stage, CancellationToken cancellationToken) => stage.Stage switch
    {
        PipelineStage.Collect => [("collection", Figures(stage))],
        PipelineStage.Cluster => [("graph", Figures(stage))],
        PipelineStage.Materialize => [("materialization", await MaterializationSection.BuildAsync(store, run, cancellationToken))],
        PipelineStage.Tasks => [("tasks", await TasksSection.BuildAsync(store, run, cancellationToken))],
        PipelineStage.Rollout => [("rollouts", await RolloutsSection.BuildAsync(store, run, cancellationToken))],
        PipelineStage.Filter => FilterSections(stage),
        PipelineStage.Train => [("training", await TrainingAsync(run, cancellationToken))],
        PipelineStage.Evaluate => [("evaluation", await EvaluationAsync(run, cancellationToken))],
        _ => [],
    };

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

    private async Task<JsonNode> TrainingAsync(RunDocument run, CancellationToken cancellationToken)
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
