using AgentScaler.Environments;

namespace AgentScaler.Fixtures;

/// <summary>The shop's workspace files in a temporary folder, and Python programs run beside them.</summary>
public sealed class ShopFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("agentscaler-").FullName;

    public ShopFolder()
    {
        foreach (var (name, text) in EnvironmentFiles.Write(Shop.Definition, Shop.State, "[]"))
        {
            Write(name, text);
        }
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_path, name), text);

    /// <summary>Runs a program in the folder and gives the lines that it printed.</summary>
    public string[] Run(string program) => Python(_path, program);

    /// <summary>Runs a program in a folder and gives the lines that it printed.</summary>
    public static string[] Python(string folder, string program) =>
        PythonProgram.Run(folder, program).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
