using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests;

/// <summary><c>tasks.domains</c>: more tasks of one domain, or others, than of the rest.</summary>
public sealed class DomainTasksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_domain_is_given_tasks_by_its_own_settings_and_a_name_that_no_domain_has_is_said()
    {
        using var journey = new Journey();
        await journey.RunAsync("tasks", Stop);
        var slug = journey.Tasks().Select(t => t.Domain).Order(StringComparer.Ordinal).First();

        var wrong = await journey.CommandAsync(["tasks", "--config", Configuration(journey, "no-such-domain")], Stop);

        Assert.Equal(1, wrong.Exit);
        Assert.Contains("domains names 'no-such-domain'", wrong.Error, StringComparison.Ordinal);

        var right = await journey.CommandAsync(["tasks", "--config", Configuration(journey, slug)], Stop);

        Assert.True(right.Exit == 0, right.Error);
        var tasks = journey.Tasks().ToLookup(t => t.Domain == slug);
        Assert.Equal(15, tasks[true].Count());
        Assert.All(tasks[true], task => Assert.Single(task.GoldenCalls));
        Assert.Contains(tasks[false], task => task.GoldenCalls.Count > 1);
    }

    private static string Configuration(Journey journey, string slug)
    {
        var settings = JsonNode.Parse(Journey.SmallConfiguration)!;
        settings["tasks"]!["domains"] =
            new JsonObject { [slug] = new JsonObject { ["per_domain"] = 15, ["max_steps"] = 1, ["refusal_share"] = 0, ["failure_share"] = 0 } };
        var file = journey.Place($"{slug}.json");
        File.WriteAllText(file, settings.ToJsonString());
        return file;
    }
}
