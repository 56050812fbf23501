using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Reports;
using AgentScaler.Gateway.Runs;
using AgentScaler.Pipeline.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AgentScaler.Gateway.Api;

/// <summary>Runs: start, list, watch, cancel, report.</summary>
internal static class RunEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/runs").WithTags("Runs");
        runs.MapPost("", StartAsync)
            .WithSummary("Starts a run, or goes on with the one that this order is.")
            .WithDescription("The same order is the same run: it is answered with 200 and goes on where it was. Options are those of the configuration file.")
            .ProducesProblem(400).ProducesProblem(409);
        runs.MapGet("", (RunRepository repository, CancellationToken stop) => ListAsync(repository, stop)).WithSummary("Every run, the newest first.");
        runs.MapGet("/{id}", async (string id, RunWatcher watcher, CancellationToken stop) => await watcher.ReadAsync(id, stop) ?? throw NoRun(id))
            .WithSummary("A run and how far each stage is.").ProducesProblem(404);
        runs.MapGet("/{id}/events", EventsAsync)
            .WithSummary("The run whenever something has changed, as server-sent events 'progress', and 'end' at last.")
            .WithDescription("Resumes after the event that Last-Event-ID names; 204 where that was the last.")
            .ProducesProblem(404);
        runs.MapGet("/{id}/report", async (string id, RunRepository repository, ReportBuilder reports, CancellationToken stop) =>
                TypedResults.Ok(await reports.BuildAsync(await FindAsync(repository, id, stop), stop)))
            .WithSummary("report.json of what the run has done so far.").Produces<JsonObject>().ProducesProblem(404);
        runs.MapDelete("/{id}", CancelAsync)
            .WithSummary("Cancels a run: its work stops everywhere within seconds; what was done stays, and the same order goes on with it.")
            .ProducesProblem(404);
    }

    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public static async Task<RunDocument> FindAsync(RunRepository runs, string id, CancellationToken stop) => await runs.FindAsync(id, stop) ?? throw NoRun(id);

    private static KeyNotFoundException NoRun(string id) => new($"There is no run '{id}'; GET /api/v1/runs lists them.");

    private static async Task<Results<Created<RunView>, Ok<RunView>>> StartAsync(RunOrder order, RunLauncher launcher, CancellationToken stop)
    {
        var (run, isNew) = await launcher.StartAsync(order, stop);
        var view = RunView.Of(run);
        return isNew ? TypedResults.Created($"/api/v1/runs/{run.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<Page<RunView>>> ListAsync(RunRepository repository, CancellationToken stop) =>
        TypedResults.Ok(new Page<RunView>(await repository.NewestFirstAsync(stop).Select(run => RunView.Of(run)).ToListAsync(stop), null));

    private static async Task<Results<ServerSentEventsResult<RunView>, NoContent>> EventsAsync(
        string id, RunWatcher watcher, [FromHeader(Name = "Last-Event-ID")] string? last, CancellationToken stop)
    {
        // Errors must occur before the first byte: once the stream has begun, the status cannot change.
        var events = watcher.FollowAsync(id, last, stop).GetAsyncEnumerator(stop);
        if (!await events.MoveNextAsync())
        {
            await events.DisposeAsync();
            return TypedResults.NoContent();
        }

        return TypedResults.ServerSentEvents(Items(events, stop));
    }

    private static async IAsyncEnumerable<SseItem<RunView>> Items(
        IAsyncEnumerator<(string Id, RunView View)> events, [EnumeratorCancellation] CancellationToken stop)
    {
        await using (events)
        {
            do
            {
                stop.ThrowIfCancellationRequested();
                var (id, view) = events.Current;
                yield return new SseItem<RunView>(view, view.HasEnded ? "end" : "progress") { EventId = id };
            }
            while (await events.MoveNextAsync());
        }
    }

    private static async Task<NoContent> CancelAsync(string id, RunRepository repository, CancellationToken stop)
    {
        await FindAsync(repository, id, stop);
        await repository.EndAsync(id, RunStatus.Cancelled, "cancelled by request", stop);
        return TypedResults.NoContent();
    }
}
