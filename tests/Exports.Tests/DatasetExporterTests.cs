using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Exports.Formats;
using AgentScaler.Fixtures;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Tests;

public sealed class DatasetExporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-").FullName;

    public static TheoryData<string> Formats => [.. DatasetFormats.All.Select(format => format.Word)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Formats))]
    public async Task Every_row_is_written_and_read_back_under_the_rules_of_its_format(string word)
    {
        WriteDataset("stage1", "train", Row(ShopTasks.Write), Row(ShopTasks.ReadOnly), Parallel(), Row(ShopTasks.WithFailingCall));
        WriteDataset("stage1", "validation", Row(ShopTasks.Refusal));
        WriteDataset("stage2-shop", "train");

        var summary = await Export(word);

        Assert.Equal(5, summary.Rows);
        Assert.Equal([4, 1, 0], summary.Files.Select(f => f.Rows));
        Assert.All(summary.Files, f => Assert.True(File.Exists(Path.Combine(_folder, "out", f.Path))));
        var card = await File.ReadAllTextAsync(Path.Combine(_folder, "out", "README.md"), TestContext.Current.CancellationToken);
        Assert.Contains("Apache-2.0 5", card, StringComparison.Ordinal);
        Assert.Contains("| stage1/train", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_keeps_what_was_said_and_called_in_every_line_format()
    {
        WriteDataset("stage1", "train", Parallel());
        foreach (var word in (string[])["openai", "trl", "ms-swift", "sharegpt"])
        {
            await Export(word);
            var line = Assert.Single(File.ReadLines(Path.Combine(_folder, "out", "stage1", "train.jsonl")));
            Assert.All((string[])["Which orders?", "get_order", "statistics", "Both are there."],
                said => Assert.Contains(said, line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Parallel_calls_are_one_turn_with_their_results_in_order_of_the_calls()
    {
        WriteDataset("stage1", "train", Parallel());
        await Export("sharegpt");
        var row = Value.Parse(File.ReadLines(Path.Combine(_folder, "out", "stage1", "train.jsonl")).Single());
        var turns = row["conversations"].AsArray.ToArray();
        Assert.Equal(["human", "function_call", "observation", "gpt"], turns.Select(t => t["from"].AsString));
        Assert.Equal("statistics", Value.Parse(turns[1]["value"].AsString).AsArray[1]["name"].AsString);
        Assert.Equal(5, Value.Parse(turns[2]["value"].AsString).AsArray[1]["orders"].AsNumber);
    }

    [Theory]
    [InlineData("sharegpt", "sharegpt has no place for words beside a tool call: 1 of 6 messages lost theirs (stage1/train.jsonl 1)",
        "sharegpt has no place for reasoning: 1 of 6 messages lost theirs")]
    [InlineData("llama-factory", "llama-factory has no place for words beside a tool call: 1 of 6 messages lost theirs (stage1/train.json 1)",
        "llama-factory has no place for reasoning")]
    [InlineData("ms-swift", null, "ms-swift has no place for reasoning: 1 of 6 messages lost theirs (stage1/train.jsonl 1)")]
    [InlineData("verl", null, "verl has no place for reasoning")]
    [InlineData("openai", null, null)]
    [InlineData("trl", null, null)]
    [InlineData("parquet", null, null)]
    public async Task What_a_format_has_no_place_for_is_counted_and_said_by_name(string word, string? words, string? reasoning)
    {
        var row = Parallel();
        WriteDataset("stage1", "train", row
            with
        { Messages = [.. row.Messages.Select((m, i) => i == row.Messages.Count - 1 ? m with { ReasoningContent = "hm" } : m)] });
        var losses = (await Export(word)).Losses;
        string?[] expected = [words, reasoning];
        Assert.Equal(expected.Count(e => e is not null), losses.Count);
        Assert.All(expected.OfType<string>().Zip(losses), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        var card = await File.ReadAllTextAsync(Path.Combine(_folder, "out", "README.md"), TestContext.Current.CancellationToken);
        Assert.All(losses, loss => Assert.Contains(loss, card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_open_map_stands_where_the_loader_of_trl_would_make_one_of_all_and_its_own_loader_gives_the_calls_back()
    {
        string[] given = ["""{"value":"5","key":"a"}""", """{"value":5.5}""", """{"value":5}""", """{"value":true}""", """{"value":["x"]}""",
            """{"value":{"low":null,"high":2}}""", """{"value":null}""", "{}"];
        var talk = given.Aggregate(new Talk().User("Set them."), (t, arguments) => t.Call("statistics", arguments)).Say("Done.");
        WriteDataset("stage1", "train", Row(ShopTasks.Write, talk.Messages));
        await Export("trl");
        var file = Path.Combine(_folder, "out", "stage1", "train.jsonl");
        var row = Value.Parse(File.ReadLines(file).Single());
        var calls = row["messages"].AsArray.ToArray().Where(m => m["tool_calls"].IsArray).Select(m => m["tool_calls"].AsArray[0]["function"]["arguments"])
            .ToList();
        Assert.Equal(given.Select(Value.Parse), calls.Select(c => Value.Parse(c.AsString)));

        var lines = ShopFolder.Python(Path.Combine(_folder, "out"), """
            import json
            import agentscaler_trl
            for row in agentscaler_trl.rows("stage1/train.jsonl"):
                assert isinstance(row["tools"], list)
                for message in row["messages"]:
                    for call in message.get("tool_calls") or []:
                        print(json.dumps(call["function"]["arguments"]))
            """);
        Assert.Equal(given.Select(Value.Parse), lines.Select(Value.Parse));
    }

    [Fact]
    public void A_format_that_is_recommended_in_place_of_another_keeps_what_the_other_loses()
    {
        foreach (var loss in DatasetFormats.All.SelectMany(format => format.Losses).Distinct())
        {
            var keepers = DatasetFormats.All.Where(format => loss.Instead.Split(' ', ',').Contains(format.Word)).ToList();
            Assert.NotEmpty(keepers);
            Assert.All(keepers, format => Assert.DoesNotContain(loss, format.Losses));
        }
    }

    [Fact]
    public void Every_kind_of_export_has_a_word_of_its_own_and_a_format_is_one_of_them()
    {
        var words = ExportRegistry.All.Select(export => export.Word).ToList();
        Assert.Equal(words.Distinct(), words);
        Assert.Equal(DatasetFormats.All.Select(format => format.Word).Append("environments"), words);
    }

    [Fact]
    public async Task A_broken_row_is_named_by_file_and_line()
    {
        WriteDataset("stage1", "train", Row(ShopTasks.Write));
        var file = Path.Combine(_folder, "datasets", "stage1", "train.jsonl");
        await File.AppendAllTextAsync(file, "{\n", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<ExportException>(() => Export("trl"));
        Assert.Contains("train.jsonl, line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_without_datasets_says_what_to_run()
    {
        var error = await Assert.ThrowsAsync<ExportException>(() => Export("openai"));
        Assert.Contains("until filter", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai", """{"messages":[{"role":"user","content":"a"}],"tools":[]}""", "there is nothing to learn")]
    [InlineData("openai", """{"messages":[{"role":"assistant","content":null}],"tools":[]}""", "message 0 has no content")]
    [InlineData("openai", """{"messages":[{"role":"tool","content":"x","tool_call_id":"1"}],"tools":[]}""", "message 0 is no result of an open call")]
    [InlineData("openai",
        """{"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":{}}}]}],"tools":[]}""",
        "message 0 has a malformed tool call")]
    [InlineData("trl",
        """{"messages":[{"role":"assistant","content":null,"tool_calls":[{"type":"function","function":{"name":"f","arguments":"{}"}}]}],"tools":"[]"}""",
        "the last calls have no results")]
    [InlineData("trl",
        """{"messages":[{"role":"assistant","content":null,"tool_calls":[{"type":"function","function":{"name":"f","arguments":{"value":1}}}]}],"tools":"[]"}""",
        "message 0 has a malformed tool call")]
    [InlineData("trl", """{"messages":[],"tools":"[{}]"}""", "a tool is no function with name and parameters")]
    [InlineData("sharegpt", """{"conversations":[{"from":"human","value":"a"}],"system":"","tools":"[]"}""", "the number of turns is not even")]
    [InlineData("sharegpt", """{"conversations":[{"from":"gpt","value":"a"},{"from":"human","value":"a"}],"system":"","tools":"[]"}""",
        "turn 0 (gpt) stands where it must not")]
    [InlineData("ms-swift", """{"messages":[{"role":"tool_response","content":"a"}],"tools":"[]"}""", "message 0 (tool_response) stands where it must not")]
    public void The_rules_of_a_format_find_what_breaks_them(string word, string row, string problem) =>
        Assert.Equal(problem, DatasetFormats.Of(word).Problem(Value.Parse(row)));

    private static DatasetRow Row(TaskSpecification task) => Row(task, ShopTasks.Golden(task).Messages);

    private static DatasetRow Row(TaskSpecification task, IReadOnlyList<ChatMessage> messages) => new(
        messages, OpenAiTools.Of(Shop.Definition), task.Id, "shop", "trajectory_" + task.Id, TrajectoryOrigin.Scripted,
        new TrajectoryProvenance("scripted", "scripted", [], [], ["Apache-2.0"]));

    private static DatasetRow Parallel()
    {
        var talk = new Talk().User("Which orders?").Call("get_order", """{"order_id":1}""").Call("statistics", "{}").Say("Both are there.");
        var messages = talk.Messages;
        var calls = new[] { messages[2].ToolCalls![0], messages[4].ToolCalls![0] };
        return Row(ShopTasks.Write, [messages[0], messages[1], ChatMessage.Assistant("Let me look.", calls), messages[5], messages[3], messages[6]]);
    }

    private Task<ExportSummary> Export(string word) => new DatasetExporter().ExportAsync(
        _folder, DatasetFormats.Of(word), Path.Combine(_folder, "out"), TestContext.Current.CancellationToken);

    private void WriteDataset(string name, string side, params DatasetRow[] rows)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "datasets", name));
        File.WriteAllLines(
            Path.Combine(_folder, "datasets", name, side + ".jsonl"),
            rows.Select(r => JsonSerializer.Serialize(r, ContractJson.Options)));
    }
}
