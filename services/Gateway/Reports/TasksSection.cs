using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Trajectories;

namespace AgentScaler.Gateway.Reports;

/// <summary>Builds the section <c>tasks</c> of the report.</summary>
internal static class TasksSection
{
    private static readonly string[] Coverages = ["tools", "edges", "verified_edges", "columns", "error_branches"];

    public static async Task<JsonObject> BuildAsync(IDocumentStore store, RunDocument run, CancellationToken cancellationToken)
    {
        var histogram = new SortedDictionary<int, int>();
        var total = 0;
        await foreach (var task in store.AllAsync<TaskSpecification>(Collections.Tasks, run.Id, cancellationToken))
        {
            total++;
            histogram[task.Steps] = histogram.GetValueOrDefault(task.Steps) + 1;
        }

        var sums = new FigureSums();
        await foreach (var set in store.AllAsync<JsonElement>(Collections.TaskSets, run.Id, cancellationToken))
        {
            sums.Add(set);
        }

        var kinds = await store.CountByAsync(Collections.Tasks, run.Id, "kind", cancellationToken);
        var figures = sums.Of("figures");
        var coverage = figures.Of("coverage");
        return new JsonObject
        {
            ["tasks"] = total,
            ["write"] = kinds.GetValueOrDefault("write"),
            ["read_only"] = kinds.GetValueOrDefault("read_only"),
            ["refusal"] = kinds.GetValueOrDefault("refusal"),
            ["replay_failures"] = FigureSums.Number(figures["replay_failures"]),
            ["do_nothing_passes"] = FigureSums.Number(figures["do_nothing_passes"]),
            ["coverage"] = new JsonObject(Coverages.Select(name =>
                KeyValuePair.Create(name, (JsonNode?)FigureSums.Share(coverage.Of(name)["covered"], coverage.Of(name)["total"])))),
            ["calls_histogram"] = new JsonObject(histogram.Select(pair =>
                KeyValuePair.Create(pair.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(pair.Value)))),
            ["with_expected_failure"] = FigureSums.Number(figures["with_expected_failure"]),
            ["with_distractors"] = FigureSums.Number(figures["with_distractors"]),
            ["answer_values"] = FigureSums.Number(figures["answer_values"]),
            ["rewritten"] = FigureSums.Number(figures["rewritten"]),
            ["near_benchmarks"] = FigureSums.Number(figures["near_benchmarks"]),
            ["dependencies"] = figures.Of("dependencies").ToJson(),
            ["uncovered"] = figures.Of("uncovered").ToJson(),
            ["dropped"] = figures.Of("dropped").ToJson(),
        };
    }
}
