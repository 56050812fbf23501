using System.Diagnostics;

namespace AgentScaler.Fixtures;

/// <summary>Runs a program of Python in a folder.</summary>
public static class PythonProgram
{
    private const string File = "program.py";

    /// <summary>What the program prints.</summary>
    /// <exception cref="InvalidOperationException">The program fails; the message has what it said.</exception>
    public static string Run(string folder, string program, params IReadOnlyList<string> arguments)
    {
        System.IO.File.WriteAllText(Path.Combine(folder, File), program);
        using var process = Process.Start(new ProcessStartInfo("python3", [File, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"The program failed: {error.Result}");
    }
}
