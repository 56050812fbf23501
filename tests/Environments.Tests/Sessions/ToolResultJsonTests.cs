using System.Text.Json;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Environments.Tests.Sessions;

public sealed class ToolResultJsonTests
{
    [Fact]
    public void A_good_result_has_no_error() => Assert.Equal(
        """{"ok":true,"result":{"n":1}}""",
        JsonSerializer.Serialize(ToolResult.Success(Value.Parse("""{"n":1}""")), ContractJson.Options));

    [Fact]
    public void A_good_result_may_be_null() =>
        Assert.Equal("""{"ok":true,"result":null}""", JsonSerializer.Serialize(ToolResult.Success(Value.Null), ContractJson.Options));

    [Fact]
    public void A_failure_has_code_and_message_and_no_result() => Assert.Equal(
        """{"ok":false,"error":{"code":"not_found","message":"gone"}}""",
        JsonSerializer.Serialize(ToolResult.Failure(new ToolError(ErrorCode.NotFound, "gone")), ContractJson.Options));

    [Theory]
    [InlineData("""{"ok":true,"result":[1,"a",null]}""")]
    [InlineData("""{"ok":false,"error":{"code":"conflict","message":"taken"}}""")]
    public void What_is_written_is_read_back(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ToolResult>(json, ContractJson.Options), ContractJson.Options));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ok":"yes"}""")]
    [InlineData("""{"ok":false}""")]
    [InlineData("3")]
    public void What_is_no_tool_result_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ToolResult>(json, ContractJson.Options));
}
