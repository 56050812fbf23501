using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AgentScaler.Environments.Differential;

/// <summary>Finds a Python that can run <c>tools.py</c>.</summary>
public static class PythonInterpreter
{
    private static readonly string[] Candidates = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];

    private static readonly Lazy<string?> Found = new(() => Candidates.FirstOrDefault(Suits));

    /// <summary>The command of a Python 3.11 or later on the path; null if there is none.</summary>
    public static string? Command => Found.Value;

    private static bool Suits(string command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, ["-c", "import sys; print(sys.version_info[0] * 100 + sys.version_info[1])"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var version = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && int.TryParse(version, CultureInfo.InvariantCulture, out var number) && number >= 311;
        }
        catch (Win32Exception)
        {
            // No such command: the next candidate is tried.
            return false;
        }
    }
}
