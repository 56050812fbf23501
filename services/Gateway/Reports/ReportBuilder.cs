using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Reports;

/// <summary>Builds <c>report.json</c> from a run's documents. Sections of stages that did not run are absent.</summary>
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

        // Serialized and read again, so that numbers have the type that a reader of the file sees.
        return JsonNode.Parse(report.ToJsonString())!.AsObject();
    }

    /// <summary>Adds the section of the stage in which the run failed, if its documents are enough for one, because readers look for the cause there.</summary>
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

    /// <summary>Adds the figures of the filter stage: the funnel, and realism if it was measured.</summary>
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
