namespace AgentScaler.Distribution.Tests;

/// <summary>The checkout that these tests belong to, found upwards from their own output.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AgentScaler.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("AgentScaler.slnx was not found above the test's output folder.");
    }
}
