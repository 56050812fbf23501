using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Tests.Fuzzing;
using AgentScaler.Environments.Tests.Programs;

namespace AgentScaler.Environments.Tests.Differential;

/// <summary>Programs that nobody would write, which is where two executions of one language part.</summary>
public sealed class DamagedProgramTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Both_executions_agree_on_damaged_programs_that_the_checker_accepts(long seed)
    {
        var programs = DamagedPrograms.Make(seed, count: 150);
        var definition = FormShop.Definition with
        {
            Tools = [.. programs.Select(p => p.Tool)],
            Programs = [.. programs.Select(p => p.Program)],
        };
        using var tester = new DifferentialTester();
        var report = tester.Test(CompiledEnvironment.Compile(definition, FormShop.State), callsPerTool: 12, seed);
        Assert.True(report.Compared, report.Reason);
        Assert.All(report.Tools, t => Assert.True(t.Mismatches == 0, t.Example + "\n" + Text(programs, t.Name)));
    }

    private static string Text(IReadOnlyList<(EnvironmentTool Tool, ToolProgram Program)> programs, string name) =>
        ProgramJson.Write(programs.First(p => p.Tool.Name == name).Program).ToJson();
}
