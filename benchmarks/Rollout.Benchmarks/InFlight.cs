using System.Diagnostics;
using AgentScaler.Environments.Sessions;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.OpenAi;
using AgentScaler.Rollout.Users;
using AgentScaler.Tasks;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>
/// Thousands of episodes of a model agent at once in one process, against an endpoint in a process of its own that answers
/// after a fixed time: the throughput beside the ideal (episodes in flight over the seconds an episode must wait), and memory.
/// </summary>
internal static class InFlight
{
    public static async Task RunAsync(IReadOnlyList<string> sources, int episodes, int rounds, double latency, bool http2)
    {
        var (environment, domain) = (await Domains.OfAsync(sources, 1))[0];
        var tasks = new TaskGenerator()
            .Generate(environment, domain, new TaskOptions(), 0).Tasks.Where(t => t.GoldenCalls.Count >= 2 && t.GoldenCalls.All(c => c.Expect is null))
            .ToList();
        using var endpoint = await EndpointProcess.StartAsync(latency, http2);
        var options = new EndpointOptions
        {
            Endpoint = endpoint.Address,
            Model = "scripted",
            KeyVariable = "AGENTSCALER_NO_SUCH_KEY",
            TimeoutSeconds = 600,
            Http2 = http2
        };
        using var http = ModelConnections.Create();
        var client = new ChatClient(http, options, new Budget(0, 0), TimeProvider.System);
        await PlayAsync(environment, tasks, client, 500, 500);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var played = await PlayAsync(environment, tasks, client, episodes, episodes * rounds);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var ideal = rounds * ScriptedModel.Requests * latency;
        Console.WriteLine(
            $"{episodes} episodes in flight, {rounds} rounds, {(http2 ? "HTTP/2" : "HTTP/1.1")}: {played} completed, {latency} s a request, {ScriptedModel.Requests} requests each: {seconds:f1} s, ideal {ideal:f1} s: {ideal / seconds:p1} of ideal throughput; "
            + $"{(process.TotalProcessorTime - before).TotalSeconds:f1} s of processor time; peak working set {process.PeakWorkingSet64 / 1024.0 / 1024 / 1024:f2} GiB");
    }

    private static async Task<int> PlayAsync(CompiledEnvironment environment, List<TaskSpecification> tasks, ChatClient client, int inFlight, int episodes)
    {
        var rollout = new RolloutOptions { Concurrency = inFlight };
        var runner = new EpisodeRunner();
        var next = -1;
        var completed = 0;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < episodes; i = Interlocked.Increment(ref next))
            {
                var task = tasks[i % tasks.Count];
                var agent = new OpenAiAgent(client, new MemoryLedger(), $"{i}", i);
                var trajectory = await runner.RunAsync(environment, task, i, 0, agent, new OneWish(new ScriptedUser(task, i, 0)), rollout, default);
                Interlocked.Add(ref completed, trajectory.Outcome == TrajectoryOutcome.Completed ? 1 : 0);
            }
        })));
        return completed;
    }

    /// <summary>A user who is content with the first answer, so that every episode makes as many requests.</summary>
    private sealed class OneWish(ISimulatedUser inner) : ISimulatedUser
    {
        public string Model => inner.Model;

        public ValueTask<UserTurn> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

        public ValueTask<UserTurn> ReplyAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) =>
            ValueTask.FromResult(UserTurn.Over());
    }
}
