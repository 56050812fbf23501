using System.Diagnostics;
using AgentScaler.Environments.Values;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.OpenAi;
using AgentScaler.Rollout.Telemetry;
using AgentScaler.Rollout.Users;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.Rollout.Tests;

public sealed class ModelEpisodeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A read-only task, played by a model that gets there.</summary>
    private static TaskSpecification Task => Shop.Tasks.First(t => t.Kind == TaskKind.ReadOnly && t.GoldenCalls.All(c => c.Expect is null));

    private static Reply Solve(Value request)
    {
        var made = request["messages"].AsArray.ToArray()
            .Count(m => m["role"].AsString == "tool" && !m["content"].AsString.Contains("unknown_tool", StringComparison.Ordinal));
        return made < Task.GoldenCalls.Count
            ? Calls(("call_0", Task.GoldenCalls[made].Name, Task.GoldenCalls[made].Arguments.ToJson()))
            : Says("Here you are.");
    }

    [Fact]
    public async Task A_model_behind_an_endpoint_plays_an_episode_and_its_row_says_so()
    {
        await using var endpoint = await StartAsync((_, request) => Solve(request));
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        var episode = await new EpisodeRunner().PlayAsync(Shop.Environment, Task, 0, 0, agent, new ScriptedUser(Task, 0, 0), new RolloutOptions(), Stop);
        Assert.Equal(TrajectoryOrigin.Model, episode.Trajectory.Origin);
        Assert.Equal("tiny", episode.Trajectory.Provenance.AgentModel);
        Assert.Equal("scripted", episode.Trajectory.Provenance.UserModel);
        Assert.Equal(TrajectoryOutcome.Completed, episode.Trajectory.Outcome);
        Assert.Contains(episode.Trajectory.Messages, m => m.ReasoningContent == "Let me think.");
        Assert.Equal(ToolMessages.Text(Task.GoldenResults[0]), episode.Trajectory.Messages.First(m => m.Role == "tool").Content);
        var requests = endpoint.Requests.Count;
        Assert.Equal(new EpisodeUsage(100 * requests, 20 * requests, 0), episode.Trajectory.Provenance.Usage);
    }

    [Theory]
    [InlineData("{\"customer_id\":", "invalid_arguments")]
    [InlineData("[1,2]", "invalid_arguments")]
    [InlineData("\"text\"", "invalid_arguments")]
    public async Task A_malformed_call_gets_an_error_that_the_model_can_read(string arguments, string code)
    {
        await using var endpoint = await StartAsync((n, _) => n == 0 ? Calls(("a", "get_customer", arguments)) : Says("I see."));
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        var trajectory = await new EpisodeRunner().RunAsync(Shop.Environment, Task, 0, 0, agent, new ScriptedUser(Task, 0, 0), new RolloutOptions(), Stop);
        Assert.Equal(code, ToolMessages.ErrorCodeOf(Value.Parse(trajectory.Messages.First(m => m.Role == "tool").Content!)));
        Assert.Equal(arguments, trajectory.Messages.First(m => m.ToolCalls is not null).ToolCalls![0].Function.Arguments);
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_is_answered_as_such()
    {
        await using var endpoint = await StartAsync((n, _) => n == 0 ? Calls(("a", "no_such_tool", "{}")) : Says("I see."));
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        var trajectory = await new EpisodeRunner().RunAsync(Shop.Environment, Task, 0, 0, agent, new ScriptedUser(Task, 0, 0), new RolloutOptions(), Stop);
        Assert.Contains("unknown_tool", trajectory.Messages.First(m => m.Role == "tool").Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_repeated_from_answer_to_answer_stay_distinct_within_an_episode()
    {
        await using var endpoint = await StartAsync((n, _) => n < 3 ? Calls(("call_0", "search_products", "{}")) : Says("Done."));
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        var trajectory = await new EpisodeRunner().RunAsync(Shop.Environment, Task, 0, 0, agent, new ScriptedUser(Task, 0, 0), new RolloutOptions(), Stop);
        Assert.Equal(3, trajectory.Messages.SelectMany(m => m.ToolCalls ?? []).Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_redelivered_episode_is_the_same_and_asks_nobody()
    {
        await using var endpoint = await StartAsync((_, request) => Solve(request));
        var ledger = new MemoryLedger();
        var first = await PlayAsync();
        var asked = endpoint.Requests.Count;
        var again = await PlayAsync();
        Assert.Equal(asked, endpoint.Requests.Count);
        Assert.Equal(Text(first), Text(again));

        Task<Trajectory> PlayAsync() => new EpisodeRunner().RunAsync(
            Shop.Environment, Task, 0, 0, new OpenAiAgent(endpoint.Client(), ledger, "s", 1), new ScriptedUser(Task, 0, 0), new RolloutOptions(), Stop);

        static string Text(Trajectory t) => System.Text.Json.JsonSerializer.Serialize(t, AgentScaler.Tools.ContractJson.Options);
    }

    [Fact]
    public async Task A_model_plays_the_user_until_it_says_stop_and_sees_no_tool_call()
    {
        await using var users = await StartAsync((n, _) => n == 0 ? Says("Hi, I need something.") : Says("###STOP###"));
        await using var agents = await StartAsync((_, request) => Solve(request));
        var user = new OpenAiUser(users.Client(), new MemoryLedger(), Task, "s", 1);
        var agent = new OpenAiAgent(agents.Client(), new MemoryLedger(), "s", 1);
        var trajectory = await new EpisodeRunner().RunAsync(Shop.Environment, Task, 0, 0, agent, user, new RolloutOptions(), Stop);
        Assert.Equal("Hi, I need something.", trajectory.Messages[1].Content);
        Assert.Equal("assistant", trajectory.Messages[^1].Role);
        Assert.DoesNotContain(trajectory.Messages, m => m.Content?.Contains("STOP", StringComparison.Ordinal) == true);
        var seen = users.Requests.Last();
        Assert.DoesNotContain(seen["messages"].AsArray.ToArray(), m => m["role"].AsString == "tool");
        Assert.Contains(Task.Intent, seen["messages"].AsArray[0]["content"].AsString, StringComparison.Ordinal);
        Assert.DoesNotContain("tools", seen.AsObject.Names.ToArray());
    }

    [Fact]
    public async Task The_token_limit_of_an_episode_ends_it()
    {
        await using var endpoint = await StartAsync((_, _) => Calls(("a", "search_products", "{}")));
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        var trajectory = await new EpisodeRunner()
            .RunAsync(Shop.Environment, Task, 0, 0, agent, new ScriptedUser(Task, 0, 0), new RolloutOptions { MaxTokens = 300 }, Stop);
        Assert.Equal(TrajectoryOutcome.TurnLimit, trajectory.Outcome);
        Assert.Equal(3, endpoint.Requests.Count);
    }

    [Fact]
    public async Task The_time_limit_of_an_episode_ends_a_request_that_is_not_answered()
    {
        await using var endpoint = await StartAsync((n, _) => n == 0 ? Calls(("a", "search_products", "{}")) : new Reply(200, "", Hangs: true));
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        var trajectory = await new EpisodeRunner()
            .RunAsync(Shop.Environment, Task, 0, 0, agent, new ScriptedUser(Task, 0, 0), new RolloutOptions { TimeLimitSeconds = 0.5 }, Stop);
        Assert.Equal(TrajectoryOutcome.TurnLimit, trajectory.Outcome);
        Assert.Equal("tool", trajectory.Messages[^1].Role);
    }

    [Fact]
    public async Task A_cancelled_episode_leaves_no_record()
    {
        using var stop = new CancellationTokenSource();
        await using var endpoint = await StartAsync((_, _) =>
        {
            stop.Cancel();
            return new Reply(200, "", Hangs: true);
        });
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new EpisodeRunner().RunAsync(Shop.Environment, Task, 0, 0, agent, new ScriptedUser(Task, 0, 0), new RolloutOptions(), stop.Token));
    }

    [Fact]
    public async Task An_episode_is_one_trace_with_a_span_for_every_request_and_every_call()
    {
        await using var endpoint = await StartAsync((n, request) => n == 0 ? Calls(("a", "no_such_tool", "{}")) : Solve(request));
        var spans = new List<Activity>();
        using var run = new Activity("run").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RolloutTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (spans)
                {
                    spans.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var agent = new OpenAiAgent(endpoint.Client(), new MemoryLedger(), "s", 1);
        var episode = await new EpisodeRunner().PlayAsync(Shop.Environment, Task, 0, 77, agent, new ScriptedUser(Task, 0, 77), new RolloutOptions(), Stop);
        var own = spans.Where(s => s.TraceId.ToString() == episode.Trace!.TraceId).ToList();
        var root = Assert.Single(own, s => s.ParentSpanId == default);
        Assert.Equal("invoke_agent openai", root.DisplayName);
        Assert.NotEqual(run.TraceId, root.TraceId);
        Assert.Equal(run.TraceId, Assert.Single(root.Links).Context.TraceId);
        Assert.Equal(episode.Trajectory.Id, root.GetTagItem("gen_ai.conversation.id"));
        Assert.Equal(episode.Trajectory.Messages.Count(m => m.Role == "assistant"), own.Count(s => s.DisplayName == "chat tiny"));
        Assert.Equal(episode.Trajectory.Messages.Count(m => m.Role == "tool"),
            own.Count(s => s.DisplayName.StartsWith("execute_tool ", StringComparison.Ordinal)));
        Assert.Equal("unknown_tool", own.First(s => s.DisplayName == "execute_tool no_such_tool").GetTagItem("error.type"));
        Assert.All(own.Where(s => s != root), s => Assert.Equal(root.SpanId, s.ParentSpanId));
        Assert.Equal(100L, own.First(s => s.DisplayName == "chat tiny").GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Same(run, Activity.Current);
    }
}
