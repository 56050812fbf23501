using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone;
using AgentScaler.Storage;

namespace AgentScaler.Journeys.Tests;

/// <summary>How a run ends: the exit code, the one sentence on standard error, and what the report tells by count and name.</summary>
public sealed class EndingTests : IAsyncDisposable
{
    private const string Refused = "http://localhost:9/v1 refused the connection.\nIs it started?";
    private const string Spent = "http://host/v1 answered 429: You exceeded your current quota.";

    private readonly ScriptedStages _stages = new();

    [Fact]
    public Task All_domains_rejected() => EndsAsync(PipelineStage.Materialize, 1,
        "error: materialize: none of 2 domains could be materialized; bank: Only 1 of 4 tools could be executed; correct what was given, "
        + "or say with 'materialize --overrides FILE' what the tools do, and run the same command again.",
        "materialize domains rejected 2 of 2: bank, shop",
        async () =>
        {
            await DomainsAsync("shop", "bank");
            await _stages.EnvironmentAsync("shop", "The domain has no tools.");
            await _stages.EnvironmentAsync("bank", "Only 1 of 4 tools could be executed.");
        });

    [Fact]
    public Task Some_domains_rejected() => EndsAsync(PipelineStage.Materialize, 0, null, "materialize domains rejected 1 of 2: bank", async () =>
    {
        await DomainsAsync("shop", "bank");
        await _stages.EnvironmentAsync("shop", null);
        await _stages.EnvironmentAsync("bank", "Only 1 of 4 tools could be executed.");
    });

    [Fact]
    public Task Some_tools_not_executable() => EndsAsync(
        PipelineStage.Materialize, 0, null, "materialize tools that cannot be executed and are not on offer 2: shop/a, shop/b", async () =>
        {
            await DomainsAsync("shop");
            await _stages.EnvironmentAsync("shop", null, new { not_executable = new { b = "no arguments", a = "no arguments" } });
        });

    [Fact]
    public Task Some_tools_on_offer_never_executed() => EndsAsync(
        PipelineStage.Materialize, 0, null, "materialize tools on offer that no call of the checks could execute 1: shop/list_all", async () =>
        {
            await DomainsAsync("shop");
            await _stages.EnvironmentAsync("shop", null, new { never_executed = new { list_all = "the result is larger than an answer may be" } });
        });

    [Fact]
    public Task Some_writes_change_nothing() => EndsAsync(
        PipelineStage.Materialize, 0, null, "materialize writes that change nothing 2: shop/a, shop/b", async () =>
        {
            await DomainsAsync("shop");
            await _stages.EnvironmentAsync("shop", null, new { idle_writes = new[] { "b", "a" } });
        });

    [Fact]
    public Task All_domains_died() => EndsAsync(PipelineStage.Materialize, 1,
        "error: materialize: none of 1 domains could be materialized: the disk is full; 'agentscaler errors list --workspace w' shows what died, and the same command tries it again.",
        "materialize domains that died 1: shop",
        async () =>
        {
            await DomainsAsync("shop");
            await _stages.DiesAsync(new DomainDiscovered(ScriptedStages.Id, "domain_shop"), "the disk is full", ScriptedStages.Work);
        });

    [Fact]
    public Task An_author_out_of_reach() => EndsAsync(PipelineStage.Materialize, 3,
        "error: materialize: the author answered for none of 2 domains: refused; start the server or correct its address, then run the same command again: what is done is kept.",
        "materialize domains that their author gave nothing for 2 of 2: bank, shop",
        async () =>
        {
            await DomainsAsync("shop", "bank");
            await _stages.EnvironmentAsync("shop", null, new { authoring = new { asked = 1, failed = 1, unreachable = 1, reason = "refused" } });
            await _stages.EnvironmentAsync("bank", null, new { authoring = new { asked = 1, failed = 1, unreachable = 1, reason = "refused" } });
        });

    [Fact]
    public Task An_author_that_refuses_every_request() => EndsAsync(PipelineStage.Materialize, 1,
        "error: materialize: the author answered for none of 1 domains: 401 wrong key; mend that and run the same command again: what is done is kept.",
        "materialize domains that their author gave nothing for 1 of 1: shop",
        async () =>
        {
            await DomainsAsync("shop");
            await _stages.EnvironmentAsync("shop", null, new { authoring = new { asked = 1, failed = 1, unreachable = 0, reason = "401 wrong key" } });
        });

