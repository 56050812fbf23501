using System.Diagnostics;
using AgentScaler.Journeys.Tests.Stack;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.TestInfrastructure.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AgentScaler.Stack.Benchmarks;

/// <summary>Throughput of 1, 2 and 4 rollout workers of few slots each, against an endpoint that takes 200 ms for an answer.</summary>
internal static class Scale
{
    private const string Answer =
        """{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"I cannot do that."}}],"usage":{"prompt_tokens":1,"completion_tokens":1}}""";

    public static async Task<int> RunAsync(int slots, int seconds)
    {
        using var workspace = new Workspace();
        Apis.Write(workspace.Sources, 3);
        await using var endpoint = WebApplication.CreateSlimBuilder().Build();
        endpoint.Urls.Add("http://127.0.0.1:0");
        endpoint.MapPost("/v1/chat/completions", async (CancellationToken stop) =>
        {
            await Task.Delay(200, stop);
            return Results.Text(Answer, "application/json");
        });
        await endpoint.StartAsync();
        workspace.Configure($$"""
            {
              "materialize": { "differential_calls": 2, "mutants_per_tool": 1 },
              "tasks": { "per_domain": 10, "max_steps": 4, "coverage_extra": 0 },
              "rollout": { "attempts": 1000, "agent": "openai", "max_turns": 4, "agent_endpoint": { "endpoint": "{{endpoint.Urls.First()}}/v1", "model": "scripted" } }
            }
            """);
        var settings = new Dictionary<string, string> { ["Rollout__Slots"] = $"{slots}" };
        await using var stack = await ServiceStack.StartAsync(CancellationToken.None, settings);
        await using var run = StackRun.Open(stack);
        await run.StartAsync([workspace.Sources], workspace.Configuration, workspace.Place("workspace"), PipelineStage.Rollout, CancellationToken.None);
        Task<long> Count() => run.Store.CountAsync(Collections.Trajectories, WorkspaceFiles.Run, CancellationToken.None);
        await stack.UntilAsync(async _ => await Count() > slots, TimeSpan.FromMinutes(5), "the first episodes", CancellationToken.None);

        double one = 0;
        foreach (var workers in new[] { 1, 2, 4 })
        {
            while (stack.Services.Count(service => service.Service == StackService.Rollout) < workers)
            {
                await (await stack.AddAsync(StackService.Rollout)).ReadyAsync(CancellationToken.None);
            }

            // The new workers compile what they need with their first episodes.
            await Task.Delay(TimeSpan.FromSeconds(5));
            var (before, clock) = (await Count(), Stopwatch.StartNew());
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            var rate = (await Count() - before) / clock.Elapsed.TotalSeconds;
            one = workers == 1 ? rate : one;
            Console.WriteLine($"{workers} workers of {slots} slots: {rate:f2} episodes a second, {rate / one:f2} times one worker");
        }

        await run.Runs.EndAsync(WorkspaceFiles.Run, RunStatus.Cancelled, "measured", CancellationToken.None);
        return 0;
    }
}
