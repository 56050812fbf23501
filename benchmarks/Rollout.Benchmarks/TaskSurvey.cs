using System.Diagnostics;
using AgentScaler.Filtering;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.Agents.Scripted;
using AgentScaler.Rollout.Users;
using AgentScaler.Tasks;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Grounding;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>Generates the tasks of real domains, plays them, and prints figures and examples.</summary>
internal static class TaskSurvey
{
    public static async Task RunAsync(IReadOnlyList<string> sources, int count, int examples)
    {
        var domains = await Domains.OfAsync(sources, count);
        var figures = new List<TaskSetFigures>();
        var few = 0;
        var aligned = 0;
        var played = 0;
        var clock = Stopwatch.StartNew();
        var playing = TimeSpan.Zero;
        var worst = new List<string>();
        var reference = Environment.GetEnvironmentVariable("SURVEY_REFERENCE") is { } file ? RealismReference.Read(file) : [];
        var realism = new RealismReport(reference);
        var most = TimeSpan.FromSeconds(
            double.Parse(Environment.GetEnvironmentVariable("SURVEY_SECONDS") ?? "86400", System.Globalization.CultureInfo.InvariantCulture));
        var surveyed = 0;
        foreach (var (environment, domain) in domains.TakeWhile(_ => clock.Elapsed < most))
        {
            surveyed++;
            var started = Stopwatch.GetTimestamp();
            var set = new TaskGenerator().Generate(environment, domain, new TaskOptions(),
                long.Parse(Environment.GetEnvironmentVariable("SURVEY_SEED") ?? "0", System.Globalization.CultureInfo.InvariantCulture));
            var took = Stopwatch.GetElapsedTime(started);
            figures.Add(set.Figures);
            few += set.Tasks.Count < 20 ? 1 : 0;
            var coverage = set.Figures.Coverage;
            worst.Add(
                $"{coverage.Tools.Value:f2} tools {coverage.VerifiedEdges.Value:f2} of {coverage.VerifiedEdges.Total} verified edges, {coverage.Edges.Value:f2} of {coverage.Edges.Total} {coverage.ErrorBranches.Value:f2} branches ({coverage.ErrorBranches.Total}) {set.Tasks.Count} tasks of {environment.Definition.Tools.Count} tools, {took.TotalMilliseconds:f0} ms: {domain.Slug}: {string.Join(", ", set.Figures.Dropped.Select(d => $"{d.Key} {d.Value}"))}");
            started = Stopwatch.GetTimestamp();
            var conversations = new List<IReadOnlyList<ChatMessage>>();
            var checker = new GroundingChecker(environment.Definition);
            foreach (var task in set.Tasks)
            {
                var agent = new ScriptedAgent(environment.Definition, task, 0, 0, MistakeOptions.None);
                var trajectory = await new EpisodeRunner()
                    .RunAsync(environment, task, 0, 0, agent, new ScriptedUser(task, 0, 0), new RolloutOptions(), default);
                played++;
                conversations.Add(trajectory.Messages);
                var good = trajectory.FinalState == task.GoldenState && trajectory.Outcome == TrajectoryOutcome.Completed;
                aligned += good ? 1 : 0;
                if (!good)
                {
                    Console.WriteLine($"MISSED {domain.Slug} {task.Id} {trajectory.Outcome}: {task.Intent}");
                }

                var ungrounded = checker.Check(trajectory.Messages).Ungrounded;
                foreach (var argument in ungrounded)
                {
                    Console.WriteLine($"UNGROUNDED {domain.Slug} {task.Id} {argument}");
                }

                if (examples > 0 && (!good || ungrounded.Count > 0 || figures.Count % 3 == 1 && task == set.Tasks[0]))
                {
                    examples--;
                    Print(task, trajectory, good);
                }
            }

            if (Environment.GetEnvironmentVariable("SURVEY_INTENTS") is not null)
            {
                set.Tasks.ToList().ForEach(t => Console.WriteLine($"INTENT {domain.Slug}: {t.Intent}"));
            }

            if (Environment.GetEnvironmentVariable("SURVEY_EDGES") is not null)
            {
                foreach (var d in set.Dependencies)
                {
                    Console.WriteLine($"EDGE {d.Verdict} {(d.Covered ? "covered" : "OPEN")} {domain.Slug} {d.From} -> {d.To} {d.Field} -> {d.Parameter}");
                }

                foreach (var target in set.Uncovered)
                {
                    Console.WriteLine($"OPEN {target.Kind} {target.Reason} {domain.Slug} {target.Name}: {target.Detail}");
                }
            }

            playing += Stopwatch.GetElapsedTime(started);
            realism.Add(environment, set.Tasks, conversations);
        }

        foreach (var line in worst.Order(StringComparer.Ordinal).Take(25))
        {
            Console.WriteLine(line);
        }

        var sum = figures.Aggregate(TaskSetFigures.None, (a, b) => a + b);
        Console.WriteLine(
            $"{sum.Tasks} tasks ({sum.Write} write, {sum.ReadOnly} read-only, {sum.Refusal} refusal, {sum.WithExpectedFailure} with an intended failure, {sum.WithDistractors} with distractors) of {surveyed} domains; {few} domains with fewer than 20; {clock.Elapsed.TotalSeconds:f1} s");
        Console.WriteLine(
            $"coverage: tools {sum.Coverage.Tools.Value:p1}, verified edges {sum.Coverage.VerifiedEdges.Value:p1} of {sum.Coverage.VerifiedEdges.Total}, all edges {sum.Coverage.Edges.Value:p1} of {sum.Coverage.Edges.Total}, columns {sum.Coverage.Columns.Value:p1}, error branches {sum.Coverage.ErrorBranches.Value:p1} of {sum.Coverage.ErrorBranches.Total}; replay failures {sum.ReplayFailures}");
        Console.WriteLine($"dependencies: {string.Join(", ", sum.Dependencies.Select(c => $"{c.Key} {c.Value}"))}");
        Console.WriteLine($"calls: {string.Join(", ", sum.CallsHistogram.Select(c => $"{c.Key}: {c.Value}"))}");
        Console.WriteLine($"dropped: {string.Join(", ", sum.Dropped.Select(d => $"{d.Key} {d.Value}"))}");
        Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(realism.Section(), AgentScaler.Tools.ContractJson.Indented));
        Console.WriteLine(
            $"{played} episodes without mistakes, {aligned} reach the golden state exactly; {played / Math.Max(0.001, playing.TotalSeconds):f0} episodes a second on one thread");
    }

    private static void Print(TaskSpecification task, Trajectory trajectory, bool good)
    {
        Console.WriteLine($"---- {task.Id} {task.Kind} {task.Steps} steps {(good ? "" : "MISSED " + trajectory.Outcome)}");
        Console.WriteLine($"INTENT {task.Intent}");
        Console.WriteLine("KNOWN " + string.Join("; ", task.User.KnownValues.Select(k => $"{k.Key}={k.Value}")));
        Console.WriteLine("GOLDEN " + string.Join(" | ", task.GoldenCalls.Select(c => $"{c.Name}{c.Arguments}{(c.Expect is { } e ? " expects " + e : "")}")));
        foreach (var message in trajectory.Messages.Skip(1))
        {
            var text = message.Content is { } c ? c[..Math.Min(300, c.Length)] : "";
            Console.WriteLine(
                $"  {message.Role}: {text} {string.Join(" ", message.ToolCalls?.Select(t => $"[{t.Function.Name} {t.Function.Arguments}]") ?? [])}");
        }
    }
}
