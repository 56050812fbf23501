using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Reports;

/// <summary>Builds the report's section on problems, by kind, with counts, names and reasons.</summary>
internal sealed class ProblemsSection(IDocumentStore store)
{
    /// <param name="report">The other sections.</param>
    public async Task<JsonArray> BuildAsync(RunDocument run, JsonObject report, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        problems.AddRange(Reading(report));
        problems.AddRange(await DomainsAsync(run, cancellationToken));
        problems.AddRange(await WithoutTasksAsync(run, cancellationToken));
        problems.AddRange(await DeadAsync(run, report, cancellationToken));
        problems.AddRange(Fruitless(report));
        return new JsonArray([.. problems.Where(problem => problem.Count > 0).Select(problem => problem.ToJson())]);
    }

    /// <summary>Stages that ran to their end and left nothing for the next: no episode was completed, or no trajectory was accepted.</summary>
    private static IEnumerable<Problem> Fruitless(JsonObject report) =>
    [
        Lost(PipelineStage.Rollout, "episodes without a completed one", report["rollouts"], "attempts", "completed", "outcomes"),
        Lost(PipelineStage.Filter, "trajectories without an accepted one", report["funnel"], "in", "accepted", "reasons"),
    ];

    private static Problem Lost(PipelineStage stage, string kind, JsonNode? section, string all, string good, string why)
    {
        var problem = new Problem(stage, kind) { Of = (long?)section?[all] };
        if ((long?)section?[all] > 0 && (long?)section?[good] == 0)
        {
            foreach (var (reason, count) in section[why] as JsonObject ?? [])
            {
                problem.Add(reason, count!.ToString(), (long)count);
            }
        }

        return problem;
    }

    /// <summary>Lists documents that could not be read, and what was repaired or ignored in the others.</summary>
    private static IEnumerable<Problem> Reading(JsonObject report)
    {
        var section = report["collection"];
        var unread = new Problem(PipelineStage.Collect, Problem.UnreadDocuments) { Of = (long?)section?["documents"] };
        foreach (var failure in section?["failures"] as JsonArray ?? [])
        {
            unread.Add((string)failure!["source"]!, (string?)failure["error"]);
        }

        var foreign = new Problem(PipelineStage.Collect, "documents of no format that is known") { Of = (long?)section?["documents"] };
        foreach (var document in section?["unrecognized"] as JsonArray ?? [])
        {
            foreign.Add((string)document!["source"]!, $"looks like {document["looks_like"]}");
        }

        return [unread, foreign, Rejected(section), Broken(section), Counted(Problem.Repairs, section?["repairs"]),
            Counted(Problem.Unread, section?["unread"])];
    }

    /// <summary>Operations that became no tool, by reason, with the first of each by name.</summary>
    private static Problem Rejected(JsonNode? section)
    {
        var problem = new Problem(PipelineStage.Collect, "operations that became no tool") { Of = (long?)section?["operations"] };
        foreach (var group in section?["rejections"] as JsonArray ?? [])
        {
            var (count, names) = ((long)group!["count"]!, group["names"]!.AsArray());
            var more = count > names.Count ? ", and others; rejected-tools.jsonl names them" : "";
            problem.Add((string)group["reason"]!, $"{count}: {string.Join(", ", names)}{more}", count);
        }

        return problem;
    }

    /// <summary>References whose target is not among the given documents, each with its place.</summary>
    private static Problem Broken(JsonNode? section)
    {
        var problem = new Problem(PipelineStage.Collect, "references that lead nowhere");
        foreach (var place in section?["broken_references"] as JsonArray ?? [])
        {
            problem.Add($"{place!["source"]}#{place["pointer"]}", place["circular"]?.GetValue<bool>() == true
                ? $"'{place["target"]}' leads in a circle back to itself"
                : $"'{place["target"]}' is in none of the given documents");
        }

        return problem;
    }

    private static Problem Counted(string kind, JsonNode? counts)
    {
        var problem = new Problem(PipelineStage.Collect, kind);
        foreach (var (name, count) in counts as JsonObject ?? [])
        {
            problem.Add(name, count!.ToString(), (long)count);
        }

        return problem;
    }