    [Fact]
    public Task An_author_that_answers_for_one_domain() => EndsAsync(
        PipelineStage.Materialize, 0, null, "materialize domains that their author gave nothing for 1 of 2: bank", async () =>
        {
            await DomainsAsync("shop", "bank");
            await _stages.EnvironmentAsync("shop", null, new { authoring = new { asked = 1, failed = 0, unreachable = 0 } });
            await _stages.EnvironmentAsync("bank", null, new { authoring = new { asked = 1, failed = 1, unreachable = 1, reason = "refused" } });
        });

    [Fact]
    public Task No_tasks_at_all() => EndsAsync(PipelineStage.Tasks, 1,
        "error: tasks: the tools of 1 domains allow no task; correct what was given, or say with 'materialize --overrides FILE' what the tools do, and run the same command again.",
        "tasks domains whose tools allow no task 1 of 1: shop",
        async () =>
        {
            await DomainsAsync("shop");
            await _stages.EnvironmentAsync("shop", null);
            await _stages.TasksAsync("shop", 0);
        });

    [Fact]
    public Task All_episodes_dead_of_an_endpoint_out_of_reach() => EndsAsync(PipelineStage.Rollout, 3,
        "error: rollout: none of 4 episodes could be played: http://localhost:9/v1 refused the connection. Is it started?; "
        + "start the server or correct its address, then run the same command again: what is done is kept.",
        "rollout episodes that died 4 of 4: shop-0 attempt 0 by scripted, shop-0 attempt 1 by scripted, shop-1 attempt 0 by scripted, shop-1 attempt 1 by scripted",
        () => EpisodesAsync(Refused, [ScriptedStages.Unreachable]));

    [Fact]
    public Task All_episodes_dead_of_a_socket_under_another_exception() =>
        EndsAsync(PipelineStage.Rollout, 3, "error: rollout: none of 4 episodes could be played: away;*", "*",
        () => EpisodesAsync("away", ["System.Net.Http.HttpRequestException", "System.Net.Sockets.SocketException"]));

    [Fact]
    public Task All_episodes_refused_by_the_endpoint() => EndsAsync(PipelineStage.Rollout, 1,
        "error: rollout: none of 4 episodes could be played: http://e/v1 answered 401: bad key; correct the address, the key or the model's name, then run the same command again: what is done is kept.",
        "*",
        () => EpisodesAsync("http://e/v1 answered 401: bad key", ["AgentScaler.LanguageModels.ModelEndpointException"]));

    [Fact]
    public Task All_episodes_dead_and_one_was_answered() =>
        EndsAsync(PipelineStage.Rollout, 1, "error: rollout: none of 4 episodes could be played: *'agentscaler errors list --workspace w'*", "*", async () =>
    {
        await EpisodesAsync(Refused, [ScriptedStages.Unreachable], but: 1);
        await _stages.DiesAsync(_stages.Episode("shop-1", 1), "the request is malformed", ScriptedStages.Work);
    });

    [Fact]
    public Task Some_episodes_dead() => EndsAsync(PipelineStage.Rollout, 0, null,
        "rollout episodes that died 3 of 4: shop-0 attempt 0 by scripted, shop-0 attempt 1 by scripted, shop-1 attempt 0 by scripted", async () =>
    {
        await EpisodesAsync(Refused, [ScriptedStages.Unreachable], but: 1);
        await _stages.PlayedAsync("shop-1", 1);
    });

    /// <summary>The run ends when the first unit says so; three others are neither played nor dead.</summary>
    [Fact]
    public Task A_quota_that_is_spent_ends_the_run_at_once() => EndsAsync(PipelineStage.Rollout, 1,
        "error: rollout: http://host/v1 answered 429: You exceeded your current quota; raise the quota or name another endpoint, then run the same command again: what is done is kept.",
        "rollout episodes that died 1 of 1: shop-0 attempt 0 by scripted",
        () => EpisodesAsync(Spent, [ScriptedStages.Quota], but: 3));

