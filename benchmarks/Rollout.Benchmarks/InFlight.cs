using System.Diagnostics;
using System.Net;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.LanguageModels;
using AgentScaler.Materialization.Tasks;
using AgentScaler.Rollout.OpenAi;
using AgentScaler.Rollout.Users;
using AgentScaler.Trajectories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>
/// Thousands of episodes of a model agent at once in one process, against an endpoint in the same process that answers
/// after a fixed time: the throughput beside the ideal (episodes in flight over seconds an episode must wait), and memory.
/// </summary>
internal static class InFlight
{
    private const int Requests = 3;

    public static async Task RunAsync(IReadOnlyList<string> sources, int episodes, double latency)
    {
        // A connection takes two descriptors here, one at either end.
        ThreadPool.SetMinThreads(32, 32);
        var (environment, domain) = (await Domains.OfAsync(sources, 1))[0];
        var tasks = new TaskGenerator().Generate(environment, domain, new TaskOptions(), 0).Tasks.Where(t => t.GoldenCalls.Count >= 2 && t.GoldenCalls.All(c => c.Expect is null)).ToList();
        await using var app = await ServeAsync(latency);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";
        var options = new EndpointOptions { Endpoint = address, Model = "scripted", KeyVariable = "AGENTSCALER_NO_SUCH_KEY", TimeoutSeconds = 600 };
        using var http = ModelConnections.Create();
        var client = new ChatClient(http, options, new Budget(0, 0), TimeProvider.System);
        await PlayAsync(environment, tasks, client, 200);
        var peak = 0L;
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var process = Process.GetCurrentProcess();
                peak = Math.Max(peak, process.WorkingSet64);
                await Task.Delay(250, CancellationToken.None);
            }
        });
        var started = Stopwatch.GetTimestamp();
        var played = await PlayAsync(environment, tasks, client, episodes);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stop.CancelAsync();
        await watching;
        var ideal = Requests * latency;
        Console.WriteLine($"{episodes} episodes in flight, {played} completed, {latency} s a request, {Requests} requests each: {seconds:f1} s, ideal {ideal:f1} s: {ideal / seconds:p1} of ideal throughput; peak working set {peak / 1024.0 / 1024 / 1024:f2} GiB, endpoint included");
    }

    private static async Task<int> PlayAsync(CompiledEnvironment environment, List<TaskSpecification> tasks, ChatClient client, int episodes)
    {
        var rollout = new RolloutOptions { Concurrency = episodes };
        var runner = new EpisodeRunner();
        var done = await Task.WhenAll(Enumerable.Range(0, episodes).Select(async i =>
        {
            var task = tasks[i % tasks.Count];
            var agent = new OpenAiAgent(client, new MemoryLedger(), $"{i}", i);
            var trajectory = await runner.RunAsync(environment, task, i, 0, agent, new OneWish(new ScriptedUser(task, i, 0)), rollout, default);
            return trajectory.Outcome == TrajectoryOutcome.Completed ? 1 : 0;
        }));
        return done.Sum();
    }

    /// <summary>Two calls, then an answer; the time is the endpoint's own, not the machine's.</summary>
    private static async Task<WebApplication> ServeAsync(double latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            var arrived = Stopwatch.GetTimestamp();
            using var reader = new StreamReader(context.Request.Body);
            var request = Value.Parse(await reader.ReadToEndAsync());
            var made = 0;
            foreach (var message in request["messages"].AsArray)
            {
                made += message["role"].AsString == "tool" ? 1 : 0;
            }

            var name = request["tools"].AsArray[made]["function"]["name"].AsString;
            var message2 = made < Requests - 1
                ? Value.Object(("role", "assistant"), ("content", Value.Null), ("tool_calls", Value.From([Value.Object(("id", $"c{made}"), ("type", "function"), ("function", Value.Object(("name", name), ("arguments", "{}"))))])))
                : Value.Object(("role", "assistant"), ("content", "That is done."));
            var wait = TimeSpan.FromSeconds(latency) - Stopwatch.GetElapsedTime(arrived);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Value.Object(("choices", Value.From([Value.Object(("index", 0), ("finish_reason", "stop"), ("message", message2))])), ("usage", Value.Object(("prompt_tokens", 500), ("completion_tokens", 20)))).ToJson());
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>A user who is content with the first answer, so that every episode makes as many requests.</summary>
    private sealed class OneWish(ISimulatedUser inner) : ISimulatedUser
    {
        public string Model => inner.Model;

        public ValueTask<UserTurn> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

        public ValueTask<UserTurn> ReplyAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) => ValueTask.FromResult(UserTurn.Over());
    }
}
