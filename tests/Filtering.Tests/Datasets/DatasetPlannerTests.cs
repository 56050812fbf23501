using System.Globalization;
using AgentScaler.Filtering.Datasets;

namespace AgentScaler.Filtering.Tests.Datasets;

public sealed class DatasetPlannerTests
{
    private static readonly DatasetOptions Options = new();
    private static readonly List<TaskFacts> Tasks = [.. Enumerable.Range(0, 12).SelectMany(d => Enumerable.Range(0, d == 3 ? 40 : 20).Select(t => Task(d, t)))];
    private static readonly List<EpisodeFacts> Episodes = [.. Tasks.SelectMany(t => Enumerable.Range(0, 3).Select(a => Episode(t, a)))];

    [Fact]
    public void No_task_stands_on_both_sides()
    {
        var plans = DatasetPlanner.Plan(Tasks, Episodes, Options, 0);
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
        var split = TaskSplit.Of(tasks, Options with { HeldOutDomainShare = 0 }, 0);
        Assert.Single(alike.Select(split.IsValidation).Distinct());
    }

    [Fact]
    public void A_domain_held_back_shares_no_tool_with_what_is_trained()
    {
        var tasks = Tasks.Select(t => t.Domain is "d1" or "d2" ? t with { Tools = ["shared", .. t.Tools] } : t).ToList();
        for (var seed = 0; seed < 20; seed++)
        {
            var split = TaskSplit.Of(tasks, Options with { HeldOutDomainShare = 0.5 }, seed);
            var trained = tasks.Where(t => !split.IsValidation(t.Id)).SelectMany(t => t.Tools).ToHashSet();
            Assert.NotEmpty(split.HeldOutDomains);
            Assert.DoesNotContain(tasks, t => split.HeldOutDomains.Contains(t.Domain) && t.Tools.Any(trained.Contains));
        }
    }

    [Fact]
    public void A_dataset_names_the_domains_of_which_it_trains_nothing()
    {
        var plans = DatasetPlanner.Plan(Tasks, Episodes, Options with { HeldOutDomainShare = 0.2 }, 0);
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
            var split = TaskSplit.Of(Tasks, Options with { HeldOutProviderShare = 0.34, HeldOutDomainShare = 0.1 }, seed);
            var trained = Tasks.Where(t => !split.IsValidation(t.Id)).SelectMany(t => t.Providers).ToHashSet();
            Assert.Equal(4, split.UnseenProviderDomains.Count);
            Assert.Equal(5, split.HeldOutDomains.Count);
            Assert.DoesNotContain(Tasks, t => split.UnseenProviderDomains.Contains(t.Domain) && t.Providers.Any(trained.Contains));
            Assert.DoesNotContain("d2", split.UnseenProviderDomains);
        }
    }

    [Fact]
    public void A_domain_whose_provider_is_trained_elsewhere_or_unknown_is_not_of_an_unseen_provider()
    {
        List<TaskFacts> Told(string? provider) => Tasks.ConvertAll(t => t with { Providers = [provider] });
        Assert.Empty(TaskSplit.Of(Told("one"), Options, 0).UnseenProviderDomains);
        Assert.Empty(TaskSplit.Of(Told(null), Options, 0).UnseenProviderDomains);
    }

    [Fact]
    public void Providers_that_share_a_tool_with_another_domain_or_make_up_most_domains_stay()
    {
        var shared = Tasks.ConvertAll(t => t with { Tools = ["shared", .. t.Tools] });
        Assert.Empty(TaskSplit.Of(shared, Options with { HeldOutProviderShare = 0.5 }, 0).HeldOutDomains);
        var split = TaskSplit.Of(Tasks, Options with { HeldOutProviderShare = 0.5, HeldOutDomainShare = 0, Verticals = 0 }, 0);
        Assert.Equal(6, split.HeldOutDomains.Count);
        var most = Tasks.ConvertAll(t => t with { Providers = [t.Domain is "d0" or "d3" ? "small" : "large"] });
        Assert.DoesNotContain(TaskSplit.Of(most, Options with { HeldOutProviderShare = 0.5, HeldOutDomainShare = 0, Verticals = 0 }, 0).HeldOutDomains, d => d is not ("d0" or "d3"));
    }

    [Fact]
    public void The_vertical_domain_is_the_one_with_most_tasks_and_stays_out_of_stage_1()
    {
        var plans = DatasetPlanner.Plan(Tasks, Episodes, Options, 0);
        Assert.Equal(["stage1", "stage2-d3"], plans.Select(p => p.Name));
        Assert.All(plans[1].Train, id => Assert.StartsWith("d3", TaskOf(id), StringComparison.Ordinal));
        Assert.DoesNotContain(plans[0].Train.Concat(plans[0].Validation), id => TaskOf(id).StartsWith("d3-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_does_not_depend_on_the_order_of_what_it_is_made_from()
    {
        var forward = DatasetPlanner.Plan(Tasks, Episodes, Options, 5);
        var backward = DatasetPlanner.Plan(Tasks.AsEnumerable().Reverse(), Episodes.AsEnumerable().Reverse(), Options, 5);
        Assert.Equal(forward.SelectMany(p => p.Train.Concat(p.Validation)), backward.SelectMany(p => p.Train.Concat(p.Validation)));
    }

    [Fact]
    public void About_the_asked_share_of_each_domain_is_held_back()
    {
        var split = TaskSplit.Of(Tasks, Options, 0);
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
            DatasetPlanner.Plan(Tasks, Episodes, Options, 0).Select(p => p.Train.Count),
            DatasetPlanner.Plan(Tasks, twice, Options, 0).Select(p => p.Train.Count));
    }

    [Fact]
    public void A_domain_with_very_many_rows_is_cut_to_a_multiple_of_the_median()
    {
        var many = Enumerable.Range(0, 2000).Select(i => Episode(Tasks[i % 20], 100 + i)).ToList();
        var plan = DatasetPlanner.Plan(Tasks, [.. Episodes, .. many], Options with { MaxRowsPerTask = 1000, HeldOutDomainShare = 0 }, 0)[0];
        var sizes = plan.Train.GroupBy(id => (TaskOf(id).Split('-')[0], LengthOf(id))).Select(g => g.Count()).ToList();
        Assert.True(sizes.Max() <= 3 * sizes.Order().ElementAt(sizes.Count / 2));
    }

    [Fact]
    public void Options_out_of_range_are_named() =>
        Assert.Contains("ValidationShare", Assert.Throws<ArgumentException>(() => (Options with { ValidationShare = 2 }).Validate()).Message, StringComparison.Ordinal);

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
        string.Join(' ', Enumerable.Range(0, 12).Select(w => $"w{(domain * 7919) + (number * 104729) + (w * 31)}")),
        [$"tool{domain}a", $"tool{domain}b"],
        [$"provider{domain / 2}"]);

    private static EpisodeFacts Episode(TaskFacts task, int attempt) =>
        new($"{task.Id}:{attempt}:{1 + (attempt % 2)}", task.Id, task.Domain, 1 + (attempt % 2), $"content{attempt}");

    private static string TaskOf(string trajectory) => trajectory.Split(':')[0];

    private static string LengthOf(string trajectory) => trajectory.Split(':')[2];
}
