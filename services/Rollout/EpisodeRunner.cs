using System.Diagnostics;
using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.Faults;
using AgentScaler.Rollout.Telemetry;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Rollout;

/// <summary>
/// Plays one episode: a user, an agent and an environment session. The record depends only on the task, the attempt, the seed and the words of agent and
/// user, and it replays to the same states anywhere. The class is safe for concurrent use.
/// </summary>
public sealed class EpisodeRunner
{
    public async Task<Trajectory> RunAsync(
        CompiledEnvironment environment,
        TaskSpecification task,
        int attempt,
        long seed,
        IAgent agent,
        ISimulatedUser user,
        RolloutOptions options,
        CancellationToken cancellationToken) =>
        (await PlayAsync(environment, task, attempt, seed, agent, user, options, cancellationToken)).Trajectory;

    /// <summary>Plays an episode like <see cref="RunAsync"/>, and returns its trace and token usage too.</summary>
    /// <param name="run">The run of the episode, for its trace.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled. No record is made.</exception>
    public async Task<Episode> PlayAsync(
        CompiledEnvironment environment,
        TaskSpecification task,
        int attempt,
        long seed,
        IAgent agent,
        ISimulatedUser user,
        RolloutOptions options,
        CancellationToken cancellationToken,
        RunLink run = default)
    {
        var started = Stopwatch.GetTimestamp();
        var id = TrajectoryId.Of(task.Id, attempt, seed, agent.Name);
        var caller = Activity.Current;
        var activity = RolloutTelemetry.StartEpisode(id, task.Id, task.Domain, agent, run, options.NestTraces);
        try
        {
            var faults = new FaultInjector(options.Faults, task.Id, attempt, seed);
            var play = new Play(environment, agent, user, faults, options);
            var outcome = await play.ToTheEndAsync(cancellationToken);
            activity?.SetTag("agentscaler.outcome", JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString()));
            activity?.SetTag("gen_ai.usage.input_tokens", play.Usage.Input);
            activity?.SetTag("gen_ai.usage.output_tokens", play.Usage.Output);
            var trajectory = new Trajectory(
                id,
                task.Id,
                task.Domain,
                attempt,
                seed,
                agent.Name,
                agent.Origin,
                play.Messages,
                play.Session.Hash.ToString(),
                play.Session.Diff(),
                outcome,
                new TrajectoryProvenance(agent.Model, user.Model, agent.Mistakes, play.Faults, task.Provenance.Licenses)
                {
                    Ending = play.Ending,
                    Usage = play.Usage.Total > 0 ? new EpisodeUsage(play.Usage.Input, play.Usage.Output, play.Usage.Cost) : null,
                });
            RolloutMetrics.Episode(Stopwatch.GetElapsedTime(started), agent.Name, outcome);
            return new Episode(trajectory, TraceRecord.Of(id, activity), play.Usage);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
        finally
        {
            activity?.Dispose();
            Activity.Current = caller;
        }
    }

    /// <summary>The mutable state of one episode.</summary>
    private sealed class Play(
        CompiledEnvironment environment, IAgent agent, ISimulatedUser user, FaultInjector faults, RolloutOptions options)
    {
        private readonly string _tools = OpenAiTools.Of(environment.Definition);
        private int _toolCalls;

        public List<ChatMessage> Messages { get; } = [ChatMessage.System(SystemPrompt.Of(environment.Definition))];

        public List<int> Faults { get; } = [];

        public EnvironmentSession Session { get; } = environment.Open();

        public TokenUsage Usage { get; private set; }

        public string? Ending { get; private set; }

        public async ValueTask<TrajectoryOutcome> ToTheEndAsync(CancellationToken cancellationToken)
        {
            // The time limit also ends a pending request, because an episode must end before the broker gives it up.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(options.TimeLimitSeconds));
            try
            {
                return await TalkAsync(limit.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                return TrajectoryOutcome.TurnLimit;
            }
            catch (ContextLimitException exceeded)
            {
                Ending = exceeded.Message;
                return TrajectoryOutcome.ContextLimit;
            }
        }

        private async ValueTask<TrajectoryOutcome> TalkAsync(CancellationToken cancellationToken)
        {
            var said = await user.OpenAsync(cancellationToken);
            Usage += said.Usage;
            if (said.Text is null)
            {
                return TrajectoryOutcome.Error;
            }

            Messages.Add(ChatMessage.User(said.Text));
            for (var turn = 0; ; turn++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (turn >= options.MaxTurns || (options.MaxTokens > 0 && Usage.Total >= options.MaxTokens))
                {
                    return TrajectoryOutcome.TurnLimit;
                }

                var request = new AgentRequest(Messages, environment.Definition, _tools, said);
                var answer = await agent.NextAsync(request, cancellationToken);
                Usage += answer.Usage;
                Messages.Add(answer.Message);
                if (answer.Message.ToolCalls is { Count: > 0 } calls)
                {
                    if (_toolCalls + calls.Count > options.MaxToolCalls)
                    {
                        // A call without its result would make the record unreadable for a chat template.
                        Messages.RemoveAt(Messages.Count - 1);
                        return TrajectoryOutcome.TurnLimit;
                    }

                    foreach (var call in calls)
                    {
                        Messages.Add(ChatMessage.Tool(call.Id, Execute(call)));
                    }

                    continue;
                }

                if (string.IsNullOrWhiteSpace(answer.Message.Content))
                {
                    return TrajectoryOutcome.Error;
                }

                if (answer.GivesUp)
                {
                    return TrajectoryOutcome.GaveUp;
                }

                if (said.IsLast)
                {
                    return TrajectoryOutcome.Completed;
                }

                said = await user.ReplyAsync(Messages, cancellationToken);
                Usage += said.Usage;
                if (said.Text is null)
                {
                    return TrajectoryOutcome.Completed;
                }

                Messages.Add(ChatMessage.User(said.Text));
            }
        }

        private string Execute(ChatToolCall call)
        {
            var span = RolloutTelemetry.StartTool(call.Function.Name, call.Id);
            var index = _toolCalls++;
            if (faults.Next() is { } fault)
            {
                Faults.Add(index);
                RolloutTelemetry.EndTool(span, fault.Code.Word(), injected: true);
                RolloutMetrics.ToolCall(fault.Code.Word(), injected: true);
                return ToolMessages.Text(fault);
            }

            var result = TryArguments(call.Function.Arguments, out var arguments, out var why)
                ? Session.Call(call.Function.Name, arguments)
                : ToolResult.Failure(new ToolError(ErrorCode.InvalidArguments, why));
            RolloutTelemetry.EndTool(span, result.Error?.Code.Word(), injected: false);
            RolloutMetrics.ToolCall(result.Error?.Code.Word(), injected: false);
            return ToolMessages.Text(result);
        }

        private static bool TryArguments(string text, out Value arguments, out string why)
        {
            try
            {
                // Models leave the text empty, or write null, if a tool has no parameters.
                arguments = CallArguments.Parse(text);
                why = "The arguments are not a JSON object.";
                return arguments.IsObject;
            }
            catch (JsonException exception)
            {
                arguments = default;
                why = $"The arguments are not valid JSON: {exception.Message}";
                return false;
            }
        }
    }
}
