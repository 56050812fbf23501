using System.Text.Json;
using AgentScaler.Tools;

namespace AgentScaler.Trajectories.Tests;

/// <summary>The documents as other people's scripts read them.</summary>
public sealed class ContractFormTests
{
    [Fact]
    public void A_verdict_names_the_first_failing_stage_and_all_of_them() => Assert.Equal(
        """{"accepted":false,"stage":"state_alignment","reason":"state_mismatch","detail":"orders","stages":{"validity":true,"state_alignment":false,"exact_match":null,"answer":true}}""",
        JsonSerializer.Serialize(
            new Verdict(false, FunnelStage.StateAlignment, "state_mismatch", "orders", new StageOutcomes(true, false, null, true)), ContractJson.Options));

    [Fact]
    public void Messages_are_OpenAIs_and_leave_out_what_they_do_not_have()
    {
        Assert.Equal("""{"role":"user","content":"hi"}""", JsonSerializer.Serialize(ChatMessage.User("hi"), ContractJson.Options));
        Assert.Equal("""{"role":"tool","content":"{}","tool_call_id":"c1"}""", JsonSerializer.Serialize(ChatMessage.Tool("c1", "{}"), ContractJson.Options));
        Assert.Equal(
            """{"role":"assistant","content":null,"tool_calls":[{"id":"c1","function":{"name":"f","arguments":"{}"},"type":"function"}]}""",
            JsonSerializer.Serialize(ChatMessage.Assistant(null, [new ChatToolCall("c1", new ChatFunction("f", "{}"))]), ContractJson.Options));
    }

    [Theory]
    [InlineData(TaskKind.Write, "\"write\"")]
    [InlineData(TaskKind.ReadOnly, "\"read_only\"")]
    [InlineData(TaskKind.Refusal, "\"refusal\"")]
    public void Kinds_are_words(TaskKind kind, string word) => Assert.Equal(word, JsonSerializer.Serialize(kind, ContractJson.Options));

    [Fact]
    public void A_trajectorys_id_depends_on_task_attempt_seed_and_agent_alone()
    {
        var id = TrajectoryId.Of("task_1", 0, 0, "scripted");

        Assert.Equal(id, TrajectoryId.Of("task_1", 0, 0, "scripted"));
        Assert.Equal(
            5,
            new[] { id, TrajectoryId.Of("task_2", 0, 0, "scripted"), TrajectoryId.Of("task_1", 1, 0, "scripted"), TrajectoryId.Of("task_1", 0, 1, "scripted"),
                TrajectoryId.Of("task_1", 0, 0, "openai") }.Distinct().Count());
    }
}
