using AgentScaler.Environments.Programs;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tasks.Checks;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Tasks.Tests;

public sealed class TaskGeneratorTests
{
    private static readonly Lazy<TaskSet> Made = new(() => new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions(), 0));

    private static TaskSet Set => Made.Value;

    [Fact]
    public void A_domain_of_twelve_tools_gets_at_least_twenty_tasks_of_every_kind()
    {
        Assert.True(Set.Tasks.Count >= 20, $"{Set.Tasks.Count} tasks");
        Assert.Equal(Enum.GetValues<TaskKind>().Order(), Set.Tasks.Select(t => t.Kind).Distinct().Order());
        Assert.Equal(Set.Tasks.Count, Set.Figures.Write + Set.Figures.ReadOnly + Set.Figures.Refusal);
    }

    [Fact]
    public void A_domain_with_settings_of_its_own_keeps_those_of_all_in_what_it_leaves_out()
    {
        var all = new TaskOptions
        {
            RefusalShare = 0.2,
            Domains = new Dictionary<string, DomainTaskOptions> { ["shop"] = new() { PerDomain = 7, MaxSteps = 1, CoverageExtra = 0 } }
        };

        var (own, other) = (all.Of("shop"), all.Of("clinic"));

        Assert.Equal((7, 1, 0, 0.2), (own.PerDomain, own.MaxSteps, own.CoverageExtra, own.RefusalShare));
        Assert.Equal((20, 20, 20, 0.2), (other.PerDomain, other.MaxSteps, other.CoverageExtra, other.RefusalShare));
    }

    [Fact]
    public void A_setting_of_one_domain_that_is_out_of_range_is_named_with_the_domain()
    {
        var options = new TaskOptions { Domains = new Dictionary<string, DomainTaskOptions> { ["shop"] = new() { MaxSteps = 0 } } };

        var error = Assert.Throws<ArgumentException>(options.Validate);

        Assert.Contains("max_steps is 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("domains.shop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Golden_calls_reproduce_their_results_and_their_state_on_a_fresh_session()
    {
        Assert.All(Set.Tasks, task =>
        {
            var session = ShopDomain.Environment.Open();
            foreach (var (call, recorded) in task.GoldenCalls.Zip(task.GoldenResults))
            {
                var result = session.Call(call.Name, call.Arguments);
                Assert.Equal(recorded.Result, result.Result);
                Assert.Equal(recorded.Error, result.Error);
                Assert.Equal(call.Expect, result.Error?.Code);
            }

            Assert.Equal(task.GoldenState, session.Hash.ToString());
            Assert.Equal(task.GoldenDiff, session.Diff());
        });
    }

    [Fact]
    public void Doing_nothing_passes_no_write_task_and_nothing_else_changes_the_state()
    {
        var environment = ShopDomain.Environment;
        Assert.All(Set.Tasks, task =>
        {
            var session = environment.Open();
            foreach (var call in task.GoldenCalls)
            {
                session.Call(call.Name, call.Arguments);
            }

            var same = StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, environment.InitialState, session.State());
            Assert.Equal(task.Kind != TaskKind.Write, same);
        });
    }

    [Fact]
    public void Leaving_any_single_call_out_loses_an_argument_an_answer_or_the_goal() =>
        Assert.All(Set.Tasks, task => Assert.Empty(Necessity.Unneeded(ShopDomain.Environment, task)));

    [Fact]
    public void The_plan_finds_every_argument_from_what_the_user_says_and_earlier_results_alone() =>
        Assert.All(Set.Tasks, task => Assert.Null(new TaskVerifier(ShopDomain.Environment).Fault(task)));

    [Fact]
    public void Every_value_the_user_brings_along_stands_in_the_intent_and_no_identifier_of_a_machine_does() => Assert.All(Set.Tasks, task =>
    {
        Assert.All(task.User.KnownValues.Values, value => Assert.Contains(SpokenValue.Of(value), task.Intent, StringComparison.Ordinal));
        Assert.DoesNotContain("_", task.Intent, StringComparison.Ordinal);
        Assert.Equal(task.Intent, string.Join(' ', task.Parts.Select(p => p.Text)));
    });

    [Fact]
    public void A_key_that_a_tool_leads_to_is_looked_up_more_often_than_said()
    {
        var sources = Set.Tasks.SelectMany(t => t.Plan).Where(p => p.Argument is "/customer_id" or "/product_id").ToList();
        Assert.True(sources.Count(p => p.Source == "result") > sources.Count / 2, $"{sources.Count(p => p.Source == "result")} of {sources.Count}");
    }

    [Fact]
    public void An_answer_is_never_something_that_the_user_said() => Assert.All(
        Set.Tasks.Where(t => t.Kind == TaskKind.ReadOnly),
        task =>
        {
            Assert.NotEmpty(task.AnswerValues);
            Assert.DoesNotContain(task.AnswerValues, v => task.User.KnownValues.Values.Contains(v));
        });

    [Fact]
    public void A_refusal_reads_changes_nothing_and_names_the_rule() => Assert.All(
        Set.Tasks.Where(t => t.Kind == TaskKind.Refusal),
        task =>
        {
            Assert.NotEmpty(task.GoldenCalls);
            Assert.Equal(task.InitialState, task.GoldenState);
            Assert.Contains(task.ForbiddenBy!, ShopDomain.Environment.Definition.Policy, StringComparison.Ordinal);
        });

    [Fact]
    public void Some_tasks_must_meet_an_error_first_and_reach_the_goal_another_way()
    {
        var tasks = Set.Tasks.Where(t => t.GoldenCalls.Any(c => c.Expect is not null)).ToList();
        Assert.NotEmpty(tasks);
        Assert.All(tasks, task => Assert.Null(task.GoldenCalls[^1].Expect));
        Assert.Contains(tasks, t => t.GoldenCalls.Any(c => c.Expect == ErrorCode.PreconditionFailed));
    }

    [Fact]
    public void Paths_branch_and_join_and_are_not_only_chains()
    {
        var joins = Set.Tasks.Count(t => t.Plan.GroupBy(p => p.Call).Any(g => g.SelectMany(p => PlanSource.Calls(p.From)).Distinct().Count() > 1));
        var branches = Set.Tasks.Count(t => t.Plan.SelectMany(p => PlanSource.Calls(p.From).Select(from => (from, p.Call))).Distinct().GroupBy(e => e.from)
            .Any(g => g.Count() > 1));
        Assert.True(joins > 0 && branches > 0, $"{joins} joins, {branches} branches");
    }

    [Fact]
    public void Choices_among_several_rows_are_made_by_what_the_user_said() => Assert.Contains(
        Set.Tasks.SelectMany(t => t.Plan), p => p.From.ToJson().Contains("\"where\"", StringComparison.Ordinal));

    [Fact]
    public void Coverage_reaches_the_targets_on_a_domain_without_dead_ends()
    {
        var coverage = Set.Figures.Coverage;
        Assert.True(coverage.Tools.Value >= 0.95, $"tools {coverage.Tools}");
        Assert.True(coverage.Edges.Value >= 0.7, $"edges {coverage.Edges}");
        Assert.True(coverage.ErrorBranches.Value >= 0.6, $"error branches {coverage.ErrorBranches}");
    }

    [Fact]
    public void What_no_task_covers_is_named_with_the_reason_and_counted()
    {
        var coverage = Set.Figures.Coverage;
        Assert.Equal(coverage.Tools.Total - coverage.Tools.Covered, Set.Uncovered.Count(u => u.Kind == "tool"));
        Assert.Equal(coverage.ErrorBranches.Total - coverage.ErrorBranches.Covered, Set.Uncovered.Count(u => u.Kind == "error_branch"));
        Assert.Equal(Set.Uncovered.Count, Set.Figures.Uncovered.Values.Sum());
    }

    [Fact]
    public void Where_no_other_arguments_help_something_else_is_asked_for_in_place_of_what_fails()
    {
        var tasks = Set.Tasks.Where(t => t.Parts.Any(p => p.Calls.Any(c => t.GoldenCalls[c].Expect is not null)
            && t.GoldenCalls[p.Calls[^1]].Name != t.GoldenCalls[p.Calls.First(c => t.GoldenCalls[c].Expect is not null)].Name)).ToList();
        Assert.NotEmpty(tasks);
        Assert.All(tasks, task => Assert.Null(new TaskVerifier(ShopDomain.Environment).Fault(task)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_tasks_and_another_seed_gives_others()
    {
        var again = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions(), 0);
        var other = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions(), 1);
        Assert.Equal(Set.Tasks.Select(t => t.Id), again.Tasks.Select(t => t.Id));
        Assert.Empty(Set.Tasks.Select(t => t.Id).Intersect(other.Tasks.Select(t => t.Id)));
    }

    [Fact]
    public void No_two_tasks_have_the_same_calls_or_the_same_intent()
    {
        Assert.Equal(Set.Tasks.Count, Set.Tasks.Select(t => t.Intent).Distinct().Count());
        Assert.Equal(Set.Tasks.Count,
            Set.Tasks.Select(t => Value.From(t.GoldenCalls.Select(c => Value.Object(("n", c.Name), ("a", c.Arguments)))).ToCanonicalJson()).Distinct().Count());
    }

    [Fact]
    public void Tasks_keep_to_the_longest_length_allowed_and_reach_long_ones_where_asked()
    {
        var options = new TaskOptions { MaxSteps = 3, CoverageExtra = 0 };
        var shortOnes = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, options, 0);
        Assert.All(shortOnes.Tasks, t => Assert.InRange(t.Steps, 1, 3));

        double[] onlyLong = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        var longOnes = new TaskGenerator().Generate(
            ShopDomain.Environment, ShopDomain.Domain,
                new TaskOptions { MaxSteps = 24, LengthWeights = onlyLong, CoverageExtra = 0, RefusalShare = 0, ReadOnlyShare = 0, PerDomain = 5 }, 0);
        Assert.Contains(longOnes.Tasks, t => t.Steps >= 20);
    }

    [Fact]
    public void Per_domain_is_the_number_of_tasks_where_nothing_extra_is_allowed()
    {
        var set = new TaskGenerator().Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions { PerDomain = 7, CoverageExtra = 0 }, 0);
        Assert.Equal(7, set.Tasks.Count);
    }

    [Fact]
    public void An_option_out_of_range_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => new TaskGenerator()
            .Generate(ShopDomain.Environment, ShopDomain.Domain, new TaskOptions { MaxSteps = 0 }, 0));
        Assert.Contains("max_steps", refused.Message, StringComparison.Ordinal);
    }
}
