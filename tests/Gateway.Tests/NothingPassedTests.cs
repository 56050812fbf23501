using System.Text.Json.Nodes;
using AgentScaler.Gateway.Reports;

namespace AgentScaler.Gateway.Tests;

public sealed class NothingPassedTests
{
    [Theory]
    [InlineData("""[{"name":"base","pass_hat_k":{"1":0}},{"name":"stage1","pass_hat_k":{"1":0,"2":0}}]""", true)]
    [InlineData("""[{"name":"base","pass_hat_k":{"1":0}},{"name":"stage1","pass_hat_k":{"1":0.04}}]""", false)]
    [InlineData("""[{"name":"base","pass_hat_k":{}}]""", true)]
    [InlineData("[]", false)]
    public void Nothing_is_plotted_where_no_policy_passed_an_attempt(string policies, bool nothing) =>
        Assert.Equal(nothing, NothingPassed.Is(JsonNode.Parse(policies)!.AsArray()));

    [Fact]
    public void The_sentence_names_each_policy_once_and_says_what_to_do()
    {
        var policies =
            JsonNode.Parse("""[{"name":"base","suite":"held_out"},{"name":"base","suite":"vertical"},{"name":"stage1","suite":"held_out"}]""")!.AsArray();
        var sentence = NothingPassed.Sentence(policies);
        Assert.StartsWith("No attempt of base, stage1 passed a held-out task.", sentence, StringComparison.Ordinal);
        Assert.Contains("preset loop", sentence, StringComparison.Ordinal);
    }
}
