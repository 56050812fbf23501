using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;
using AgentScaler.Judging;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>
/// The domains of a workspace on their own golden calls, in both executions: calls a second, construction, hash of a
/// state, and the time to judge a trajectory by <c>verify.py</c> and by the judge of the funnel. Run on demand:
/// <c>golden WORKSPACE</c>, a workspace on which <c>tasks</c> has run.
/// </summary>
internal static class GoldenBenchmark
{
    private static readonly Dictionary<GoldenCall, byte[]> Texts = new(ReferenceEqualityComparer.Instance);

    private const string Program = """
        import json, sys, time
        import tools, verify
        state = json.load(open("state.json"))
        work = json.load(open("work.json"))
        def timed(action, seconds=0.3):
            start, count = time.process_time(), 0
            while count == 0 or time.process_time() - start < seconds:
                count += action() or 1
            return count / (time.process_time() - start)
        environment = tools.Environment(state)
        def calls():
            for task, _ in work:
                for call in task["golden_calls"]:
                    environment.call(call["name"], call["arguments"])
            return sum(len(task["golden_calls"]) for task, _ in work)
        def judged():
            for task, messages in work:
                verdict = verify.verify(task, messages, state)
                assert verdict["accepted"], verdict
            return len(work)
        start = verify.Start(state)
        def judged_together():
            for task, messages in work:
                verify.judge(task, messages, start)
            return len(work)
        print(json.dumps({"calls": timed(calls), "construct": timed(lambda: tools.Environment(state) and 1), "hash": timed(lambda: tools.state_hash(state) and 1),
                          "verify": timed(judged), "judge": timed(judged_together)}))
        """;

    public static void Run(string workspace)
    {
        var tasks = File.ReadLines(Path.Combine(workspace, "tasks.jsonl"))
            .Select(line => JsonSerializer.Deserialize<TaskSpecification>(line, ContractJson.Options)!)
            .ToLookup(t => t.Domain);
        Console.WriteLine(
            $"{"domain",-24} {"rows",6} {"tasks",6} {"calls",6} | compiled: {"calls/s",12} {"judge us",9} | Python: {"calls/s",10} {"construct ms",13} {"hash ms",8} {"verify ms",10} {"judge ms",9}");
        foreach (var domain in tasks.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var folder = Path.Combine(workspace, "environments", domain.Key);
            var (definition, state) = EnvironmentFiles.Read(name => File.ReadAllText(Path.Combine(folder, name)));
            Report(CompiledEnvironment.Compile(definition, state), [.. domain]);
        }
    }

    private static void Report(CompiledEnvironment environment, TaskSpecification[] tasks)
    {
        var calls = tasks.Sum(t => t.GoldenCalls.Count);
        var rows = environment.InitialState.Tables.Sum(t => environment.InitialState.Rows(t).Count);
        var conversations = Array.ConvertAll(tasks, t => Conversation.Of(environment, t));
        var judge = new TrajectoryJudge();
        var rate = calls / (Best(() => Play(environment, tasks)) / 1e6);
        var judged = Best(() => Judge(judge, environment, tasks, conversations)) / tasks.Length;
        var python = Python(environment, tasks, conversations);
        Console.WriteLine(
            $"{environment.Definition.Slug,-24} {rows,6} {tasks.Length,6} {calls,6} |           {rate,12:N0} {judged,9:N1} |         {python("calls"),10:N0} {1000 / python("construct"),13:N2} {1000 / python("hash"),8:N2} {1000 / python("verify"),10:N2} {1000 / python("judge"),9:N2}");
    }

    private static void Play(CompiledEnvironment environment, TaskSpecification[] tasks)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        foreach (var task in tasks)
        {
            var session = environment.Open();
            foreach (var call in task.GoldenCalls)
            {
                output.ResetWrittenCount();
                session.Call(call.Name, Arguments(call), output);
            }
        }
    }

    private static void Judge(TrajectoryJudge judge, CompiledEnvironment environment, TaskSpecification[] tasks, IReadOnlyList<ChatMessage>[] conversations)
    {
        for (var i = 0; i < tasks.Length; i++)
        {
            var verdict = judge.Judge(environment, tasks[i], conversations[i], new JudgeOptions());
            if (!verdict.Accepted)
            {
                throw new InvalidOperationException($"{tasks[i].Id}: {verdict.Detail}");
            }
        }
    }

    private static byte[] Arguments(GoldenCall call)
    {
        if (!Texts.TryGetValue(call, out var text))
        {
            Texts[call] = text = Encoding.UTF8.GetBytes(call.Arguments.ToJson());
        }

        return text;
    }

    /// <summary>Microseconds of the best of some rounds, after the compiler has settled.</summary>
    private static double Best(Action action)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var (watch, start, count) = (Stopwatch.StartNew(), Work.Now(), 0);
            while (watch.ElapsedMilliseconds < 150)
            {
                action();
                count++;
            }

            best = Math.Min(best, (Work.Now() - start).TotalMicroseconds / count);
        }

        return best;
    }

    private static Func<string, double> Python(CompiledEnvironment environment, TaskSpecification[] tasks, IReadOnlyList<ChatMessage>[] conversations)
    {
        if (PythonInterpreter.Command is not { } command)
        {
            return _ => double.NaN;
        }

        var folder = Directory.CreateTempSubdirectory("agentscaler-");
        try
        {
            foreach (var (name, text) in EnvironmentFiles.Write(environment.Definition, environment.InitialState, "[]"))
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            var work = tasks.Select((task, i) => new object[] { task, conversations[i] });
            File.WriteAllText(Path.Combine(folder.FullName, "work.json"), JsonSerializer.Serialize(work, ContractJson.Options));
            using var process =
                Process.Start(new ProcessStartInfo(command, ["-c", Program]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
            using var answer = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
            var figures = answer.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble());
            return name => figures[name];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