    [Fact]
    public Task No_trajectory_can_be_judged() => EndsAsync(PipelineStage.Filter, 1,
        "error: filter: none of 1 trajectories could be judged: no such task; 'agentscaler errors list --workspace w' shows what died, and the same command tries it again.",
        "filter judgements that died 1: *",
        async () =>
        {
            await _stages.PlayedAsync("shop-0", 0);
            await _stages.DiesAsync(new TrajectoryRecorded(ScriptedStages.Id, Gateway.Orchestration.EpisodePlan.IdOf(_stages.Episode("shop-0", 0))),
                "no such task", ScriptedStages.Work);
        });

    [Fact]
    public Task A_training_that_died() => EndsAsync(PipelineStage.Train, 1,
        "error: train: no accepted trajectory; 'agentscaler errors list --workspace w' shows what died, and the same command tries it again.",
        "train trainings that died 1: stage 1",
        () => _stages.DiesAsync(new TrainingRequested(ScriptedStages.Id, "job", 1), "no accepted trajectory", ScriptedStages.Work));

    [Fact]
    public Task One_of_two_evaluated_policies_out_of_reach() => EndsAsync(PipelineStage.Evaluate, 3,
        "error: evaluate: none of 2 episodes of the policy 'openai' could be played: away; start the server or correct its address, then run the same command again: what is done is kept.",
        "evaluate episodes that died 2: shop-0 attempt 0 by openai, shop-0 attempt 1 by openai",
        async () =>
        {
            foreach (var episode in await _stages.EvaluatedAsync("scripted", "openai"))
            {
                await (episode.Agent == "openai" ? _stages.DiesAsync(episode, "away", ScriptedStages.Unreachable) : _stages.JudgedAsync(episode));
            }
        });

    [Fact]
    public Task One_episode_of_an_evaluated_policy_dead() =>
        EndsAsync(PipelineStage.Evaluate, 0, null, "evaluate episodes that died 1: shop-0 attempt 0 by openai", async () =>
    {
        foreach (var episode in await _stages.EvaluatedAsync("scripted", "openai"))
        {
            await (episode is { Agent: "openai", Attempt: 0 } ? _stages.DiesAsync(episode, "away", ScriptedStages.Unreachable) : _stages.JudgedAsync(episode));
        }
    });

    [Fact]
    public Task Nothing_usable_in_the_sources() => EndsAsync(PipelineStage.Collect, 2, "error: collect: No tool was found in x.json.", "*",
        () => _stages.DiesAsync(new PipelineRequested(ScriptedStages.Id), "No tool was found in x.json.", "AgentScaler.Hosting.UnrecoverableException"));

    [Fact]
    public Task A_rewriting_endpoint_out_of_reach_while_collecting() => EndsAsync(PipelineStage.Collect, 3, "error: collect: away; start the server*", "*",
        () => _stages.DiesAsync(new PipelineRequested(ScriptedStages.Id), "away", ScriptedStages.Unreachable));

    /// <summary>The server was started, or the quota raised: the same command does again what died, and nothing else.</summary>
    [Fact]
    public async Task The_same_command_tries_again_what_ended_the_run()
    {
        await _stages.BeginAsync(PipelineStage.Rollout);
        await EpisodesAsync(Refused, [ScriptedStages.Unreachable]);
        Assert.Equal(3, (await _stages.EndAsync()).Exit);

        await _stages.BeginAsync(PipelineStage.Rollout);
        Assert.Equal(0, await _stages.CountAsync(Collections.DeadWork));
        foreach (var (task, attempt) in Episodes)
        {
            await _stages.PlayedAsync(task, attempt);
        }

        var (exit, sentence, report, _) = await _stages.EndAsync();
        Assert.Equal((0, null), (exit, sentence));
        Assert.False(report.ContainsKey("problems"));
    }

    [Fact]
    public async Task The_same_command_makes_again_the_domains_that_came_to_nothing_and_no_others()
    {
        await _stages.BeginAsync(PipelineStage.Materialize);
        await DomainsAsync("shop", "bank");
        await _stages.EnvironmentAsync("shop", null, new { authoring = new { asked = 1, failed = 1, unreachable = 1, reason = "refused" } });
        await _stages.EnvironmentAsync("bank", "The domain has no tools.");
        Assert.Equal(3, (await _stages.EndAsync()).Exit);

        await _stages.BeginAsync(PipelineStage.Materialize);
        Assert.Equal(0, await _stages.CountAsync(Collections.Environments));
        await _stages.EnvironmentAsync("shop", null);
        await _stages.EnvironmentAsync("bank", "The domain has no tools.");
        Assert.Equal(0, (await _stages.EndAsync()).Exit);

        await _stages.BeginAsync(PipelineStage.Materialize);
        Assert.Equal(2, await _stages.CountAsync(Collections.Environments));
    }

