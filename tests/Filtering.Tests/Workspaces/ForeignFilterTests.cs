using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Filtering.Workspaces;
using AgentScaler.Fixtures;
using AgentScaler.Judging;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Filtering.Tests.Workspaces;

public sealed class ForeignFilterTests : IDisposable
{
    private readonly ShopWorkspace _workspace = new(ShopTasks.Write, ShopTasks.ReadOnly);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Each_line_gets_its_verdict_and_bad_lines_are_named()
    {
        var good = Line("a", ShopTasks.Write, ShopTasks.Golden(ShopTasks.Write).Messages);
        var bad = Line("b", ShopTasks.Write, new Talk().User("Hello").Say("Done.").Messages);
        var (summary, lines) = await Judge(good, "{", bad, """{"id":"c","task":"task_none","messages":[]}""", """{"id":"d"}""", "");

        Assert.Equal(["a", "b"], lines.Select(l => l["id"].AsString));
        Assert.Equal([true, false], lines.Select(l => l["verdict"]["accepted"].AsBoolean));
        Assert.Equal((2, 1), (summary.Judged, summary.Accepted));
        Assert.Equal(1, summary.Reasons["unchanged_state"]);
        Assert.Equal([2, 4, 5], summary.Problems.Select(p => p[(p.IndexOf("line ", StringComparison.Ordinal) + 5)..].Split(':')[0]).Select(int.Parse));
    }

    [Fact]
    public async Task Content_in_parts_and_arguments_as_objects_are_read()
    {
        var messages = ShopTasks.Golden(ShopTasks.ReadOnly).Messages.ConvertAll(m => Value.Parse(JsonSerializer.Serialize(m, ContractJson.Options)));
        messages[1] = Value.Parse("""{"role":"user","content":[{"type":"text","text":"Do it"},{"type":"image_url"},{"type":"text","text":"!"}]}""");
        messages[2] =
            Value.Parse(messages[2].ToJson().Replace("\"{\\\"customer_id\\\":\\\"cus_0001\\\"}\"", "{\"customer_id\":\"cus_0001\"}", StringComparison.Ordinal));
        Assert.True(messages[2]["tool_calls"].AsArray[0]["function"]["arguments"].IsObject);
        var (_, lines) = await Judge(Value.Object(("id", "x"), ("task", ShopTasks.ReadOnly.Id), ("messages", Value.From(messages))).ToJson());
        Assert.True(lines[0]["verdict"]["accepted"].AsBoolean);
    }

    [Theory]
    [InlineData("flat")]
    [InlineData("blocks")]
    public async Task Calls_of_other_stacks_are_the_calls_that_they_are(string form)
    {
        var messages = ShopTasks.Golden(ShopTasks.Write).Messages.ConvertAll(m => Value.Parse(JsonSerializer.Serialize(m, ContractJson.Options)));
        var foreign = messages.ConvertAll(m => m["role"] == "tool" && form == "blocks" ? Answered(m) : m["tool_calls"].IsArray ? Called(m, form) : m);
        var (_, lines) = await Judge(Value.Object(("id", "x"), ("task", ShopTasks.Write.Id), ("messages", Value.From(foreign))).ToJson());
        Assert.True(lines[0]["verdict"]["accepted"].AsBoolean, lines[0].ToJson());
        Assert.NotEqual(messages, foreign);

        static Value Called(Value message, string form)
        {
            var calls = message["tool_calls"].AsArray.ToArray();
            return form == "flat"
                ? Value.From(message.AsObject.With("tool_calls", Value.From(calls.Select(c => Value.Object(
                    ("id", c["id"]), ("name", c["function"]["name"]), ("arguments", c["function"]["arguments"]))).ToArray())))
                : Value.Object(("role", "assistant"), ("content", Value.From(calls.Select(c => Value.Object(
                    ("type", "tool_use"), ("id", c["id"]), ("name", c["function"]["name"]), ("input", Value.Parse(c["function"]["arguments"].AsString))))
                        .ToArray())));
        }

        static Value Answered(Value message) => Value.Object(("role", "user"), ("content", Value.From([Value.Object(
            ("type", "tool_result"), ("tool_use_id", message["tool_call_id"]), ("content", message["content"]))])));
    }

