using System.Collections.Concurrent;
using System.Text;

namespace AgentScaler.Language.Values;

/// <summary>Makes texts that match a regular expression and have the length that their schema asks for.</summary>
public static class PatternSampler
{
    private const int MaxTries = 24;
    private const int Kept = 4096;

    private static readonly ConcurrentDictionary<(string Pattern, bool Free), PatternPart?> Read = new();

    /// <summary>Returns a matching text with a length between the bounds, or null.</summary>
    public static string? Sample(string pattern, DeterministicRandom random, int minimum = 0, int maximum = int.MaxValue) =>
        Sample(pattern, false, random, minimum, maximum) ?? Sample(pattern, true, random, minimum, maximum);

    private static string? Sample(string pattern, bool free, DeterministicRandom random, int minimum, int maximum)
    {
        if (Read.Count > Kept)
        {
            Read.Clear();
        }

        if (Read.GetOrAdd((pattern, free), static k => PatternReader.Read(k.Pattern, k.Free)) is not { } part)
        {
            return null;
        }

        var (low, high) = (Math.Max(part.Least, minimum), Math.Min(part.Most, maximum));
        var start = Math.Min(high, Math.Max(low, part.Natural));
        var text = new StringBuilder();
        for (var attempt = 0; attempt < MaxTries && low <= high; attempt++)
        {
            // Lengths that read well come first, then every one upwards and downwards from there.
            var length = attempt < 8 ? (int)random.Between(Math.Max(low, start - 1), Math.Min((long)high, start + 3))
                : attempt % 2 == 0 ? Math.Min(high, start + (attempt / 2) - 4) : Math.Max(low, start - (attempt / 2) + 3);
            if (part.Write(text, length, random))
            {
                return text.ToString();
            }
        }

        return null;
    }
}
