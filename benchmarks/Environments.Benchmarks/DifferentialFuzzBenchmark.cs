using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Tests.Fuzzing;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Damaged programs that the checker accepts, through both executions; run on demand.</summary>
internal static class DifferentialFuzzBenchmark
{
    private const int Seeds = 40;

    public static void Run()
    {
        using var tester = new DifferentialTester();
        var (calls, mismatches) = (0, 0);
        for (var seed = 1000; seed < 1000 + Seeds; seed++)
        {
            var programs = DamagedPrograms.Make(seed, count: 250);
            var definition = Shop.Definition with { Tools = [.. programs.Select(p => p.Tool)], Programs = [.. programs.Select(p => p.Program)] };
            var report = tester.Test(CompiledEnvironment.Compile(definition, Shop.State), callsPerTool: 20, seed);
            if (!report.Compared)
            {
                Console.WriteLine(report.Reason);
            }

            calls += report.Calls;
            mismatches += report.Mismatches;
            foreach (var tool in report.Tools.Where(t => t.Mismatches > 0))
            {
                var program = programs.First(p => p.Tool.Name == tool.Name).Program;
                Console.WriteLine($"seed {seed}: {tool.Example}\n  {Programs.ProgramJson.Write(program).ToJson()}");
            }
        }

        Console.WriteLine($"{Seeds * 250:N0} damaged programs, {calls:N0} calls through both executions, {mismatches:N0} mismatches");
    }
}