    [Fact]
    public async Task A_run_that_is_complete_keeps_its_dead_work_until_it_is_replayed()
    {
        await _stages.BeginAsync(PipelineStage.Rollout);
        await EpisodesAsync(Refused, [ScriptedStages.Work], but: 1);
        await _stages.PlayedAsync("shop-1", 1);
        Assert.Equal(0, (await _stages.EndAsync()).Exit);

        await _stages.BeginAsync(PipelineStage.Rollout);
        Assert.Equal(3, await _stages.CountAsync(Collections.DeadWork));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9")]
    [InlineData("http://nowhere.invalid")]
    public async Task A_gateway_out_of_reach(string address)
    {
        await using var error = new StringWriter();
        var file = Path.Combine(Journey.Samples, "bank.functions.json");

        Assert.Equal(3,
            await CommandLine.InvokeAsync(["run", "--source", file, "--gateway", address], TextWriter.Null, error, TestContext.Current.CancellationToken));
        var line = Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"error: the gateway {address}/ is out of reach: ", line, StringComparison.Ordinal);
        Assert.EndsWith("; start it or correct --gateway, then run the same command again.", line.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_export_has_no_place_for_is_said()
    {
        var outcome = new AgentScaler.Exports.ExportOutcome(
            new object(), "1 rows", ["sharegpt has no place for words beside a tool call: 3 of 170 messages lost theirs."]);
        await using var error = new StringWriter();

        await Standalone.Commands.ExportCommand.WriteAsync(outcome, Standalone.Commands.OutputFormat.Human, TextWriter.Null, error);

        Assert.Equal($"warning: {outcome.Warnings[0]}{Environment.NewLine}", error.ToString());
    }

    public ValueTask DisposeAsync() => _stages.DisposeAsync();

    private static IEnumerable<(string Task, int Attempt)> Episodes =>
        from task in new[] { "shop-0", "shop-1" } from attempt in new[] { 0, 1 } select (task, attempt);

    /// <param name="sentence">What stands on standard error; a star stands for anything.</param>
    /// <param name="problem">The last problem of the report, as stage, kind, count and names; a star stands for anything.</param>
    private async Task EndsAsync(PipelineStage stage, int exit, string? sentence, string problem, Func<Task> arrange)
    {
        await _stages.BeginAsync(stage);
        await arrange();

        var ending = await _stages.EndAsync();

        Assert.Equal(exit, ending.Exit);
        Matches(sentence, ending.Sentence);
        Assert.DoesNotContain('\n', ending.Sentence ?? "");
        var last = ending.Report["problems"]!.AsArray()[^1]!;
        var of = last["of"] is { } all ? $" of {all}" : "";
        var names = last["items"]!.AsArray().Select(item => (string)item!["name"]!).ToList();
        Matches(problem, $"{last["stage"]} {last["kind"]} {last["count"]}{of}: {string.Join(", ", names)}");
        Assert.Contains($"warning: {last["stage"]}: {last["kind"]}: {last["count"]}", ending.Console, StringComparison.Ordinal);
        Assert.All(names, name => Assert.Contains(name, ending.Console, StringComparison.Ordinal));
    }

    private static void Matches(string? expected, string? found)
    {
        if (expected is null || !expected.Contains('*', StringComparison.Ordinal))
        {
            Assert.Equal(expected, found);
            return;
        }

        Assert.Matches("^" + string.Join(".*", expected.Split('*').Select(System.Text.RegularExpressions.Regex.Escape)) + "$", found!);
    }

    private async Task DomainsAsync(params IReadOnlyList<string> slugs)
    {
        foreach (var slug in slugs)
        {
            await _stages.DomainAsync(slug);
        }
    }

    /// <summary>Two tasks of two attempts each; all of their episodes die but so many.</summary>
    private async Task EpisodesAsync(string reason, IReadOnlyList<string> kinds, int but = 0)
    {
        await _stages.TasksAsync("shop", 2);
        foreach (var (task, attempt) in Episodes.SkipLast(but))
        {
            await _stages.DiesAsync(_stages.Episode(task, attempt), reason, kinds);
        }
    }
}
