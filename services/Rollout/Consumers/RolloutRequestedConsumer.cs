using System.Text.Json;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Rollout.Telemetry;
using AgentScaler.Storage;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;
using MassTransit;

namespace AgentScaler.Rollout.Consumers;

/// <summary>Plays and records the requested episode.</summary>
public sealed class RolloutRequestedConsumer(RunRepository runs, IDocumentStore store, EnvironmentCache environments, EpisodeFactory factory,
    EpisodeRunner runner, EpisodeGate gate, ILogger<RolloutRequestedConsumer> logger)
    : IConsumer<RolloutRequested>
{
    public async Task Consume(ConsumeContext<RolloutRequested> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var place = EpisodePlace.Of(message.Purpose);
        if (await runs.WantedAsync(message.RunId, place.Playing, stop) is not { } run)
        {
            return;
        }

        var id = TrajectoryId.Of(message.TaskId, message.Attempt, message.Seed, message.Agent);
        if (await store.GetAsync(place.Trajectories, run.Id, id, stop) is null)
        {
            await PlayAsync(run, message, place, id, stop);
        }

        await context.Publish(new TrajectoryRecorded(run.Id, id) { Purpose = message.Purpose }, stop);
    }

    private async Task PlayAsync(RunDocument run, RolloutRequested message, EpisodePlace place, string id, CancellationToken stop)
    {
        var task = await place.LoadTaskAsync<TaskSpecification>(store, run.Id, message.TaskId, stop);
        var options = run.OptionsOf<RolloutOptions>();
        options.Validate();
        if (message.Purpose != EpisodePurpose.Dataset)
        {
            // A wandering policy is stopped after the turns that a good one needs, with as many detours again.
            options = options with { MaxTurns = Math.Min(options.MaxTurns, (2 * task.Steps) + 8) };
        }

        var environment = await environments.GetAsync(run.Id, task.Domain, stop);
        var ledger = new StoredLedger(store, run.Id);
        Episode episode;
        try
        {
            var agent = factory.Agent(message.Agent, environment, task, message.Attempt, message.Seed, options, ledger, run.Id);
            var user = factory.User(task, message.Attempt, message.Seed, options, ledger);
            episode = await gate.EnterAsync(run.Id, options.Concurrency,
                () => runner.PlayAsync(environment, task, message.Attempt, message.Seed, agent, user, options, stop, RunTrace.LinkOf(run)), stop);
        }
        catch (PolicyUnavailableException exception)
        {
            throw new UnrecoverableException(exception.Message, exception);
        }

        var outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(episode.Trajectory.Outcome.ToString());
        var document = TypedDocuments.Of(run.Id, id, episode.Trajectory, ("task", task.Id), place.GroupOf(task.Domain, message.Agent), ("outcome", outcome));
        if (episode.Trace is { } trace)
        {
            await store.PutIfAbsentAsync(Collections.Traces, TypedDocuments.Of(run.Id, id, trace), stop);
        }

        await store.PutIfAbsentAsync(place.Trajectories, document, stop);
        logger.EpisodeRecorded(run.Id, id, task.Id, outcome);
    }
}
