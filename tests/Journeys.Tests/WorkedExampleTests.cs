using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentScaler.Journeys.Tests;

/// <summary>The README's worked example prints what the README quotes.</summary>
public sealed partial class WorkedExampleTests : IDisposable
{
    private readonly Journey _journey = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_commands_of_the_example_print_what_it_quotes()
    {
        var blocks = Blocks();
        var (run, table) = (Assert.Single(Arguments(blocks[0])), Rows(blocks[1]));
        Assert.Equal(["run", "--source", "--until", "filter"], run.Where(argument => !argument.EndsWith(".yaml", StringComparison.Ordinal)));
        var source = Path.Combine(Journey.Samples, Path.GetFileName(run[run.IndexOf("--source") + 1]));

        Assert.Equal(table, Rows(await SucceedAsync(["run", "--source", source, "--until", "filter"])));

        var described = (await SucceedAsync(Assert.Single(Arguments(blocks[2])))).Split('\n');
        Assert.All(blocks[3].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != "..."), line => Assert.Contains(line, described));

        var answers = blocks[5].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(answers.Length, Arguments(blocks[4]).Count);
        foreach (var (call, quoted) in Arguments(blocks[4]).Zip(answers))
        {
            Assert.Equal(JsonNode.Parse(quoted)!.ToJsonString(), JsonNode.Parse((await _journey.CommandAsync(call, Stop)).Output)!.ToJsonString());
        }
    }

    [Fact]
    public async Task The_conversation_that_the_example_quotes_was_played()
    {
        var source = Path.Combine(Journey.Samples, "bookshop.openapi.yaml");
        await SucceedAsync(["run", "--source", source, "--until", "filter"]);
        var played = (await File.ReadAllTextAsync(Path.Combine(_journey.Workspace, "trajectories.jsonl"), Stop)).Replace("\\\"", "\"", StringComparison.Ordinal);
        var calls = Blocks()[6].Split('\n').Select(line => Call().Match(line)).Where(match => match.Success).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Contains($"\"name\":\"{call.Groups[1].Value}\",\"arguments\":\"{call.Groups[2].Value}\"", played, StringComparison.Ordinal));
    }

    public void Dispose() => _journey.Dispose();

    private async Task<string> SucceedAsync(IEnumerable<string> arguments)
    {
        var outcome = await _journey.CommandAsync(arguments, Stop);
        Assert.True(outcome.Exit == 0, outcome.Error);
        return outcome.Output;
    }

    /// <summary>The fenced blocks of the section, in order.</summary>
    private static IReadOnlyList<string> Blocks()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        return [.. Block().Matches(readme.Split("\n## A worked example\n")[1].Split("\n## ")[0]).Select(match => match.Groups[1].Value)];
    }

    /// <summary>What follows the program's name in each command of a block, without the workspace, which the journey gives.</summary>
    private static IReadOnlyList<List<string>> Arguments(string block) =>
        [.. block.Split('\n').Where(line => line.StartsWith("agentscaler ", StringComparison.Ordinal))
            .Select(line => Argument().Matches(line.Replace(" --workspace bookshop", "", StringComparison.Ordinal)).Select(match => match.Value.Trim('\''))
                .Skip(1).ToList())];

    /// <summary>The rows of a summary, each as its stage and its result: seconds vary.</summary>
    private static IReadOnlyList<string> Rows(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith('│')).Select(line => line.Split('│')).Select(cells => $"{cells[1].Trim()}: {cells[2].Trim()}")];

    [GeneratedRegex("^```(?:sh)?\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?:assistant)? +(\w+) (\{.*\})$")]
    private static partial Regex Call();

    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex Argument();
}
