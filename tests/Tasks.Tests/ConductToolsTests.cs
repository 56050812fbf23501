using AgentScaler.Environments;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Tests;

public sealed class ConductToolsTests
{
    [Theory]
    [InlineData("think", true)]
    [InlineData("sequentialthinking", true)]
    [InlineData("transfer_to_human_agents", true)]
    [InlineData("handoff", true)]
    [InlineData("transferToPerson", true)]
    [InlineData("escalate_to_supervisor", true)]
    [InlineData("hand_over_conversation", true)]
    [InlineData("end_conversation", true)]
    [InlineData("ask_user", true)]
    [InlineData("get_weather", false)]
    [InlineData("transfer_quote", false)]
    [InlineData("list_agents", false)]
    [InlineData("thinkpad_specs", false)]
    public void Tools_by_which_an_agent_conducts_itself_are_told_from_questions(string name, bool conduct)
    {
        var none = System.Text.Json.JsonDocument.Parse("{}").RootElement;
        Assert.Equal(conduct, ConductTools.Is(new EnvironmentTool("id", name, "", none, none), touches: false));
        Assert.False(ConductTools.Is(new EnvironmentTool("id", name, "", none, none), touches: true));
    }
}
