using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.Agents.Scripted;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;
using AgentScaler.Trajectories.Grounding;

namespace AgentScaler.Rollout.Tests;

public sealed class ScriptedEpisodeTests
{
    private static readonly RolloutOptions Faultless = new() { Mistakes = MistakeOptions.None };

    [Fact]
    public async Task An_agent_without_mistakes_reaches_the_golden_state_of_every_task()
    {
        foreach (var task in Shop.Tasks)
        {
            var trajectory = await Shop.PlayAsync(task, Faultless);
            Assert.Equal(TrajectoryOutcome.Completed, trajectory.Outcome);
            Assert.Equal(task.GoldenState, trajectory.FinalState);
            Assert.Equal(task.GoldenDiff, trajectory.FinalDiff);
            Assert.Empty(trajectory.Provenance.Mistakes);
        }
    }

    [Fact]
    public async Task Every_argument_of_every_episode_can_be_traced_mistakes_included()
    {
        var checker = new GroundingChecker(Shop.Environment.Definition);
        foreach (var options in Enum.GetValues<MistakeKind>().Select(k => new RolloutOptions { Mistakes = Shop.Always(k) }).Append(Faultless))
        {
            foreach (var task in Shop.Tasks)
            {
                var report = checker.Check((await Shop.PlayAsync(task, options)).Messages);
                Assert.True(report.Ungrounded.Count == 0, $"{task.Id}: {string.Join("; ", report.Ungrounded)}");
            }
        }
    }

