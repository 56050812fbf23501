using System.Text.Json;
using AgentScaler.Contracts.Environments.V1;
using AgentScaler.Contracts.Trajectories.V1;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.TestInfrastructure.Services;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using Grpc.Core;
using Grpc.Net.Client;

namespace AgentScaler.Journeys.Tests.Stack;

/// <summary>Environment sessions and accepted trajectories over gRPC, from services that come and go.</summary>
[Collection(StackFixture.Name)]
public sealed class SessionTests(StackFixture fixture) : IAsyncLifetime
{
    private readonly List<TaskSpecification> _tasks = [];
    private Journey? _journey;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Run => WorkspaceFiles.Run;

    public async ValueTask InitializeAsync()
    {
        _journey = await fixture.FinishedAsync(Stop);
        _tasks.AddRange(_journey.Lines("tasks.jsonl").Select(line => JsonSerializer.Deserialize<TaskSpecification>(line, ContractJson.Options)!));
    }

    [Fact]
    public async Task A_session_whose_server_was_killed_goes_on_at_another()
    {
        var task = _tasks.Where(task => task.Kind == TaskKind.Write).MaxBy(task => task.Steps)!;
        var first = await fixture.Stack.AddAsync(StackService.Filtering);
        await first.ReadyAsync(Stop);
        using var channel = GrpcChannel.ForAddress(first.GrpcAddress);
        var client = new EnvironmentService.EnvironmentServiceClient(channel);
        var opened = await client.OpenSessionAsync(new OpenSessionRequest { RunId = Run, TaskId = task.Id }, deadline: Deadline, cancellationToken: Stop);
        await client.CallToolAsync(Call(opened.SessionId, task, 0), deadline: Deadline, cancellationToken: Stop);

        await fixture.Stack.RemoveAsync(first);
        using var other = GrpcChannel.ForAddress(fixture.Stack[StackService.Filtering].GrpcAddress);
        client = new EnvironmentService.EnvironmentServiceClient(other);
        for (var step = 1; step < task.Steps; step++)
        {
            var result = await client.CallToolAsync(Call(opened.SessionId, task, step), deadline: Deadline, cancellationToken: Stop);
            Assert.Equal(JsonSerializer.Serialize(task.GoldenResults[step], ContractJson.Options), result.ResultJson);
        }

        // A step that was made is answered again and changes nothing; another call at its place is refused.
        await client.CallToolAsync(Call(opened.SessionId, task, 0), deadline: Deadline, cancellationToken: Stop);
        var wrong = Call(opened.SessionId, task, 0);
        wrong.Name = "something_else";
        Assert.Equal(StatusCode.FailedPrecondition,
            (await Assert.ThrowsAsync<RpcException>(async () => await client.CallToolAsync(wrong, deadline: Deadline, cancellationToken: Stop))).StatusCode);
        var state = await client.GetStateAsync(new GetStateRequest { RunId = Run, SessionId = opened.SessionId }, deadline: Deadline, cancellationToken: Stop);
        Assert.Equal(task.GoldenState, state.StateHash);
        var evaluation =
            await client.EvaluateAsync(new EvaluateRequest { RunId = Run, SessionId = opened.SessionId }, deadline: Deadline, cancellationToken: Stop);
        Assert.Equal((1d, true), (evaluation.Reward, evaluation.StateAlignment));
        Assert.Equal(task.Steps, (await client.CloseSessionAsync(new CloseSessionRequest { RunId = Run, SessionId = opened.SessionId }, deadline: Deadline,
            cancellationToken: Stop)).Steps);
        var closed = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.CallToolAsync(Call(opened.SessionId, task, task.Steps), deadline: Deadline, cancellationToken: Stop));
        Assert.Equal(StatusCode.FailedPrecondition, closed.StatusCode);
    }

    [Fact]
    public async Task One_stream_is_one_episode_and_ends_with_its_evaluation()
    {
        var task = _tasks.First(task => task.Kind == TaskKind.Write);
        using var channel = GrpcChannel.ForAddress(fixture.Stack[StackService.Filtering].GrpcAddress);
        using var episode = new EnvironmentService.EnvironmentServiceClient(channel).Interact(deadline: Deadline, cancellationToken: Stop);

        var opened = await AnswerAsync(episode, new InteractRequest { Open = new OpenSessionRequest { RunId = Run, TaskId = task.Id } });
        Assert.Equal(task.Intent, opened.Opened.Intent);
        for (var step = 0; step < task.Steps; step++)
        {
            var call = Call(opened.Opened.SessionId, task, step);
            var answer = await AnswerAsync(episode, new InteractRequest { Call = new CallAction { Name = call.Name, ArgumentsJson = call.ArgumentsJson } });
            Assert.Equal(step, answer.Result.StepIndex);
        }

        var end = await AnswerAsync(episode, new InteractRequest { Finish = new FinishAction { Answer = "It is done." } });
        Assert.Equal(1, end.Evaluation.Reward);
        Assert.False(await episode.ResponseStream.MoveNext(Stop));
    }

    [Fact]
    public async Task What_is_not_there_is_said_by_its_status()
    {
        using var channel = GrpcChannel.ForAddress(fixture.Stack[StackService.Filtering].GrpcAddress);
        var client = new EnvironmentService.EnvironmentServiceClient(channel);

        var noRun = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.ListDomainsAsync(new ListDomainsRequest { RunId = "nowhere" }, deadline: Deadline, cancellationToken: Stop));
        var noDomain = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.ListToolsAsync(new ListToolsRequest { RunId = Run, Domain = "nowhere" }, deadline: Deadline, cancellationToken: Stop));
        var noSession = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.GetStateAsync(new GetStateRequest { RunId = Run, SessionId = "nowhere" }, deadline: Deadline, cancellationToken: Stop));

        Assert.All([noRun, noDomain, noSession], error => Assert.Equal(StatusCode.NotFound, error.StatusCode));
        var domains = await client.ListDomainsAsync(new ListDomainsRequest { RunId = Run }, deadline: Deadline, cancellationToken: Stop);
        Assert.Equal(_tasks.Select(task => task.Domain).Distinct().Order(StringComparer.Ordinal),
            domains.Domains.Select(domain => domain.Slug).Where(slug => _tasks.Any(task => task.Domain == slug)));
    }

    [Fact]
    public async Task Accepted_trajectories_are_streamed_in_order_and_from_any_place_on()
    {
        var accepted = _journey!.Lines("trajectories.jsonl").Where(line => line.Contains("\"accepted\":true", StringComparison.Ordinal)).ToList();
        using var channel = GrpcChannel.ForAddress(fixture.Stack[StackService.Filtering].GrpcAddress);
        var client = new TrajectoryService.TrajectoryServiceClient(channel);

        var all = await ReadAsync(client, "");
        var rest = await ReadAsync(client, all[2].Id);

        Assert.Equal(accepted, all.Select(trajectory => trajectory.TrajectoryJson));
        Assert.Equal(all.Skip(3), rest);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static DateTime Deadline => DateTime.UtcNow + TimeSpan.FromMinutes(3);

    private static CallToolRequest Call(string session, TaskSpecification task, int step) => new()
    {
        RunId = Run,
        SessionId = session,
        StepIndex = step,
        Name = step < task.Steps ? task.GoldenCalls[step].Name : "any",
        ArgumentsJson = step < task.Steps ? task.GoldenCalls[step].Arguments.ToJson() : "",
    };

    private static async Task<InteractResponse> AnswerAsync(AsyncDuplexStreamingCall<InteractRequest, InteractResponse> episode, InteractRequest request)
    {
        await episode.RequestStream.WriteAsync(request, Stop);
        Assert.True(await episode.ResponseStream.MoveNext(Stop));
        return episode.ResponseStream.Current;
    }

    private static async Task<List<StreamAcceptedResponse>> ReadAsync(TrajectoryService.TrajectoryServiceClient client, string after)
    {
        var read = new List<StreamAcceptedResponse>();
        using var stream = client.StreamAccepted(new StreamAcceptedRequest { RunId = Run, AfterId = after }, deadline: Deadline, cancellationToken: Stop);
        await foreach (var trajectory in stream.ResponseStream.ReadAllAsync(Stop))
        {
            read.Add(trajectory);
        }

        return read;
    }
}
