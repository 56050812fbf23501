using System.Diagnostics;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Calls a second of tools.py, and of the differential tester as a whole.</summary>
internal static class PythonBenchmark
{
    private const string Program = """
        import json, sys, time
        from tools import Environment
        state = json.load(open("state.json"))
        start = time.process_time()
        for _ in range(20):
            Environment(state)
        print(f"construct, 3,600 rows              {(time.process_time() - start) * 50:12,.1f} ms")
        for name, calls in json.load(open("calls.json")).items():
            used, count = 0.0, 0
            while used < 0.5:
                env = Environment(state)
                start = time.process_time()
                for tool, arguments in calls:
                    env.call(tool, arguments)
                used += time.process_time() - start
                count += len(calls)
            print(f"{name:44} {count / used:12,.0f} calls/s")
        """;

    private static Value Calls() => Value.Object([.. CallMixes.All.Select(
        mix => (mix.Name, Value.From(mix.Calls.Take(200).Select(c => Value.From([(Value)c.Tool, Value.Parse(c.Arguments)])))))]);

    public static void Run()
    {
        if (PythonInterpreter.Command is not { } command)
        {
            Console.WriteLine("no Python 3.11 or later: not measured");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("agentscaler-");
        try
        {
            foreach (var (name, text) in EnvironmentFiles.Write(Shops.Definition, Shops.State, "[]"))
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            File.WriteAllText(Path.Combine(folder.FullName, "calls.json"), Calls().ToJson());
            using var process = Process.Start(new ProcessStartInfo(command, ["-c", Program]) { WorkingDirectory = folder.FullName })!;
            process.WaitForExit();
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        using var tester = new DifferentialTester();
        tester.Test(Shop.Compiled, 1);
        var watch = Stopwatch.StartNew();
        var report = tester.Test(Shop.Compiled, 100, seed: 1);
        Console.WriteLine($"differential test, both executions {report.Calls / watch.Elapsed.TotalSeconds,12:N0} calls/s, {report.Mismatches} mismatches");
    }
}
