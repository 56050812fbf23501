using System.Text;

namespace AgentScaler.Exports.Packages;

/// <summary>The files of a package that differ between domains only in names and counts.</summary>
internal static class PackageTemplates
{
    private const string Prefix = "package/";

    /// <summary>Files in the package's root. The others are in its Python module.</summary>
    private static readonly HashSet<string> AtRoot = new(StringComparer.Ordinal) { "pyproject.toml", "README.md", "openenv.yaml" };

    private static readonly IReadOnlyList<(string Name, string Text)> Texts = [.. typeof(PackageTemplates).Assembly
        .GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(n => (n[Prefix.Length..], Read(n)))];

    /// <param name="package">The name of the Python module.</param>
    /// <param name="values">The value for each <c>{{name}}</c>.</param>
    /// <returns>Relative paths and texts.</returns>
    public static IEnumerable<(string Path, string Text)> Fill(string package, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, text) in Texts)
        {
            var filled = new StringBuilder(text);
            foreach (var (key, value) in values)
            {
                filled.Replace("{{" + key + "}}", value);
            }

            yield return (AtRoot.Contains(name) ? name : Path.Combine(package, name), filled.ToString());
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PackageTemplates).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
