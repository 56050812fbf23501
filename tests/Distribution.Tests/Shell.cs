using System.Diagnostics;

namespace AgentScaler.Distribution.Tests;

/// <summary>Runs command lines as a person types them: by a shell, in a folder.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task<CommandOutcome> RunAsync(string command, string folder, CancellationToken cancellationToken)
    {
        // Into files: build servers that a command leaves behind would hold a pipe open.
        var written = Directory.CreateTempSubdirectory("agentscaler-command-");
        var (output, error) = (Path.Combine(written.FullName, "output"), Path.Combine(written.FullName, "error"));
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        var start = new ProcessStartInfo("bash", ["-c", $"{{ {command}\n}} >'{output}' 2>'{error}' </dev/null"]) { WorkingDirectory = folder };
        // What the runner of these tests tells its own build tools is no business of these commands.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // The gate's own build has run the analyzers; here they would only take their half of the time again.
        start.Environment["RunAnalyzers"] = "false";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(limited.Token);
            TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalSeconds:f1} s: {command}");
            return new CommandOutcome(command, process.ExitCode, await File.ReadAllTextAsync(output, CancellationToken.None),
                await File.ReadAllTextAsync(error, CancellationToken.None));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{command}\ndid not end in {Limit}.\n{await File.ReadAllTextAsync(output, CancellationToken.None)}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            written.Delete(recursive: true);
        }
    }
}
