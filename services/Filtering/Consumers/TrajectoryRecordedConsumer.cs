using System.Diagnostics;
using System.Text.Json;
using AgentScaler.Contracts.Messages;
using AgentScaler.Filtering.Telemetry;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.Judging;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Trajectories;
using MassTransit;

namespace AgentScaler.Filtering.Consumers;

/// <summary>Judges one recorded trajectory, whatever its episode was played for.</summary>
public sealed class TrajectoryRecordedConsumer(
    RunRepository runs, IDocumentStore store, EnvironmentCache environments, TrajectoryJudge judge,
        ILogger<TrajectoryRecordedConsumer> logger) : IConsumer<TrajectoryRecorded>
{
    private static readonly JsonNamingPolicy Words = JsonNamingPolicy.SnakeCaseLower;

    public async Task Consume(ConsumeContext<TrajectoryRecorded> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var place = EpisodePlace.Of(message.Purpose);
        var run = await runs.WantedAsync(message.RunId, place.Judging, stop);
        if (run is null)
        {
            return;
        }

        var verdict = await store.FindAsync<Verdict>(place.Verdicts, run.Id, message.TrajectoryId, stop);
        if (verdict is null)
        {
            var trajectory = await store.LoadAsync<Trajectory>(place.Trajectories, run.Id, message.TrajectoryId, stop);
            var task = await place.LoadTaskAsync<TaskSpecification>(store, run.Id, trajectory.Task, stop);
            var environment = await environments.GetAsync(run.Id, trajectory.Domain, stop);
            var options = run.OptionsOf<DatasetOptions>();
            var trace = FilteringTelemetry.Source.HasListeners() ? await EpisodeTrace.FindAsync(store, run.Id, trajectory.Id, stop) : default;
            using var activity = FilteringTelemetry.Source.StartActivity("judge_trajectory", ActivityKind.Internal, trace);
            activity?.SetTag("agentscaler.trajectory.id", trajectory.Id).SetTag("agentscaler.task.id", trajectory.Task)
                .SetTag("agentscaler.domain", trajectory.Domain);
            verdict = judge.Judge(environment, task, trajectory, new JudgeOptions { ReadOnlyMatch = options.ReadOnlyMatch });
            FilteringTelemetry.Judged(verdict, activity);
            logger.TrajectoryJudged(run.Id, trajectory.Id, verdict.Accepted, verdict.Reason);
            var outcome = verdict.Stage is { } failed ? Words.ConvertName(failed.ToString()) : "accepted";
            var group = place.GroupOf(trajectory.Domain, trajectory.Agent);
            await store.PutIfAbsentAsync(
                place.Verdicts, TypedDocuments.Of(run.Id, trajectory.Id, verdict, ("task", trajectory.Task), group, ("stage", outcome)), stop);
        }

        await context.Publish(new TrajectoryJudged(run.Id, message.TrajectoryId, verdict.Accepted), stop);
    }
}
