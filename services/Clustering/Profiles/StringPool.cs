using System.Collections.Concurrent;

namespace AgentScaler.Clustering.Profiles;

/// <summary>One instance for equal strings; safe for many threads.</summary>
public sealed class StringPool
{
    private readonly ConcurrentDictionary<string, string> strings = new(StringComparer.Ordinal);

    public string Intern(string text) => strings.GetOrAdd(text, text);
}
