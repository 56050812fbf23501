using System.Diagnostics;
using AgentScaler.Journeys.Tests.Stack;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.TestInfrastructure.Services;

namespace AgentScaler.Stack.Benchmarks;

/// <summary>Scripted rollouts through broker and database: episodes a second, and the processor time of each part.</summary>
internal static class Overhead
{
    public static async Task<int> RunAsync(int attempts, int slots)
    {
        using var workspace = new Workspace();
        Apis.Write(workspace.Sources, 10);
        workspace.Configure($$"""
            {
              "materialize": { "differential_calls": 2, "mutants_per_tool": 1 },
              "tasks": { "per_domain": 20, "max_steps": 8, "coverage_extra": 0 },
              "rollout": { "attempts": {{attempts}}, "concurrency": {{slots}} }
            }
            """);
        var settings =
            new Dictionary<string, string> { ["Rollout__Slots"] = $"{slots}", ["Gateway__CheckEvery"] = "00:00:01", ["Gateway__SweepAfter"] = "00:02:00" };
        await using var stack = await ServiceStack.StartAsync(CancellationToken.None, settings);
        await using var run = StackRun.Open(stack);
        Task Start(PipelineStage until) =>
            run.StartAsync([workspace.Sources], workspace.Configuration, workspace.Place("workspace"), until, CancellationToken.None);
        await Start(PipelineStage.Tasks);
        await run.CompletedAsync(stack, TimeSpan.FromMinutes(10), CancellationToken.None);

        await MeasureAsync(stack, run, "rollout", PipelineStage.Rollout, Collections.Trajectories, Start);
        await MeasureAsync(stack, run, "filter", PipelineStage.Filter, Collections.Verdicts, Start);
        return 0;
    }

    private static async Task MeasureAsync(
        ServiceStack stack, StackRun run, string name, PipelineStage until, CollectionDefinition results, Func<PipelineStage, Task> start)
    {
        var (before, clock) = (Times(stack), Stopwatch.StartNew());
        await start(until);
        await stack.UntilAsync(
            async stop => await run.Store.CountAsync(results, WorkspaceFiles.Run, stop) > 0, TimeSpan.FromMinutes(5), $"the first result of {name}",
                CancellationToken.None);
        var begun = clock.Elapsed;
        await run.CompletedAsync(stack, TimeSpan.FromMinutes(20), CancellationToken.None);
        var (after, wall, episodes) = (Times(stack), clock.Elapsed, await run.Store.CountAsync(results, WorkspaceFiles.Run, CancellationToken.None));
        Console.WriteLine(
            $"{name}: {episodes} episodes in {wall.TotalSeconds:f1} s (first result after {begun.TotalSeconds:f1} s): {episodes / wall.TotalSeconds:f0} a second");
        foreach (var (part, time) in after)
        {
            Console.WriteLine($"  {part,-16} {(time - before[part]).TotalMilliseconds / episodes:f3} ms of processor an episode");
        }

        var all = after.Sum(part => (part.Value - before[part.Key]).TotalSeconds);
        Console.WriteLine($"  {"all",-16} {1000 * all / episodes:f3} ms: {2 * episodes / all:f0} a second on two cores");
    }

    private static SortedDictionary<string, TimeSpan> Times(ServiceStack stack)
    {
        var times = new SortedDictionary<string, TimeSpan>(StringComparer.Ordinal)
        {
            ["broker"] = stack.Broker.ProcessorTime ?? TimeSpan.Zero,
            ["database"] = stack.Database.ProcessorTime ?? TimeSpan.Zero,
            // The thin gateway to the MongoDB-compatible engine runs here; a real server has none.
            ["wire gateway"] = Process.GetCurrentProcess().TotalProcessorTime,
        };
        foreach (var service in stack.Services)
        {
            times[service.Service.ToString()] = service.ProcessorTime;
        }

        return times;
    }
}
