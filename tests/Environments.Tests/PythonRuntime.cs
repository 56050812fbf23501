using AgentScaler.Environments.States;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests;

/// <summary>Runs Python with the source of the runtime that every tools.py imports.</summary>
internal static class PythonRuntime
{
    public static string Source { get; } = string.Concat(new[] { "values.py", "pairing.py", "states.py", "dumps.py", "validation.py" }.Select(Read));

    public static string Read(string name)
    {
        using var stream = typeof(DatabaseState).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("No such resource.", name);
        return new StreamReader(stream).ReadToEnd();
    }

    /// <summary>Runs the runtime followed by a program, with one argument, and gives what it printed.</summary>
    public static string Run(string program, string argument)
    {
        var folder = Directory.CreateTempSubdirectory("agentscaler-");
        try
        {
            return PythonProgram.Run(folder.FullName, Source + "\n\n" + program, argument);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