    private async Task<IEnumerable<Problem>> DomainsAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var domains = await store.CountAsync(Collections.Domains, run.Id, cancellationToken);
        var rejected = new Problem(PipelineStage.Materialize, Problem.RejectedDomains) { Of = domains, MostListed = 10_000 };
        var idle = new Problem(PipelineStage.Materialize, "tools that cannot be executed and are not on offer");
        var refused = new Problem(PipelineStage.Materialize, "tools on offer that no call of the checks could execute");
        var still = new Problem(PipelineStage.Materialize, "writes that change nothing");
        var silent = new Problem(PipelineStage.Materialize, "domains that their author gave nothing for") { Of = domains };
        await foreach (var environment in store.AllAsync<EnvironmentDocument>(Collections.Environments, run.Id, cancellationToken))
        {
            if (environment.Status != EnvironmentDocument.Materialized && !environment.NotChosen)
            {
                rejected.Add(environment.Slug, environment.Reason);
            }

            foreach (var (tool, reason) in environment.NotExecutable())
            {
                idle.Add($"{environment.Slug}/{tool}", reason);
            }

            foreach (var (tool, reason) in environment.NeverExecuted())
            {
                refused.Add($"{environment.Slug}/{tool}", reason);
            }

            foreach (var tool in environment.IdleWrites())
            {
                still.Add($"{environment.Slug}/{tool}", "it has nothing to write: no argument, name or sentence says what it changes; --overrides can");
            }

            if (environment.AuthoringFailure() is { } failure)
            {
                silent.Add(environment.Slug, failure);
            }
        }

        return [rejected, idle, refused, still, silent];
    }

    private async Task<IEnumerable<Problem>> WithoutTasksAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var empty = new Problem(PipelineStage.Tasks,
            "domains whose tools allow no task")
        { Of = await store.CountAsync(Collections.TaskSets, run.Id, cancellationToken) };
        await foreach (var set in store.WhereAsync<StoredTaskSet>(Collections.TaskSets, run.Id, "status", "empty", cancellationToken))
        {
            empty.Add(set.Domain, "no golden path could be made");
        }

        return [empty];
    }

    private async Task<IEnumerable<Problem>> DeadAsync(RunDocument run, JsonObject report, CancellationToken cancellationToken)
    {
        var dead = new SortedDictionary<PipelineStage, Problem>();
        await foreach (var unit in store.AllAsync<DeadWorkDocument>(Collections.DeadWork, run.Id, cancellationToken))
        {
            if (!dead.TryGetValue(unit.Stage, out var problem))
            {
                dead[unit.Stage] = problem = new Problem(unit.Stage, Kind(unit.Stage))
                {
                    Of = unit.Stage == PipelineStage.Rollout
                    ? (long?)report["rollouts"]?["attempts"]
                    : null
                };
            }

            problem.Add(await NameAsync(run, unit, cancellationToken), unit.Reason);
        }

        return dead.Values;
    }

    private static string Kind(PipelineStage stage) => stage switch
    {
        PipelineStage.Materialize => "domains that died",
        PipelineStage.Tasks => "task sets that died",
        PipelineStage.Rollout or PipelineStage.Evaluate => "episodes that died",
        PipelineStage.Filter => "judgements that died",
        PipelineStage.Train => "trainings that died",
        _ => "work that died",
    };

    /// <summary>Returns the name of a unit of work for people.</summary>
    private async Task<string> NameAsync(RunDocument run, DeadWorkDocument unit, CancellationToken cancellationToken) => unit.Message switch
    {
        nameof(DomainDiscovered) or nameof(DomainMaterialized)
            or nameof(TasksGenerated) => await SlugAsync(run, Text(unit.Body, "domain_id"), cancellationToken),
        nameof(RolloutRequested) => $"{Text(unit.Body, "task_id")} attempt {Text(unit.Body, "attempt")} by {Text(unit.Body, "agent")}",
        nameof(TrajectoryRecorded) => Text(unit.Body, "trajectory_id"),
        nameof(TrainingRequested) => $"stage {Text(unit.Body, "stage")}",
        _ => unit.Message,
    };

    private async Task<string> SlugAsync(RunDocument run, string id, CancellationToken cancellationToken) =>
        (await store.FindAsync<ToolDomain>(Collections.Domains, run.Id, id, cancellationToken))?.Slug ?? id;

    private static string Text(JsonElement body, string member) => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(member, out var value)
        ? value.ValueKind == JsonValueKind.Number ? value.GetInt64().ToString(CultureInfo.InvariantCulture) : value.ToString()
        : "?";

    /// <summary>The part of a document of <c>task_sets</c> that is read here.</summary>
    private sealed record StoredTaskSet(string Domain);
}
