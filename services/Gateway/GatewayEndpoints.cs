using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Reports;
using AgentScaler.Hosting.Runs;
using AgentScaler.Storage;

namespace AgentScaler.Gateway;

/// <summary>The gateway's HTTP interface.</summary>
public static class GatewayEndpoints
{
    public static WebApplication MapGateway(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapGet("/runs", (RunRepository runs, CancellationToken stop) => runs.AllAsync(stop));
        api.MapGet("/runs/{id}", async (string id, RunRepository runs, RunCoordinator coordinator, CancellationToken stop) =>
            await runs.FindAsync(id, stop) is { } run
                ? Results.Ok(new { run.Id, run.Status, run.Reason, Stages = await coordinator.ProgressAsync(run, stop) })
                : NoSuchRun(id));
        api.MapGet("/runs/{id}/report", async (string id, RunRepository runs, ReportBuilder reports, CancellationToken stop) =>
            await runs.FindAsync(id, stop) is { } run ? Results.Ok(await reports.BuildAsync(run, stop)) : NoSuchRun(id));
        api.MapDelete("/runs/{id}", async (string id, RunRepository runs, CancellationToken stop) =>
        {
            if (await runs.FindAsync(id, stop) is null)
            {
                return NoSuchRun(id);
            }

            await runs.EndAsync(id, RunStatus.Cancelled, "cancelled by request", stop);
            return Results.NoContent();
        });
        Documents(api, "domains", Collections.Domains);
        Documents(api, "tasks", Collections.Tasks);
        Documents(api, "trajectories", Collections.Trajectories);
        app.MapOpenApi();
        return app;
    }

    /// <summary>One page of a run's documents, in order of id.</summary>
    private static void Documents(RouteGroupBuilder api, string name, CollectionDefinition collection) =>
        api.MapGet($"/{name}", async (string run, IDocumentStore store, CancellationToken stop, string? after = null, int limit = 100) =>
        {
            var bodies = new List<string>();
            await foreach (var document in store.StreamAsync(collection, run, after, stop))
            {
                bodies.Add(document.Body);
                if (bodies.Count >= Math.Clamp(limit, 1, 1000))
                {
                    break;
                }
            }

            return Results.Content($"[{string.Join(',', bodies)}]", "application/json");
        });

    private static IResult NoSuchRun(string id) =>
        Results.Problem($"There is no run '{id}'.", statusCode: StatusCodes.Status404NotFound, title: "No such run");
}
