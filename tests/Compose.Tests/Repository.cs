namespace AgentScaler.Compose.Tests;

/// <summary>The checkout, found upwards from the test's own output.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Place(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Place(parts));

    /// <summary>The folders of the services that run as processes of their own.</summary>
    public static IReadOnlyList<string> Services { get; } =
        [.. Directory.EnumerateFiles(Place("services"), "Program.cs", SearchOption.AllDirectories)
            .Select(program => Path.GetFileName(Path.GetDirectoryName(program))!)
            .Where(service => service != "Standalone")
            .Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AgentScaler.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
