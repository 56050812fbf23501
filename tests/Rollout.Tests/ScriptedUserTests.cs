using AgentScaler.Environments.Values;
using AgentScaler.Rollout.Users;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout.Tests;

public sealed class ScriptedUserTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("That's done. Is there anything else? Can I do anything for a carrier?")]
    [InlineData("All set. What else can I do for you?")]
    public async Task A_question_that_only_holds_the_letters_of_a_name_asks_for_nothing(string said)
    {
        var user = await OpenedAsync("a", "c", "rate");

        Assert.True((await user.ReplyAsync([ChatMessage.Assistant(said)], Stop)).IsOver);
    }

    [Theory]
    [InlineData("Could you tell me the a and the rate?", "a", "rate")]
    [InlineData("Which rates do you mean?", "rate")]
    [InlineData("What is the C?", "c")]
    public async Task A_question_that_names_values_is_answered_with_them(string said, params string[] asked)
    {
        var user = await OpenedAsync("a", "c", "rate");

        Assert.Equal(asked, (await user.ReplyAsync([ChatMessage.Assistant(said)], Stop)).Told!.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>A user who has told the one wish and all the values that belong to it.</summary>
    private static async Task<ScriptedUser> OpenedAsync(params string[] names)
    {
        var known = names.Select((name, i) => (name, Value: Value.Parse($"{i + 1}")))
            .ToDictionary(pair => pair.name, pair => pair.Value, StringComparer.Ordinal);
        var task = Shop.Tasks[0] with { User = new SimulatedUser("Anyone.", known), Parts = [new IntentPart("Do it with all I say.", "", names, [0])] };
        var user = new ScriptedUser(task, 0, 0);
        await user.OpenAsync(Stop);
        return user;
    }
}
