using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Reports;

/// <summary>The report's section on environments.</summary>
internal static class MaterializationSection
{
    public static async Task<JsonObject> BuildAsync(IDocumentStore store, RunDocument run, CancellationToken cancellationToken)
    {
        var sums = new FigureSums();
        var (materialized, rejected) = (0, 0);
        var idle = new List<string>();
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var environment in store.AllAsync<EnvironmentDocument>(Collections.Environments, run.Id, cancellationToken))
        {
            if (environment.Status == EnvironmentDocument.Materialized)
            {
                materialized++;
            }
            else
            {
                rejected++;
                var reason = environment.Reason?.Split(':')[0] ?? "unknown";
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            }

            if (environment.Figures is { } figures)
            {
                idle.AddRange(environment.IdleWrites().Select(tool => $"{environment.Slug}/{tool}"));
                sums.Add(figures);
            }
        }

        var domains = await store.CountAsync(Collections.Domains, run.Id, cancellationToken);
        var section = new JsonObject
        {
            ["domains"] = domains,
            ["materialized"] = materialized,
            // Domains whose materialization died are rejected too.
            ["rejected"] = domains - materialized,
            ["rejected_by_reason"] = new JsonObject(reasons.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value)))),
            ["tools"] = FigureSums.Number(sums["tools"]),
            ["executable_tools"] = FigureSums.Number(sums["executable_tools"]),
            ["read_tools"] = FigureSums.Number(sums["read_tools"]),
            ["write_tools"] = FigureSums.Number(sums["write_tools"]),
            ["tables"] = FigureSums.Number(sums["tables"]),
            ["differential_calls"] = FigureSums.Number(sums["differential_calls"]),
            ["differential_mismatches"] = FigureSums.Number(sums["differential_mismatches"]),
            ["mutation_score"] = FigureSums.Share(sums["mutants_killed"], sums["mutants"]),
            ["conforming_share"] = FigureSums.Share(sums["conforming"], sums["executable_tools"]),
            ["fidelity"] = Fidelity(sums.Of("fidelity")),
            ["sentences"] = Sentences(sums.Of("sentences")),
        };
        if (idle.Count > 0)
        {
            // Writes that changed nothing in any call, by name.
            section["idle_writes"] = new JsonArray([.. idle.Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]);
        }

        if (sums.Of("authoring")["asked"] > 0)
        {
            section["authoring"] = sums.Of("authoring").ToJson();
        }

        return section;
    }

    /// <summary>Returns how many sentences of the documentation state a behaviour, and the share of those that are understood; null where none does.</summary>
    private static JsonObject Sentences(FigureSums sums) => new()
    {
        ["understood"] = FigureSums.Number(sums["understood"]),
        ["not_understood"] = FigureSums.Number(sums["not_understood"]),
        ["share"] = sums["understood"] + sums["not_understood"] is var all && all == 0 ? null : FigureSums.Share(sums["understood"], all),
    };

    /// <summary>Returns the mean share over all tools with known facts, and the sums that it is computed from.</summary>
    private static JsonObject Fidelity(FigureSums sums)
    {
        var fidelity = sums.ToJson();
        fidelity["share"] = sums["tools"] == 0 ? null : FigureSums.Share(sums["held"], sums["tools"]);
        return fidelity;
    }
}
