using System.Net;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.TestInfrastructure.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AgentScaler.Journeys.Tests.Stack;

/// <summary>What does not answer holds a run up; it fails nothing.</summary>
[Collection(StackFixture.Name)]
public sealed class OutageTests(StackFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_model_endpoint_pauses_the_rollouts_until_it_answers()
    {
        var alive = false;
        var asked = 0;
        await using var endpoint = WebApplication.CreateSlimBuilder().Build();
        endpoint.Urls.Add("http://127.0.0.1:0");
        endpoint.MapPost("/v1/chat/completions", () =>
        {
            Interlocked.Increment(ref asked);
            return Volatile.Read(ref alive)
                ? Results.Text(
                    """{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"I cannot do that."}}],"usage":{"prompt_tokens":1,"completion_tokens":1}}""",
                    "application/json")
                : Results.StatusCode((int)HttpStatusCode.ServiceUnavailable);
        });
        await endpoint.StartAsync(Stop);
        using var journey = new Journey();
        await File.WriteAllTextAsync(
            journey.Configuration,
            $$$"""
            {
              "materialize": { "differential_calls": 4, "mutants_per_tool": 1 },
              "tasks": { "per_domain": 2, "max_steps": 4, "coverage_extra": 0 },
              "rollout": { "attempts": 1, "agent": "openai", "max_turns": 4,
                           "agent_endpoint": { "endpoint": "{{{endpoint.Urls.First()}}}/v1", "model": "scripted", "retries": 0 } }
            }
            """,
            Stop);
        await fixture.ForgetAsync(Stop);
        await fixture.Run.StartAsync(journey.Sources, journey.Configuration, journey.Workspace, PipelineStage.Rollout, Stop);

        await fixture.Stack.UntilAsync(async _ => Volatile.Read(ref asked) > 60, StackFixture.Limit, "the endpoint to be asked again and again", Stop);
        Assert.Equal(RunStatus.Running, (await fixture.Run.FindAsync(Stop)).Status);
        Assert.Equal(0, await fixture.Run.Store.CountAsync(Collections.DeadWork, WorkspaceFiles.Run, Stop));

        Volatile.Write(ref alive, true);
        await fixture.Run.CompletedAsync(fixture.Stack, StackFixture.Limit, Stop);
        Assert.True(await fixture.Run.Store.CountAsync(Collections.Trajectories, WorkspaceFiles.Run, Stop) > 0);

        // What was published more than once in the outage still waits for its next try in the worker, and the next run has the same name.
        var rollout = fixture.Stack[StackService.Rollout];
        await rollout.KillAsync();
        await rollout.RestartAsync();
        await rollout.ReadyAsync(Stop);
    }
}
