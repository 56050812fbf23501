using System.Collections.Concurrent;

namespace AgentScaler.Clustering.Profiles;

/// <summary>Keeps one instance of equal strings. Safe for many threads.</summary>
public sealed class StringPool
{
    private readonly ConcurrentDictionary<string, string> _strings = new(StringComparer.Ordinal);

    public string Intern(string text) => _strings.GetOrAdd(text, text);
}
