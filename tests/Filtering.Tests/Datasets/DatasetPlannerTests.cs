using System.Globalization;
using AgentScaler.Filtering.Datasets;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Filtering.Tests.Datasets;

public sealed class DatasetPlannerTests
{
    private static readonly DatasetOptions Options = new();
    private static readonly List<TaskFacts> Tasks = [.. Enumerable.Range(0, 12).SelectMany(d => Enumerable.Range(0, d == 3 ? 40 : 20).Select(t => Task(d, t)))];
    private static readonly List<DomainFacts> Domains =
        [.. Enumerable.Range(0, 12)
            .Select(d => new DomainFacts($"d{d}", new HashSet<string> { $"tool{d}a", $"tool{d}b" }, new HashSet<string> { $"provider{d / 2}" }))];

    private static readonly List<EpisodeFacts> Episodes = [.. Tasks.SelectMany(t => Enumerable.Range(0, 3).Select(a => Episode(t, a)))];

    [Fact]
    public void No_task_stands_on_both_sides()
    {
        var plans = DatasetPlanner.Plan(Tasks, Domains, Episodes, Options, 0);
        var train = plans.SelectMany(p => p.Train).Select(TaskOf).ToHashSet();
        var validation = plans.SelectMany(p => p.Validation).Select(TaskOf).Concat(plans.SelectMany(p => p.ValidationTasks)).ToHashSet();
        Assert.NotEmpty(train);
        Assert.NotEmpty(validation);
        Assert.Empty(train.Intersect(validation));
    }

    [Fact]
    public void No_nearly_equal_intent_stands_on_both_sides()
    {
        const string text = "please cancel the booking of my room at the harbour for the night of the {0} of June and refund it";
        var tasks = Tasks.Select((t, i) => i % 4 == 0 ? t with { Intent = string.Format(CultureInfo.InvariantCulture, text, i) } : t).ToList();
        var alike = tasks.Where((_, i) => i % 4 == 0).Select(t => t.Id).ToHashSet();
        var split = TaskSplit.Of(tasks, Domains, Options with { HeldOutDomainShare = 0 }, 0);
        Assert.Single(alike.Select(split.IsValidation).Distinct());
    }

    [Fact]
    public void A_domain_held_back_shares_no_tool_with_what_is_trained()
    {
        var domains = Domains.ConvertAll(d => d.Slug is "d1" or "d2" ? d with { Tools = d.Tools.Append("shared").ToHashSet() } : d);
        for (var seed = 0; seed < 20; seed++)
        {
            var split = TaskSplit.Of(Tasks, domains, Options with { HeldOutDomainShare = 0.5 }, seed);
            Assert.NotEmpty(split.HeldOutDomains);
            Assert.DoesNotContain(split.HeldOutDomains, d => d is "d1" or "d2");
        }
    }

    [Fact]
    public void A_dataset_names_the_domains_of_which_it_trains_nothing()
    {
        var plans = DatasetPlanner.Plan(Tasks, Domains, Episodes, Options with { HeldOutDomainShare = 0.2 }, 0);
        var trained = plans[0].Train.Select(id => TaskOf(id).Split('-')[0]).ToHashSet();
        var held = plans[0].ValidationTasks.Select(id => id.Split('-')[0]).ToHashSet();
        Assert.Equal(2, plans[0].UnseenDomains.Count);
        Assert.Equal(held.Except(trained).Order(StringComparer.Ordinal), plans[0].UnseenDomains);
        Assert.Empty(plans[1].UnseenDomains);
    }

