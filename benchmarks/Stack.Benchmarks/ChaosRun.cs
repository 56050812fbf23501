using System.Diagnostics;
using AgentScaler.Journeys.Tests.Stack;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.TestInfrastructure.Services;

namespace AgentScaler.Stack.Benchmarks;

/// <summary>
/// A large run on seven processes while services, broker and database are killed at random, compared byte by byte with the
/// undisturbed run in one process.
/// </summary>
internal static class ChaosRun
{
    public static async Task<int> RunAsync(int domains, int tasks, int kills, int seed)
    {
        using var workspace = new Workspace();
        Apis.Write(workspace.Sources, domains);
        workspace.Configure($$"""
            {
              "materialize": { "differential_calls": 6, "mutants_per_tool": 1 },
              "tasks": { "per_domain": {{tasks}}, "max_steps": 6, "coverage_extra": 0 },
              "rollout": { "attempts": 2 }
            }
            """);
        var clock = Stopwatch.StartNew();
        var undisturbed = workspace.Place("undisturbed");
        var exit = await CommandLine.InvokeAsync(
            ["run", "--source", workspace.Sources, "--config", workspace.Configuration, "--until", "filter", "--workspace", undisturbed], TextWriter.Null,
                Console.Error, CancellationToken.None);
        if (exit != 0)
        {
            return exit;
        }

        Console.WriteLine($"undisturbed, one process: {clock.Elapsed.TotalSeconds:f0} s");
        clock.Restart();
        await using var stack = await ServiceStack.StartAsync(CancellationToken.None, new Dictionary<string, string> { ["Rollout__Slots"] = "64" });
        Console.WriteLine($"stack started: {clock.Elapsed.TotalSeconds:f0} s");
        clock.Restart();
        await using var run = StackRun.Open(stack);
        await run.StartAsync([workspace.Sources], workspace.Configuration, workspace.Place("disturbed"), PipelineStage.Filter, CancellationToken.None);
        var chaos = new Chaos(stack, seed, new Chaos.Pace(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(14), TimeSpan.FromSeconds(3)));
        using var ended = new CancellationTokenSource();
        var killing = chaos.RunAsync(int.MaxValue, ended.Token);
        var reporting = new Timer(_ => Console.WriteLine($"  {clock.Elapsed.TotalSeconds:f0} s: {chaos.Kills.Count} kills"), null, TimeSpan.FromSeconds(30),
            TimeSpan.FromSeconds(30));
        await run.EndedAsync(stack, TimeSpan.FromMinutes(60), CancellationToken.None);
        await reporting.DisposeAsync();
        var during = chaos.Kills.Count;
        await ended.CancelAsync();
        await killing.ContinueWith(_ => { }, TaskScheduler.Default);
        Console.WriteLine($"disturbed, completed: {clock.Elapsed.TotalSeconds:f0} s with {during} kills:");
        Console.WriteLine("  " + string.Join(", ", chaos.Kills.Take(during).GroupBy(kill => kill).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {group.Count()}")));
        if (!stack.Database.IsUp)
        {
            await stack.Database.RestartAsync(CancellationToken.None);
        }

        await run.CompletedAsync(stack, TimeSpan.FromMinutes(1), CancellationToken.None);
        await run.ExportAsync(workspace.Place("disturbed"), CancellationToken.None);
        var (before, after) = (Workspace.Bytes(undisturbed), Workspace.Bytes(workspace.Place("disturbed")));
        var differ = before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).ToList();
        var materialized = await run.Store.CountByAsync(Collections.Environments, WorkspaceFiles.Run, "status", CancellationToken.None);
        Console.WriteLine(
            $"{materialized.GetValueOrDefault("materialized")} domains, {await run.Store.CountAsync(Collections.Trajectories, WorkspaceFiles.Run, CancellationToken.None)} episodes, {before.Count} files");
        Console.WriteLine(differ.Count == 0 ? "every file is byte-identical" : $"{differ.Count} files differ: {string.Join(", ", differ.Take(10))}");
        return differ.Count == 0 && during >= kills ? 0 : 1;
    }
}
