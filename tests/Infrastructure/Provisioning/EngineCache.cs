using System.Diagnostics;

namespace AgentScaler.TestInfrastructure.Provisioning;

/// <summary>The folder in which the engines are installed; provisioned once a machine, under a lock.</summary>
public static class EngineCache
{
    private static readonly Lazy<string> Provisioned = new(Provision);

    /// <exception cref="InvalidOperationException">This machine cannot provision the engines; the message says what to set instead.</exception>
    public static string Folder => Provisioned.Value;

    private static string Provision()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Provisioning", "provision-engines.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("bash did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(errors.GetAwaiter().GetResult().Trim());
    }
}
