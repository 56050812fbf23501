using System.Diagnostics;
using AgentScaler.Environments.Sessions;
using AgentScaler.Judging;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.Agents.Scripted;
using AgentScaler.Rollout.Users;
using AgentScaler.Tasks;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Grounding;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>Scripted episodes and their verdicts a second, on all cores of this process.</summary>
internal static class Throughput
{
    public static async Task RunAsync(IReadOnlyList<string> sources, int most, int episodes)
    {
        var work = new List<(CompiledEnvironment Environment, TaskSpecification Task, GroundingChecker Grounding)>();
        foreach (var (environment, domain) in await Domains.OfAsync(sources, most))
        {
            var grounding = new GroundingChecker(environment.Definition);
            work.AddRange(new TaskGenerator().Generate(environment, domain, new TaskOptions(), 0).Tasks.Select(t => (environment, t, grounding)));
        }

        foreach (var (name, options) in new[] { ("without mistakes", new RolloutOptions { Mistakes = MistakeOptions.None }),
            ("with the usual mistakes", new RolloutOptions()) })
        {
            await PlayAsync(work, options, Math.Min(episodes, 2000), quiet: true, name);
            await PlayAsync(work, options, episodes, quiet: false, name);
        }

        Ground(work);
    }

    private static async Task PlayAsync(List<(CompiledEnvironment Environment, TaskSpecification Task, GroundingChecker Grounding)> work,
        RolloutOptions options, int episodes, bool quiet, string name)
    {
        var accepted = 0;
        var calls = 0L;
        var reasons = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var judge = new TrajectoryJudge();
        var judging = new JudgeOptions();
        var started = Stopwatch.GetTimestamp();
        var allocated = GC.GetTotalAllocatedBytes();
        await Parallel.ForAsync(0, episodes, async (i, stop) =>
        {
            var (environment, task, _) = work[i % work.Count];
            var attempt = i / work.Count;
            var agent = new ScriptedAgent(environment.Definition, task, attempt, 0, options.Mistakes);
            var trajectory = await new EpisodeRunner().RunAsync(environment, task, attempt, 0, agent, new ScriptedUser(task, attempt, 0), options, stop);
            var verdict = judge.Judge(environment, task, trajectory, judging);
            Interlocked.Add(ref calls, trajectory.Messages.Sum(m => m.ToolCalls?.Count ?? 0));
            if (verdict.Accepted)
            {
                Interlocked.Increment(ref accepted);
            }
            else
            {
                reasons.AddOrUpdate($"{verdict.Stage}/{verdict.Reason}", 1, (_, n) => n + 1);
                if (!quiet && trajectory.Provenance.Mistakes.Count == 0)
                {
                    Console.WriteLine($"REJECTED {task.Id} {task.Kind} {verdict.Stage} {verdict.Reason} {verdict.Detail}");
                }
            }
        });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (!quiet)
        {
            Console.WriteLine(
                $"{name}: {episodes} episodes, {calls} calls, {seconds:f2} s: {episodes / seconds:f0} episodes a second with verdict on {Environment.ProcessorCount} cores; {(GC.GetTotalAllocatedBytes() - allocated) / (double)episodes / 1024:f0} KiB allocated each; accepted {accepted}; {string.Join(", ", reasons.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}"))}");
        }
    }

    private static void Ground(List<(CompiledEnvironment Environment, TaskSpecification Task, GroundingChecker Grounding)> work)
    {
        var arguments = 0;
        var grounded = 0;
        foreach (var (environment, task, grounding) in work)
        {
            var agent = new ScriptedAgent(environment.Definition, task, 0, 0, new MistakeOptions());
            var report = grounding.Check(new EpisodeRunner()
                .RunAsync(environment, task, 0, 0, agent, new ScriptedUser(task, 0, 0), new RolloutOptions(), default).GetAwaiter().GetResult().Messages);
            arguments += report.Arguments;
            grounded += report.Grounded;
            foreach (var bad in report.Ungrounded.Take(2))
            {
                Console.WriteLine($"UNGROUNDED {task.Id} {bad}");
            }
        }

        Console.WriteLine($"grounding: {grounded} of {arguments} arguments");
    }
}
