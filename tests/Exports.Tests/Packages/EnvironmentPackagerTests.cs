using System.Diagnostics;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Exports.Packages;
using AgentScaler.Fixtures;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Exports.Tests.Packages;

/// <summary>
/// The trainers' libraries are not installed where the tests run: the adapters are played against stand-ins that ask of
/// them what the libraries' published sources ask.
/// </summary>
public sealed class EnvironmentPackagerTests : IDisposable
{
    private static readonly TaskSpecification[] Tasks = [ShopTasks.Write, ShopTasks.ReadOnly, ShopTasks.Refusal, ShopTasks.WithFailingCall];

    private readonly ShopWorkspace _workspace = new(Tasks);
    private readonly string _out = Directory.CreateTempSubdirectory("agentscaler-").FullName;

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_out, recursive: true);
    }

    [Fact]
    public async Task Every_adapter_pays_for_the_golden_calls_and_for_nothing_else()
    {
        var package = Assert.Single(await Export(ShopTasks.ReadOnly.Id));
        Assert.Equal(new EnvironmentPackage("shop", "agentscaler-shop", "agentscaler_shop", 3, 1), package);

        var adapters = Play(package);

        Assert.Equal(["trl", "verifiers", "openenv"], adapters.Select(a => a["adapter"].AsString));
        Assert.All(adapters, adapter =>
        {
            Assert.Equal(Shop.Definition.Tools.Select(t => t.Name).Order(StringComparer.Ordinal), adapter["tools"].AsArray.ToArray().Select(t => t.AsString));
            Assert.Equal(4, adapter["rewards"].AsArray.Length);
            Assert.All(adapter["rewards"].AsArray.ToArray(), pair => Assert.Equal("[1,0]", pair.ToCanonicalJson()));
        });
    }

    public static TheoryData<string[]> Foreign =>
    [
        // Members of verifiers' servers, of the episodes, of Gym, of our own session; names that only differ behind them.
        new(["register", "run", "setup", "setup_task", "state", "server_name", "config", "calls", "reset", "reset_", "get_reward", "get_reward_"]),
        new(["call", "dump", "step", "close", "reset", "task", "tool", "tool_1", "shutdown", "_register", "_serve", "__init__"]),

        // Python's keywords and builtins, and names that are spelled alike.
        new(["class", "class_", "lambda", "None", "self", "print", "_episode", "_made", "_call", "tool_call", "import", "_"]),
    ];

    [Theory, MemberData(nameof(Foreign))]
    public async Task A_tool_is_offered_and_played_under_its_name_whatever_the_frameworks_call_their_own(string[] names)
    {
        var own = Shop.Definition.Tools.Select(t => t.Name).ToList();
        var renamed = own.Zip(names.Concat(own.Skip(names.Length))).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        var definition = Shop.Definition with
        {
            Tools = [.. Shop.Definition.Tools.Select(t => t with { Name = renamed[t.Name] })],
            Programs = [.. Shop.Definition.Programs.Select(p => p with { Tool = renamed[p.Tool] })],
        };
        using var workspace =
            new ShopWorkspace(definition, [.. Tasks.Select(t => t with { GoldenCalls = [.. t.GoldenCalls.Select(c => c with { Name = renamed[c.Name] })] })]);
        var package = Assert.Single(await Export(workspace, ShopTasks.ReadOnly.Id));
        Assert.All(Play(package), adapter =>
        {
            Assert.Equal(definition.Tools.Select(t => t.Name).Order(StringComparer.Ordinal), adapter["tools"].AsArray.ToArray().Select(t => t.AsString));
            Assert.All(adapter["rewards"].AsArray.ToArray(), pair => Assert.Equal("[1,0]", pair.ToCanonicalJson()));
        });
    }

    [Fact]
    public async Task Held_back_tasks_are_on_the_validation_side_alone()
    {
        await Export(ShopTasks.Refusal.Id, ShopTasks.ReadOnly.Id);
        string[] Ids(string split) =>
            [.. File.ReadLines(Path.Combine(_out, "shop", "agentscaler_shop", "environment", split + ".jsonl")).Select(l => Value.Parse(l)["id"].AsString)];
        Assert.Equal(new[] { ShopTasks.Refusal.Id, ShopTasks.ReadOnly.Id }.Order(StringComparer.Ordinal), Ids("validation"));
        Assert.Equal(new[] { ShopTasks.Write.Id, ShopTasks.WithFailingCall.Id }.Order(StringComparer.Ordinal), Ids("train"));
    }

    [Fact]
    public async Task The_same_workspace_gives_the_same_bytes_whatever_lay_there_before()
    {
        await Export(ShopTasks.ReadOnly.Id);
        var first = Contents();
        File.WriteAllText(Path.Combine(_out, "shop", "agentscaler_shop", "left_over.py"), "");
        await Export(ShopTasks.ReadOnly.Id);
        Assert.Equal(first, Contents());
        Assert.DoesNotContain(first, file => file.Contains("{{", StringComparison.Ordinal) && !file.Contains(".py ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_datasets_it_says_what_to_run()
    {
        var error = await Assert.ThrowsAsync<WorkspaceException>(() =>
            new EnvironmentPackager(new WorkspaceReader(_workspace.Folder)).WriteAsync(_out, TestContext.Current.CancellationToken));
        Assert.Contains("until filter", error.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<EnvironmentPackage>> Export(params string[] heldBack) => Export(_workspace, heldBack);

    private Task<IReadOnlyList<EnvironmentPackage>> Export(ShopWorkspace workspace, params string[] heldBack)
    {
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "datasets"));
        File.WriteAllText(
            Path.Combine(workspace.Folder, "datasets", "splits.json"),
            JsonSerializer.Serialize(new DatasetSplits(heldBack), ContractJson.Options));
        return new EnvironmentPackager(new WorkspaceReader(workspace.Folder)).WriteAsync(_out, TestContext.Current.CancellationToken);
    }

    private string[] Contents() =>
    [
        .. Directory.GetFiles(_out, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetRelativePath(_out, f)} {File.ReadAllText(f)}"),
    ];

    private Value[] Play(EnvironmentPackage package)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Packages", "play.py"));
        start.ArgumentList.Add(Path.Combine(_out, package.Domain));
        start.ArgumentList.Add(package.Module);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return Array.ConvertAll(lines, Value.Parse);
    }
}
