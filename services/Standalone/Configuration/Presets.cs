using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace AgentScaler.Standalone.Configuration;

/// <summary>Configurations that ship with the product.</summary>
internal static class Presets
{
    private const string Prefix = "presets.";

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..]))
            .Order(StringComparer.Ordinal),
    ];

    public static bool TryRead(string name, [NotNullWhen(true)] out string? text)
    {
        text = null;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.json");
        if (stream is null)
        {
            return false;
        }

        using var reader = new StreamReader(stream);
        text = reader.ReadToEnd();
        return true;
    }
}
