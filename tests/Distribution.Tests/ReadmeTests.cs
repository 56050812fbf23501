using System.Globalization;
using System.Text.RegularExpressions;

namespace AgentScaler.Distribution.Tests;

/// <summary>The README's two commands do what it says, to the letter.</summary>
public sealed partial class ReadmeTests(Clone clone)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_command_leaves_its_workspace_in_the_folder_where_it_was_typed()
    {
        await clone.FirstRunAsync();

        Assert.True(File.Exists(Path.Combine(clone.Root, "workspace", "report.html")));
        Assert.False(Directory.Exists(Path.Combine(clone.Root, "services", "Standalone", "workspace")));
        var said = int.Parse(Collects().Match(Readme.Text).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(said, clone.Report["collection"]!["operations"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("docs", "../")]
    [InlineData("services/Standalone", "../../")]
    public async Task Paths_are_relative_to_the_folder_where_a_command_is_typed(string folder, string toRoot)
    {
        await clone.FirstRunAsync();
        var here = Path.Combine(clone.Root, folder);
        var name = $"from-{folder.Length}";
        File.Copy(Path.Combine(clone.Elsewhere, "bookshop.yaml"), Path.Combine(here, $"{name}.yaml"), overwrite: true);
        File.WriteAllText(Path.Combine(here, $"{name}.json"), """{"seed": 3}""");

        var run = $"{Clone.BuiltProgram(toRoot)} run --until collect --source {name}.yaml --config {name}.json --workspace {name}";
        (await Shell.RunAsync(run, here, Stop)).Succeeded();

        Assert.True(File.Exists(Path.Combine(here, name, "tools.jsonl")));
    }

    [Fact]
    public void The_gate_runs_the_second_command()
    {
        var second = Readme.Commands("Two commands")[1];
        var gate = Repository.Read(".ci/run").Split('\n').Select(line => line.Trim()).ToList();

        Assert.Single(gate, line => line.StartsWith($"{second} ", StringComparison.Ordinal) && !line.StartsWith('#'));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Repository.Root, second)).HasFlag(UnixFileMode.UserExecute));
    }

    [GeneratedRegex(@"It collects (\d+) operations")]
    private static partial Regex Collects();
}
