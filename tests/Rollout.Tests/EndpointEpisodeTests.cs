using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.OpenAi;
using AgentScaler.Rollout.Users;
using AgentScaler.Trajectories;
using static AgentScaler.ScriptedModels.Answers;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.Rollout.Tests;

/// <summary>What an episode ends with when a server has its own ways.</summary>
public sealed class EndpointEpisodeTests
{
    private const string Signed =
        """{"id":"c1","type":"function","function":{"name":"search_products","arguments":"{}"},"extra_content":{"google":{"thought_signature":"c2lnbg=="}}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TaskSpecification Task => Shop.Tasks.First(t => t.Kind == TaskKind.ReadOnly && t.GoldenCalls.All(c => c.Expect is null));

    public static TheoryData<string, string> Demands() => new()
    {
        { "reasoning_content",
            """{"role":"assistant","content":null,"reasoning_content":"Look.","tool_calls":[{"id":"c1","type":"function","function":{"name":"search_products","arguments":"{}"}}]}""" },
        { "extra_content", "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[" + Signed + "]}" },
    };

    [Theory]
    [MemberData(nameof(Demands))]
    public async Task A_server_that_checks_its_thoughts_plays_an_episode(string member, string message)
    {
        // The same id in every answer: the calls are renamed and what goes back is still what came.
        await using var endpoint = await StartAsync(Demanding(member, (n, _) => n < 3 ? Message(message, "tool_calls") : Says("Here you are.")));
        var trajectory = await PlayAsync(endpoint);
        Assert.Equal(TrajectoryOutcome.Completed, trajectory.Outcome);
        Assert.Equal(3, trajectory.Messages.SelectMany(m => m.ToolCalls ?? []).Select(c => c.Id).Distinct().Count());
        var sent = endpoint.Requests.Last()["messages"].AsArray.ToArray();
        var calls = sent.Where(m => m["tool_calls"].IsArray).SelectMany(m => m["tool_calls"].AsArray.ToArray()).Select(c => c["id"].AsString);
        Assert.Equal(calls, sent.Where(m => m["role"].AsString == "tool").Select(m => m["tool_call_id"].AsString));
        Assert.DoesNotContain("raw", System.Text.Json.JsonSerializer.Serialize(trajectory, Tools.ContractJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_becomes_too_long_is_a_trajectory()
    {
        await using var endpoint = await StartAsync((n, _) => n == 0
            ? Calls(("a", "search_products", "{}"))
            : new Reply(400, """{"error":{"message":"This model's maximum context length is 8192 tokens.","code":"context_length_exceeded"}}"""));
        var trajectory = await PlayAsync(endpoint);
        Assert.Equal(TrajectoryOutcome.ContextLimit, trajectory.Outcome);
        Assert.Equal("tool", trajectory.Messages[^1].Role);
        Assert.Contains("8192 tokens", trajectory.Provenance.Ending, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"context_limit\"", System.Text.Json.JsonSerializer.Serialize(trajectory, Tools.ContractJson.Options),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_that_becomes_too_long_ends_the_conversation_likewise()
    {
        await using var users = await StartAsync((n, _) => n == 0 ? Says("Hi.") : new Reply(413, "{}"));
        await using var agents = await StartAsync((_, _) => Says("Yes?"));
        var trajectory = await PlayAsync(agents, users);
        Assert.Equal(TrajectoryOutcome.ContextLimit, trajectory.Outcome);
        Assert.Equal("Yes?", trajectory.Messages[^1].Content);
    }

    [Fact]
    public async Task Thoughts_that_stand_in_the_text_are_not_said()
    {
        await using var endpoint = await StartAsync((_, _) => Says("They want a renewal.\n</think>\n\nWhich loan do you mean?"));
        var trajectory = await PlayAsync(endpoint);
        Assert.All(trajectory.Messages.Where(m => m.Role == "assistant"),
            m => Assert.Equal(("They want a renewal.", "Which loan do you mean?"), (m.ReasoningContent, m.Content)));
        Assert.EndsWith("</think>\n\nWhich loan do you mean?", endpoint.Requests.Last()["messages"].AsArray[2]["content"].AsString, StringComparison.Ordinal);
    }

    public static TheoryData<string, string?> Farewells() => new()
    {
        { "###STOP###", null },
        { " ###STOP###.\n", null },
        { "**###STOP###**", null },
        { "\"###STOP###\"", null },
        { "<think>All is done.</think>\n###STOP###", null },
        { "Yes, please go ahead. ###STOP###", "Yes, please go ahead." },
        { "Yes, please go ahead.\n###stop###", "Yes, please go ahead." },
        { "Yes, please. **###STOP###**", "Yes, please." },
        { "<think>They ask.</think>Yes, please. ###STOP### ###STOP###", "Yes, please." },
        { "👍 ###STOP###", "👍" },
    };

    [Theory]
    [MemberData(nameof(Farewells))]
    public async Task A_user_who_leaves_says_the_last_words_and_the_agent_has_one_more_turn(string farewell, string? words)
    {
        await using var users = await StartAsync((n, _) => Says(n == 0 ? "Hi, I need something." : farewell));
        await using var agents = await StartAsync((n, _) => n == 1 && words is not null ? Calls(("a", "search_products", "{}")) : Says($"Answer {n}."));
        var trajectory = await PlayAsync(agents, users);
        string[] roles = words is null ? ["system", "user", "assistant"] : ["system", "user", "assistant", "user", "assistant", "tool", "assistant"];
        Assert.Equal(roles, trajectory.Messages.Select(m => m.Role));
        Assert.Equal(TrajectoryOutcome.Completed, trajectory.Outcome);
        Assert.Equal(words, words is null ? null : trajectory.Messages[3].Content);
        Assert.Equal(2, users.Requests.Count);
    }

    [Theory]
    [InlineData("<think>When all is done I must answer ###STOP###, not yet.</think>\nHi, a loan, please.", "Hi, a loan, please.")]
    [InlineData("I will say ###STOP### when I am done.</think>Hi, a loan, please.", "Hi, a loan, please.")]
    [InlineData("I say ###STOP### at the end; now a loan, please.", "I say ###STOP### at the end; now a loan, please.")]
    public async Task A_token_that_is_only_thought_or_spoken_of_ends_nothing(string said, string heard)
    {
        await using var users = await StartAsync((n, _) => Says(n == 0 ? said : "###STOP###"));
        await using var agents = await StartAsync((_, _) => Says("Done."));
        var trajectory = await PlayAsync(agents, users);
        Assert.Equal(["system", "user", "assistant"], trajectory.Messages.Select(m => m.Role));
        Assert.Equal(heard, trajectory.Messages[1].Content);
    }

    [Fact]
    public async Task A_user_gets_its_own_thoughts_back_and_the_agent_never_sees_them()
    {
        await using var users = await StartAsync((n, _) => n == 0
            ? Message("""{"role":"assistant","content":"Hi.","reasoning_content":"I am Ada.","signature":"s=="}""")
            : Says(n == 1 ? "Yes." : "###STOP###"));
        await using var agents = await StartAsync((_, _) => Says("Sure?"));
        await PlayAsync(agents, users);
        Assert.Equal("s==", users.Requests.Last()["messages"].AsArray[2]["signature"].AsString);
        Assert.DoesNotContain(agents.Requests, request => request.ToJson().Contains("I am Ada.", StringComparison.Ordinal));
    }

    private static async Task<Trajectory> PlayAsync(ScriptedModels.ScriptedEndpoint agents, ScriptedModels.ScriptedEndpoint? users = null)
    {
        var agent = new OpenAiAgent(agents.Client(), new MemoryLedger(), "s", 1);
        ISimulatedUser user = users is null ? new ScriptedUser(Task, 0, 0) : new OpenAiUser(users.Client(), new MemoryLedger(), Task, "s", 1);
        return await new EpisodeRunner().RunAsync(Shop.Environment, Task, 0, 0, agent, user, new RolloutOptions(), Stop);
    }
}
