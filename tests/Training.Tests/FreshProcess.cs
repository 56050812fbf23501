using System.Diagnostics;

namespace AgentScaler.Training.Tests;

/// <summary>Runs a test in a process of its own: what libtorch takes from its process once cannot be seen where other tests have run before.</summary>
internal static class FreshProcess
{
    private const string Mark = "AGENTSCALER_FRESH_PROCESS";

    /// <summary>Runs the test that calls it in a new process, and fails where it fails there.</summary>
    /// <param name="environment">Variables of the process; a null value takes one away.</param>
    /// <returns>Whether that was done; false in the new process, where the test is to go on.</returns>
    public static async Task<bool> RanAsync(IReadOnlyDictionary<string, string?>? environment = null)
    {
        if (Environment.GetEnvironmentVariable(Mark) is not null)
        {
            return false;
        }
        var (method, stop) = (TestContext.Current.TestMethod!, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(
            "dotnet", [typeof(FreshProcess).Assembly.Location, "--filter-method", $"{method.TestClass.TestClassName}.{method.MethodName}",
                "--minimum-expected-tests", "1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Mark] = "1" },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
            await process.WaitForExitAsync(stop);
            Assert.True(process.ExitCode == 0, $"In a process of its own the test ended with {process.ExitCode}:\n{await output}{await error}");
            return true;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
