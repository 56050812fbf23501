using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Runs;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway.Api;

/// <summary>Lists a run's dead work with its reasons, and tries it again.</summary>
internal static class ErrorEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var errors = api.MapGroup("/runs/{id}/errors").WithTags("Errors");
        errors.MapGet("", ListAsync).WithSummary("The units of work that died, and why.").ProducesProblem(404);
        errors.MapPost("/replay", async (string id, RunRepository runs, RunLauncher launcher, CancellationToken stop) =>
                TypedResults.Ok(new Replayed(await launcher.ReplayAsync(await RunEndpoints.FindAsync(runs, id, stop), stop))))
            .WithSummary("Tries dead work again, and redoes what was concluded without it.").ProducesProblem(404);
    }

    private static async Task<IAsyncEnumerable<DeadUnit>> ListAsync(string id, RunRepository runs, IDocumentStore store, CancellationToken stop)
    {
        var run = await RunEndpoints.FindAsync(runs, id, stop);
        return store.StreamAsync(Collections.DeadWork, run.Id, null, stop).Select(document => DeadUnit.Of(document.Id, document.Read<DeadWorkDocument>()));
    }

    /// <param name="Units">Number of units that are tried again.</param>
    internal sealed record Replayed(int Units);
}