    [Theory]
    [InlineData("[\n", "a JSON array")]
    [InlineData("[{}]", "a JSON array")]
    [InlineData("\n {\n  \"id\": 1\n}", "JSON over several lines")]
    [InlineData("\u001f\u008b\b", "gzip")]
    public async Task A_file_that_is_no_lines_is_named_once(string text, string form)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("agentscaler-").FullName, "foreign.json");
        await File.WriteAllTextAsync(file, text, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
        var failure = await Assert.ThrowsAsync<WorkspaceException>(() => new ForeignFilter(new WorkspaceReader(_workspace.Folder), new TrajectoryJudge())
            .JudgeAsync(file, file + ".verdicts", JudgeOptions.Default, TestContext.Current.CancellationToken));
        Assert.Contains(form, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Ids_as_numbers_and_results_as_values_are_read_as_what_they_mean(bool numbers, bool values)
    {
        var messages = ShopTasks.Golden(ShopTasks.ReadOnly).Messages.ConvertAll(m => Value.Parse(JsonSerializer.Serialize(m, ContractJson.Options)));
        var call = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i]["role"] == "tool")
            {
                var answer = messages[i].AsObject;
                answer = numbers ? answer.With("tool_call_id", call - 1) : answer;
                messages[i] = Value.From(values ? answer.With("content", Value.Parse(answer["content"].AsString)) : answer);
            }
            else if (messages[i]["tool_calls"].IsArray && numbers)
            {
                messages[i] = Value.From(
                    messages[i].AsObject.With("tool_calls", Value.From([Value.From(messages[i]["tool_calls"].AsArray[0].AsObject.With("id", call++))])));
            }
        }

        var (_, lines) = await Judge(Value.Object(("id", 7), ("task", ShopTasks.ReadOnly.Id), ("messages", Value.From(messages))).ToJson());
        Assert.True(lines[0]["verdict"]["accepted"].AsBoolean, lines[0].ToJson());
        Assert.Equal("7", lines[0]["id"].AsString);
    }

    [Fact]
    public async Task A_user_who_stops_before_the_agent_could_act_is_counted_apart()
    {
        var messages = ShopTasks.Golden(ShopTasks.Write).Messages;
        var (summary, _) = await Judge(Line("a", ShopTasks.Write, [.. messages[..^1], ChatMessage.Assistant("Shall I?"), ChatMessage.User("yes, do it")]),
            Line("b", ShopTasks.Write, [.. messages[..^1]]));
        Assert.Equal(1, summary.Reasons["unanswered_user"]);
        Assert.Equal(1, summary.Reasons["truncated_ending"]);
    }

    [Theory]
    [InlineData(
        """[{"role":5},null,7,"x",{"role":"assistant","content":{},"tool_calls":[3,{"function":[]},{"id":1,"function":{"name":null,"arguments":[]}}]}]""")]
    [InlineData("""[{"role":"tool"},{"role":"user","tool_calls":{}}]""")]
    [InlineData("[]")]
    public async Task Messages_of_any_shape_get_a_verdict(string messages)
    {
        var (_, lines) = await Judge($$"""{"id":"x","task":"{{ShopTasks.Write.Id}}","messages":{{messages}}}""");
        Assert.Equal("validity", lines[0]["verdict"]["stage"].AsString);
    }

    [Fact]
    public async Task A_missing_file_is_named() => Assert.Contains(
        "nowhere.jsonl",
        (await Assert.ThrowsAsync<WorkspaceException>(() => new ForeignFilter(new WorkspaceReader(_workspace.Folder), new TrajectoryJudge())
            .JudgeAsync("nowhere.jsonl", "out.jsonl", JudgeOptions.Default, TestContext.Current.CancellationToken))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_verdicts_never_overwrite_the_trajectories()
    {
        var input = _workspace.Write("foreign.jsonl", [Line("a", ShopTasks.Write, ShopTasks.Golden(ShopTasks.Write).Messages)]);
        var filter = new ForeignFilter(new WorkspaceReader(_workspace.Folder), new TrajectoryJudge());
        await Assert.ThrowsAsync<WorkspaceException>(() => filter.JudgeAsync(input, input, JudgeOptions.Default, TestContext.Current.CancellationToken));
        Assert.NotEmpty(File.ReadAllText(input));
    }

    private static string Line(string id, TaskSpecification task, List<ChatMessage> messages) =>
        $$"""{"id":"{{id}}","task":"{{task.Id}}","messages":{{JsonSerializer.Serialize(messages, ContractJson.Options)}}}""";

    private async Task<(ForeignSummary Summary, List<Value> Lines)> Judge(params string[] lines)
    {
        var input = _workspace.Write("foreign.jsonl", lines);
        var output = Path.Combine(_workspace.Folder, "verdicts.jsonl");
        var filter = new ForeignFilter(new WorkspaceReader(_workspace.Folder), new TrajectoryJudge());
        var summary = await filter.JudgeAsync(input, output, JudgeOptions.Default, TestContext.Current.CancellationToken);
        return (summary, [.. File.ReadLines(output).Select(Value.Parse)]);
    }
}
