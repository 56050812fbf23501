using System.Text.Json.Nodes;
using AgentScaler.Gateway.Files;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentScaler.Gateway.Api;

/// <summary>A run's domains, tasks and trajectories, page by page in order of id.</summary>
internal static class DocumentEndpoints
{
    private const int Most = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/domains", (string? run, string? after, int? limit, RunRepository runs, IDocumentStore store, CancellationToken stop) =>
                PageAsync(runs, run, limit, id => store.StreamAsync(Collections.Domains, id, after, stop), stop))
            .WithTags("Documents").WithSummary("Domains; of the newest run where none is named.").ProducesProblem(404);
        api.MapGet("/tasks", (string? run, string? domain, string? after, int? limit, RunRepository runs, IDocumentStore store, CancellationToken stop) =>
                PageAsync(runs, run, limit, id => Of(store, Collections.Tasks, id, domain, after, stop), stop))
            .WithTags("Documents").WithSummary("Tasks, all or of one domain (its slug).").ProducesProblem(404);
        api.MapGet("/trajectories",
            (string? run, string? domain, string? after, int? limit, RunRepository runs, IDocumentStore store, CancellationToken stop) =>
                PageAsync(runs, run, limit, id => TrajectoriesOf(store, id, domain, after, stop), stop))
            .WithTags("Documents").WithSummary("Trajectories with their verdicts, all or of one domain (its slug).").ProducesProblem(404);
    }

    /// <summary>The run that is named, or the newest.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<RunDocument> ChosenAsync(RunRepository runs, string? run, CancellationToken stop) =>
        run is not null
            ? await RunEndpoints.FindAsync(runs, run, stop)
            : await runs.NewestFirstAsync(stop).FirstOrDefaultAsync(stop)
                ?? throw new KeyNotFoundException("There is no run yet; POST /api/v1/runs starts one.");

    private static async Task<Ok<Page<JsonNode>>> PageAsync(
        RunRepository runs, string? run, int? limit, Func<string, IAsyncEnumerable<Document>> documents, CancellationToken stop)
    {
        var most = limit ?? 100;
        if (most is < 1 or > Most)
        {
            throw new BadHttpRequestException($"limit is {most}; it must be between 1 and {Most}.");
        }

        var chosen = await ChosenAsync(runs, run, stop);
        var found = await documents(chosen.Id).Take(most + 1).ToListAsync(stop);
        var page = found.Take(most).Select(document => JsonNode.Parse(document.Body)!);
        return TypedResults.Ok(new Page<JsonNode>([.. page], found.Count > most ? found[most - 1].Id : null));
    }

    private static IAsyncEnumerable<Document> Of(
        IDocumentStore store, CollectionDefinition collection, string run, string? domain, string? after, CancellationToken stop) =>
        domain is null
            ? store.StreamAsync(collection, run, after, stop)
            : store.QueryAsync(collection, run, "domain", domain, stop).Where(document => after is null || string.CompareOrdinal(document.Id, after) > 0);

    private static IAsyncEnumerable<Document> TrajectoriesOf(IDocumentStore store, string run, string? domain, string? after, CancellationToken stop) =>
        domain is null
            ? JudgedTrajectories.StreamAsync(store, run, after, stop)
            : Of(store, Collections.Trajectories, run, domain, after, stop).Select(async (trajectory, token) =>
                await store.GetAsync(Collections.Verdicts, run, trajectory.Id, token) is { } verdict
                    ? JudgedTrajectories.With(trajectory, verdict)
                    : trajectory);
}
