using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Grounding;

namespace AgentScaler.Rollout.Tests;

public sealed class GroundingCheckerTests
{
    private static GroundingReport Check(string user, string arguments, string? tool = null, string? words = null)
    {
        var messages = new List<ChatMessage> { ChatMessage.System("At most 7 items are sold at once."), ChatMessage.User(user) };
        if (tool is not null)
        {
            messages.Add(ChatMessage.Assistant(null, [new ChatToolCall("a", new ChatFunction("search_products", "{}"))]));
            messages.Add(ChatMessage.Tool("a", tool));
        }

        messages.Add(ChatMessage.Assistant(words, [new ChatToolCall("b", new ChatFunction("place_order", arguments))]));
        return new GroundingChecker(Shop.Environment.Definition).Check(messages);
    }

    [Theory]
    [InlineData("I am Ana Reyes.", """{"name":"Ana Reyes"}""")]
    [InlineData("Make it 12, please.", """{"quantity":12}""")]
    [InlineData("It is for 3 March 2026.", """{"day":"2026-03-03"}""")]
    [InlineData("Come on 3 March 2026 at 14:30.", """{"at":"2026-03-03T14:30:00Z"}""")]
    [InlineData("It is in progress.", """{"status":"in_progress"}""")]
    [InlineData("Gift wrap it.", """{"gift_wrap":true}""")]
    [InlineData("The dns64 enabled is no.", """{"Dns64Enabled":false}""")]
    [InlineData("Answer it without ok.", """{"ok":false}""")]
    [InlineData("As many as are allowed.", """{"quantity":7}""")]
    public void What_the_user_or_the_policy_said_is_grounded(string user, string arguments) => Assert.Equal(1, Check(user, arguments).Share);

    [Theory]
    [InlineData("I am Ana Reyes.", """{"name":"Ben Fischer"}""")]
    [InlineData("Make it 12, please.", """{"quantity":1}""")]
    [InlineData("It is for 3 March 2026.", """{"day":"2026-03-04"}""")]
    [InlineData("Anabel called.", """{"name":"Ana"}""")]
    [InlineData("Hello.", """{"gift_wrap":true}""")]
    [InlineData("Look it up in the book.", """{"ok":true}""")]
    public void What_nobody_said_is_not(string user, string arguments) => Assert.Single(Check(user, arguments).Ungrounded);

    [Fact]
    public void What_a_tool_returned_is_grounded_and_so_is_how_many()
    {
        const string result = """{"products":[{"product_id":"PRO-7","stock":4},{"product_id":"PRO-8","stock":9}]}""";
        Assert.Equal(1, Check("Hello.", """{"product_id":"PRO-8","quantity":2}""", result).Share);
        Assert.Equal("/product_id", Assert.Single(Check("Hello.", """{"product_id":"PRO-9"}""", result).Ungrounded).Pointer);
    }

    [Fact]
    public void A_right_computation_of_known_numbers_is_grounded_and_a_wrong_one_is_not()
    {
        Assert.Equal(1, Check("I have 12 and want 5 more.", """{"quantity":17}""", words: "12 + 5 = 17.").Share);
        Assert.Equal(0, Check("I have 12 and want 5 more.", """{"quantity":18}""", words: "12 + 5 = 18.").Share);
        Assert.Equal(0, Check("I have 12 and want more.", """{"quantity":17}""", words: "12 + 5 = 17.").Share);
    }
}