    [Fact]
    public async Task The_last_message_holds_every_answer_value()
    {
        foreach (var task in Shop.Tasks.Where(t => t.AnswerValues.Count > 0))
        {
            var last = (await Shop.PlayAsync(task, Faultless)).Messages[^1];
            Assert.Equal("assistant", last.Role);
            Assert.All(task.AnswerValues, v => Assert.Contains(v.IsString ? v.AsString : v.ToJson(), last.Content, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_refusal_cites_the_rule_and_changes_nothing()
    {
        foreach (var task in Shop.Tasks.Where(t => t.Kind == TaskKind.Refusal))
        {
            var trajectory = await Shop.PlayAsync(task, Faultless);
            Assert.Contains(task.ForbiddenBy!, trajectory.Messages[^1].Content, StringComparison.Ordinal);
            Assert.Equal(task.InitialState, trajectory.FinalState);
        }
    }

    [Theory]
    [InlineData(MistakeKind.WrongArgument, "wrong_argument")]
    [InlineData(MistakeKind.ToolError, "tool_error")]
    [InlineData(MistakeKind.MalformedCall, "malformed_call")]
    [InlineData(MistakeKind.Repetition, "repetition")]
    public async Task A_mistake_that_can_be_mended_still_reaches_the_goal(MistakeKind kind, string name)
    {
        var made = 0;
        foreach (var task in Shop.Tasks)
        {
            var trajectory = await Shop.PlayAsync(task, new RolloutOptions { Mistakes = Shop.Always(kind) });
            Assert.Equal(task.GoldenState, trajectory.FinalState);
            Assert.Equal(TrajectoryOutcome.Completed, trajectory.Outcome);
            made += trajectory.Provenance.Mistakes.Contains(name) ? 1 : 0;
        }

        Assert.True(made > Shop.Tasks.Count / 4, $"{made} of {Shop.Tasks.Count} episodes hold the mistake");
    }

    [Fact]
    public async Task Giving_up_ends_the_episode_and_is_recorded_as_its_outcome()
    {
        foreach (var task in Shop.Tasks)
        {
            var trajectory = await Shop.PlayAsync(task, new RolloutOptions { Mistakes = Shop.Always(MistakeKind.GivingUp) });
            Assert.Equal(TrajectoryOutcome.GaveUp, trajectory.Outcome);
            Assert.Equal(["giving_up"], trajectory.Provenance.Mistakes);
        }
    }

    [Theory]
    [InlineData(MistakeKind.MissingStep, "missing_step")]
    [InlineData(MistakeKind.ExtraWrite, "extra_write")]
    public async Task A_write_left_out_or_made_twice_misses_the_goal(MistakeKind kind, string name)
    {
        var missed = 0;
        foreach (var task in Shop.Tasks)
        {
            var trajectory = await Shop.PlayAsync(task, new RolloutOptions { Mistakes = Shop.Always(kind) });
            missed += trajectory.Provenance.Mistakes.Contains(name) && trajectory.FinalState != task.GoldenState ? 1 : 0;
        }

        Assert.True(missed > 3, $"{missed} episodes miss the goal");
    }

    [Fact]
    public async Task The_same_task_attempt_and_seed_give_the_same_bytes_and_another_attempt_other_words()
    {
        var options = new RolloutOptions();
        foreach (var task in Shop.Tasks.Take(10))
        {
            var first = JsonSerializer.Serialize(await Shop.PlayAsync(task, options), ContractJson.Options);
            Assert.Equal(first, JsonSerializer.Serialize(await Shop.PlayAsync(task, options), ContractJson.Options));
            Assert.NotEqual(first, JsonSerializer.Serialize(await Shop.PlayAsync(task, options, attempt: 1), ContractJson.Options));
        }
    }

    [Fact]
    public async Task A_recorded_episode_replays_to_the_same_results_and_state()
    {
        foreach (var task in Shop.Tasks)
        {
            var trajectory = await Shop.PlayAsync(task, new RolloutOptions { Faults = 0.2 });
            var session = Shop.Environment.Open();
            var contents = trajectory.Messages.Where(m => m.Role == "tool").ToDictionary(m => m.ToolCallId!, m => m.Content!);
            var index = 0;
            foreach (var call in trajectory.Messages.SelectMany(m => m.ToolCalls ?? []))
            {
                if (trajectory.Provenance.Faults.Contains(index++))
                {
                    Assert.Contains(ToolMessages.ErrorCodeOf(Value.Parse(contents[call.Id])), new[] { "timeout", "unavailable", "rate_limited" });
                }
                else if (TryParse(call.Function.Arguments, out var arguments))
                {
                    Assert.Equal(contents[call.Id], ToolMessages.Text(session.Call(call.Function.Name, arguments)));
                }
            }

            Assert.Equal(trajectory.FinalState, session.Hash.ToString());
        }
    }

    [Fact]
    public async Task Injected_faults_are_seeded_recorded_and_without_effect_on_the_outcome()
    {
        var options = Faultless with { Faults = 0.25 };
        var faults = 0;
        foreach (var task in Shop.Tasks)
        {
            var trajectory = await Shop.PlayAsync(task, options);
            faults += trajectory.Provenance.Faults.Count;
            Assert.Equal(trajectory.Provenance.Faults, (await Shop.PlayAsync(task, options)).Provenance.Faults);
            if (trajectory.Outcome == TrajectoryOutcome.Completed)
            {
                Assert.Equal(task.GoldenState, trajectory.FinalState);
            }
        }

        Assert.True(faults > 10, $"{faults} faults");
    }

    [Fact]
    public async Task Every_call_has_exactly_one_result_and_turns_are_in_order()
    {
        foreach (var task in Shop.Tasks)
        {
            var messages = (await Shop.PlayAsync(task, new RolloutOptions())).Messages;
            Assert.Equal("system", messages[0].Role);
            Assert.Contains(Shop.Environment.Definition.Policy.Trim(), messages[0].Content, StringComparison.Ordinal);
            Assert.Equal("user", messages[1].Role);
            Assert.Equal("assistant", messages[^1].Role);
            var calls = messages.SelectMany(m => m.ToolCalls ?? []).Select(c => c.Id).ToList();
            Assert.Equal(calls.Count, calls.Distinct().Count());
            Assert.Equal(calls, messages.Where(m => m.Role == "tool").Select(m => m.ToolCallId!));
        }
    }

    [Fact]
    public async Task An_episode_ends_at_its_turn_limit()
    {
        var task = Shop.Tasks.MaxBy(t => t.Steps)!;
        var trajectory = await Shop.PlayAsync(task, Faultless with { MaxTurns = 2 });
        Assert.Equal(TrajectoryOutcome.TurnLimit, trajectory.Outcome);
        Assert.Equal(2, trajectory.Messages.Count(m => m.Role == "assistant"));
    }

    [Fact]
    public async Task An_episode_ends_at_its_limit_of_tool_calls_with_every_call_answered()
    {
        var task = Shop.Tasks.MaxBy(t => t.Steps)!;
        var trajectory = await Shop.PlayAsync(task, Faultless with { MaxToolCalls = 1 });
        Assert.Equal(TrajectoryOutcome.TurnLimit, trajectory.Outcome);
        Assert.Equal(trajectory.Messages.Sum(m => m.ToolCalls?.Count ?? 0), trajectory.Messages.Count(m => m.Role == "tool"));
    }

    [Fact]
    public async Task A_cancelled_episode_leaves_no_record()
    {
        var task = Shop.Tasks[0];
        var agent = new ScriptedAgent(Shop.Environment.Definition, task, 0, 0, MistakeOptions.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new EpisodeRunner().RunAsync(
            Shop.Environment, task, 0, 0, agent, new Users.ScriptedUser(task, 0, 0), Faultless, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task The_user_sometimes_keeps_details_back_and_the_agent_asks_for_them()
    {
        var asked = 0;
        foreach (var task in Shop.Tasks)
        {
            var messages = (await Shop.PlayAsync(task, Faultless)).Messages;
            asked += messages.Any(m => m.Role == "assistant"
                && m.ToolCalls is null
                && m.Content!.Contains("the ", StringComparison.Ordinal)
                && m.Content.EndsWith('?')
                && task.User.KnownValues.Keys.Any(k => m.Content.Contains(k, StringComparison.Ordinal))) ? 1 : 0;
        }

        Assert.True(asked > Shop.Tasks.Count / 10, $"{asked} of {Shop.Tasks.Count}");
    }

    [Fact]
    public async Task The_plan_that_the_agent_is_given_holds_no_value()
    {
        // Whoever changes a value in the record of a task changes nothing of what the scripted agent says or does.
        foreach (var task in Shop.Tasks)
        {
            var blind = task with
            {
                GoldenCalls = [.. task.GoldenCalls.Select(c => c with { Arguments = Value.EmptyObject })],
                GoldenResults = [],
                AnswerValues = [.. task.AnswerValues.Select(_ => Value.Null)],
                User = task.User with { KnownValues = new Dictionary<string, Value>() },
                GoldenDiff = Value.Null,
            };
            var sighted = new ScriptedAgent(Shop.Environment.Definition, task, 0, 0, MistakeOptions.None);
            var unsighted = new ScriptedAgent(Shop.Environment.Definition, blind, 0, 0, MistakeOptions.None);
            var options = Faultless;
            var one = await new EpisodeRunner()
                .RunAsync(Shop.Environment, task, 0, 0, sighted, new Users.ScriptedUser(task, 0, 0), options, TestContext.Current.CancellationToken);
            var two = await new EpisodeRunner()
                .RunAsync(Shop.Environment, task, 0, 0, unsighted, new Users.ScriptedUser(task, 0, 0), options, TestContext.Current.CancellationToken);
            Assert.Equal(JsonSerializer.Serialize(one.Messages, ContractJson.Options), JsonSerializer.Serialize(two.Messages, ContractJson.Options));
        }
    }

    private static bool TryParse(string text, out Value value)
    {
        try
        {
            value = Value.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    [Fact]
    public void An_option_out_of_range_is_refused_by_name()
    {
        Assert.Contains("Faults", Assert.Throws<ArgumentException>(() => new RolloutOptions { Faults = 1.5 }.Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("agent_endpoint.endpoint", Assert.Throws<ArgumentException>(() => new RolloutOptions { Agent = "openai" }.Validate()).Message,
            StringComparison.Ordinal);
        Assert.Equal("precondition_failed", ErrorCode.PreconditionFailed.Word());
    }
}