    [Fact]
    public void A_provider_is_held_back_with_all_its_domains()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            // Six providers of two domains each; that of the vertical domain d3 stays.
            var plan = DatasetPlanner.Plan(Tasks, Domains, Episodes, Options with { HeldOutProviderShare = 0.34, HeldOutDomainShare = 0.1 }, seed)[0];
            var trained = plan.Train.Select(id => TaskOf(id).Split('-')[0]).SelectMany(d => Domains.Single(f => f.Slug == d).Providers).ToHashSet();
            Assert.Equal(4, plan.UnseenProviders.Count);
            Assert.Equal(5, plan.UnseenDomains.Count);
            Assert.DoesNotContain(Domains, d => plan.UnseenProviders.Contains(d.Slug) && d.Providers.Any(trained.Contains));
            Assert.DoesNotContain("d2", plan.UnseenProviders);
        }
    }

    [Fact]
    public void A_provider_with_a_tool_in_a_trained_domain_is_seen_even_if_no_trajectory_calls_it()
    {
        var one = Domains.ConvertAll(d => d with { Providers = new HashSet<string> { "one" } });
        Assert.Empty(TaskSplit.Of(Tasks, one, Options, 0).UnseenProviderDomains);

        var everywhere = Domains.ConvertAll(d => d.Slug == "d3" ? d with { Providers = Domains.SelectMany(o => o.Providers).ToHashSet() } : d);
        Assert.Empty(TaskSplit.Of(Tasks, everywhere, Options with { HeldOutProviderShare = 0.5 }, 0).UnseenProviderDomains);
    }

    [Fact]
    public void Providers_that_share_a_tool_with_another_domain_or_make_up_most_domains_stay()
    {
        var none = Options with { HeldOutProviderShare = 0.5, HeldOutDomainShare = 0, Verticals = 0 };
        var shared = Domains.ConvertAll(d => d with { Tools = d.Tools.Append("shared").ToHashSet() });
        Assert.Empty(TaskSplit.Of(Tasks, shared, none, 0).HeldOutDomains);

        var most = Domains.ConvertAll(d => d with { Providers = new HashSet<string> { d.Slug is "d0" or "d3" ? "small" : "large" } });
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(["d0", "d3"], TaskSplit.Of(Tasks, most, none, seed).HeldOutDomains);
            Assert.Equal(6, TaskSplit.Of(Tasks, Domains, none with { HeldOutDomainShare = 0.5 }, seed).HeldOutDomains.Count);
        }
    }

    [Fact]
    public void A_vertical_domain_without_a_task_is_named_with_those_there_are()
    {
        var wrong = Assert.Throws<UnrecoverableException>(() => TaskSplit.Of(Tasks, Domains, Options with { VerticalDomains = ["d77"] }, 0));
        Assert.Contains("'d77'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("d3", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_vertical_domain_is_the_one_with_most_tasks_and_stays_out_of_stage_1()
    {
        var plans = DatasetPlanner.Plan(Tasks, Domains, Episodes, Options, 0);
        Assert.Equal(["stage1", "stage2-d3"], plans.Select(p => p.Name));
        Assert.All(plans[1].Train, id => Assert.StartsWith("d3", TaskOf(id), StringComparison.Ordinal));
        Assert.DoesNotContain(plans[0].Train.Concat(plans[0].Validation), id => TaskOf(id).StartsWith("d3-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_does_not_depend_on_the_order_of_what_it_is_made_from()
    {
        var forward = DatasetPlanner.Plan(Tasks, Domains, Episodes, Options, 5);
        var backward =
            DatasetPlanner.Plan(Tasks.AsEnumerable().Reverse(), [.. Domains.AsEnumerable().Reverse()], Episodes.AsEnumerable().Reverse(), Options, 5);
        Assert.Equal(forward.SelectMany(p => p.Train.Concat(p.Validation)), backward.SelectMany(p => p.Train.Concat(p.Validation)));
    }

    [Fact]
    public void About_the_asked_share_of_each_domain_is_held_back()
    {
        var split = TaskSplit.Of(Tasks, Domains, Options, 0);
        foreach (var domain in Tasks.GroupBy(t => t.Domain))
        {
            var share = domain.Count(t => split.IsValidation(t.Id)) / (double)domain.Count();
            Assert.Equal(split.HeldOutDomains.Contains(domain.Key) ? 1 : 0.1, share, 0.051);
        }
    }

    [Fact]
    public void Equal_conversations_of_one_task_are_one_row()
    {
        var twice = Episodes.Concat(Episodes.Select(e => e with { Trajectory = e.Trajectory + "-again" })).ToList();
        Assert.Equal(
            DatasetPlanner.Plan(Tasks, Domains, Episodes, Options, 0).Select(p => p.Train.Count),
            DatasetPlanner.Plan(Tasks, Domains, twice, Options, 0).Select(p => p.Train.Count));
    }

    [Fact]
    public void A_domain_with_very_many_rows_is_cut_to_a_multiple_of_the_median()
    {
        var many = Enumerable.Range(0, 2000).Select(i => Episode(Tasks[i % 20], 100 + i)).ToList();
        var plan = DatasetPlanner.Plan(Tasks, Domains, [.. Episodes, .. many], Options with { MaxRowsPerTask = 1000, HeldOutDomainShare = 0 }, 0)[0];
        var sizes = plan.Train.GroupBy(id => (TaskOf(id).Split('-')[0], LengthOf(id))).Select(g => g.Count()).ToList();
        Assert.True(sizes.Max() <= 3 * sizes.Order().ElementAt(sizes.Count / 2));
    }

    [Fact]
    public void Options_out_of_range_are_named() =>
        Assert.Contains("ValidationShare", Assert.Throws<ArgumentException>(() => (Options with { ValidationShare = 2 }).Validate()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Groups_are_those_of_comparing_every_pair()
    {
        var random = new Random(3);
        var words = "a b c d e".Split(' ');
        var texts = Enumerable.Range(0, 300).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(3, 9)).Select(_ => words[random.Next(5)]))).ToList();
        foreach (var threshold in (double[])[0.3, 0.5, 0.7, 1])
        {
            Assert.Equal(Naive(texts, threshold), IntentGroups.Of(texts, threshold));
        }
    }

    private static int[] Naive(List<string> texts, double threshold)
    {
        var sets = texts.ConvertAll(t =>
        {
            var words = t.Split(' ');
            return Enumerable.Range(0, words.Length - 2).Select(i => string.Join(' ', words[i..(i + 3)])).ToHashSet();
        });
        var group = Enumerable.Range(0, texts.Count).ToArray();
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var shared = sets[i].Intersect(sets[j]).Count();
                if (shared >= threshold * (sets[i].Count + sets[j].Count - shared) && group[i] != group[j])
                {
                    var (low, high) = (Math.Min(group[i], group[j]), Math.Max(group[i], group[j]));
                    group = Array.ConvertAll(group, g => g == high ? low : g);
                }
            }
        }

        return group;
    }

    private static TaskFacts Task(int domain, int number) => new(
        $"d{domain}-t{number}",
        $"d{domain}",
        string.Join(' ', Enumerable.Range(0, 12).Select(w => $"w{(domain * 7919) + (number * 104729) + (w * 31)}")));

    private static EpisodeFacts Episode(TaskFacts task, int attempt) =>
        new($"{task.Id}:{attempt}:{1 + (attempt % 2)}", task.Id, task.Domain, 1 + (attempt % 2), $"content{attempt}");

    private static string TaskOf(string trajectory) => trajectory.Split(':')[0];

    private static string LengthOf(string trajectory) => trajectory.Split(':')[2];
}
