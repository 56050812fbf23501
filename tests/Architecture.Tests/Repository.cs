using System.Xml.Linq;

namespace AgentScaler.Architecture.Tests;

/// <summary>The checkout that these tests look at, found upwards from the test's own output.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project of the product with the projects it references, both as paths relative to the root.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> References { get; } = Projects()
        .ToDictionary(Relative, ReferencesOf, StringComparer.Ordinal);

    public static IEnumerable<string> SourceFiles() =>
        new[] { "shared", "services", "tests", "benchmarks" }
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(IsSource);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Projects() =>
        new[] { "shared", "services" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(IsSource)
            .Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> ReferencesOf(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Relative(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value))))];

    private static bool IsSource(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

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
