using System.Diagnostics;
using System.Text;

namespace AgentScaler.Journeys.Tests;

/// <summary>Bad input ends with a message that names it, and with the contract's exit code; what is good beside it goes on.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254];

    private static readonly byte[] EmptyZip = [0x50, 0x4b, 5, 6, .. new byte[18]];

    private readonly Journey _journey = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_is_not_there_is_wrong_usage()
    {
        var outcome = await _journey.CommandAsync(["run", "--source", _journey.Place("nowhere.json")], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("nowhere.json", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_usable_at_all_is_unusable_input()
    {
        var file = _journey.Place("picture.png");
        await File.WriteAllBytesAsync(file, Picture, Stop);

        var outcome = await _journey.CommandAsync(["run", "--source", file, "--until", "cluster"], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("No tool was found", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreadable_sources_are_named_with_their_place_and_the_good_ones_go_on()
    {
        await File.WriteAllTextAsync(_journey.Place("broken.json"), "{\"openapi\":\"3.0.0\",\"paths\":{", Stop);
        await File.WriteAllBytesAsync(_journey.Place("empty.zip"), EmptyZip, Stop);
        await File.WriteAllBytesAsync(_journey.Place("picture.png"), Picture, Stop);
        var sources = new[] { "broken.json", "empty.zip", "picture.png" }.SelectMany(name => new[] { "--source", _journey.Place(name) });

        var outcome =
            await _journey.CommandAsync(["run", .. sources, "--source", Path.Combine(Journey.Samples, "bank.functions.json"), "--until", "cluster"], Stop);

        Assert.True(outcome.Exit == 0, outcome.Error);
        Assert.NotEmpty(_journey.Lines("tools.jsonl"));
        Assert.Contains("warning: broken.json is broken JSON at line 1, column 29", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("warning: empty.zip is an empty archive", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("warning: picture.png is a binary file", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(3, _journey.Report["collection"]!["failed_documents"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_pipe_or_a_device_in_a_folder_holds_nothing_up()
    {
        var folder = Directory.CreateDirectory(_journey.Place("odd")).FullName;
        File.Copy(Path.Combine(Journey.Samples, "bookshop.openapi.yaml"), Path.Combine(folder, "shop.yaml"));
        File.CreateSymbolicLink(Path.Combine(folder, "zero.json"), "/dev/zero");
        using (var pipe = Process.Start("mkfifo", Path.Combine(folder, "pipe.json")))
        {
            await pipe.WaitForExitAsync(Stop);
        }

        var outcome = await _journey.CommandAsync(["collect", "--source", folder], Stop).WaitAsync(TimeSpan.FromMinutes(2), Stop);
        Assert.Equal(0, outcome.Exit);
        Assert.Contains("pipe.json is empty", outcome.Error, StringComparison.Ordinal);
        Assert.NotEmpty(_journey.Lines("tools.jsonl"));
    }

    [Fact]
    public async Task A_damaged_store_is_one_sentence()
    {
        await _journey.CommandAsync(["collect", "--source", Path.Combine(Journey.Samples, "bookshop.openapi.yaml")], Stop);
        var store = Path.Combine(_journey.Workspace, "agentscaler.db");
        await File.WriteAllBytesAsync(store, [.. (await File.ReadAllBytesAsync(store, Stop)).Take(5000)], Stop);

        var outcome = await _journey.CommandAsync(["cluster"], Stop);
        Assert.Equal(1, outcome.Exit);
        Assert.StartsWith("error: the workspace's store cannot be used: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_operations_and_broken_references_are_named_on_the_console_and_in_the_report()
    {
        await File.WriteAllTextAsync(
            _journey.Place("tools.json"),
            """{"server":"mill","tools":[{"name":"ping"},{"name":"grind","inputSchema":{"type":"object","properties":{"grain":{"allOf":[{"$ref":"#/$defs/Gone"}]}}}}]}""",
            Stop);

        var outcome = await _journey.CommandAsync(["collect", "--source", _journey.Place("tools.json")], Stop);

        Assert.True(outcome.Exit == 0, outcome.Error);
        var lines = outcome.Error.ReplaceLineEndings("\n");
        Assert.Contains("warning: collect: operations that became no tool: 1 of 2\n  parameters_unknown: 1: ping (tools.json)\n", lines, StringComparison.Ordinal);
        const string Place = "tools.json#/tools/1/inputSchema/properties/grain/allOf/0";
        Assert.Contains($"warning: collect: references that lead nowhere: 1\n  {Place}: '#/$defs/Gone' is in none of the given documents\n", lines, StringComparison.Ordinal);
        var problem = Assert.Single(_journey.Report["problems"]!.AsArray(), problem => (string)problem!["kind"]! == "references that lead nowhere");
        Assert.Equal(Place, (string)problem!["items"]![0]!["name"]!);
    }

    [Theory]
    [InlineData("broken.json", "at line 1, column 29")]
    [InlineData("empty.zip", "is an empty archive")]
    [InlineData("picture.png", "is a binary file")]
    public async Task A_single_unreadable_source_is_unusable_input_and_named(string name, string place)
    {
        byte[] content = name switch { "empty.zip" => EmptyZip, "picture.png" => Picture, _ => "{\"openapi\":\"3.0.0\",\"paths\":{"u8.ToArray() };
        await File.WriteAllBytesAsync(_journey.Place(name), content, Stop);

        var outcome = await _journey.CommandAsync(["collect", "--source", _journey.Place(name)], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(name, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(place, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_work_exits_with_one_hundred_and_thirty()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var outcome = await _journey.CommandAsync(["run", .. Journey.SmallSources], cancelled.Token);

        Assert.Equal(130, outcome.Exit);
        Assert.Contains("continue", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_of_six_hundred_parameters_and_a_cyclic_schema_go_through_or_are_refused_by_name()
    {
        var wide = string.Join(',', Enumerable.Range(0, 600).Select(i => $"\"p{i}\":{{\"type\":\"string\"}}"));
        await File.WriteAllTextAsync(
            _journey.Place("wide.json"),
            """
            [{"type":"function","function":{"name":"wide_tool","description":"Takes very many parameters at once.","parameters":{"type":"object","properties":{WIDE}}}},
             {"type":"function","function":{"name":"get_node","description":"Reads one node of a tree by its identifier.","parameters":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"like":{"$ref":"#/$defs/Node"}},"$defs":{"Node":{"type":"object","properties":{"child":{"$ref":"#/$defs/Node"}}}}}}}]
            """.Replace("WIDE", wide, StringComparison.Ordinal),
            Stop);

        var outcome = await _journey.CommandAsync(["run", "--source", _journey.Place("wide.json"), "--until", "cluster"], Stop);

        Assert.True(outcome.Exit == 0, outcome.Error);
        var seen = _journey.Lines("tools.jsonl").Concat(_journey.Lines("rejected-tools.jsonl")).ToList();
        Assert.Contains(seen, line => line.Contains("wide_tool", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.Contains("get_node", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", "--until", "later")]
    [InlineData("run", "--seed", "many")]
    [InlineData("cluster", "--algorithm", "guess")]
    [InlineData("train")]
    [InlineData("dance")]
    public async Task Wrong_usage_exits_with_two(params string[] args) => Assert.Equal(2, (await _journey.CommandAsync(args, Stop)).Exit);

    [Theory]
    [InlineData("{\"cluster\":{\"treshold\":0.4}}", "treshold")]
    [InlineData("{\"rollout\":{\"attempts\":0}}", "Attempts")]
    [InlineData("{\"colour\":1}", "colour")]
    [InlineData("{\"seed\":", "configuration.json")]
    public async Task A_setting_that_is_wrong_is_named(string configuration, string named)
    {
        await File.WriteAllTextAsync(_journey.Configuration, configuration, Encoding.UTF8, Stop);

        var outcome = await _journey.CommandAsync(["run", "--config", _journey.Configuration], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_whose_forerunner_is_missing_says_which()
    {
        var outcome = await _journey.CommandAsync(["tasks"], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("'collect'", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("errors", "list")]
    [InlineData("environment", "describe", "--domain", "bank")]
    public async Task An_empty_workspace_is_wrong_usage_for_what_reads_it(params string[] args) =>
        Assert.Equal(2, (await _journey.CommandAsync(args, Stop)).Exit);

    public void Dispose() => _journey.Dispose();
}
