using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>Checks texts against a whole pattern, with the classes of Unicode. A check takes time linear in the length of the text.</summary>
internal static class PatternCheck
{
    private const int Kept = 4096;
    private static readonly ConcurrentDictionary<string, Regex?> Checks = new(StringComparer.Ordinal);

    private static readonly Regex Around = new(@"\(\?<?[=!][^()]*\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The pattern's check, without what it looks around for; null where it looks back or is no pattern.</summary>
    public static Regex? Of(string pattern)
    {
        if (Checks.Count > Kept)
        {
            Checks.Clear();
        }

        return Checks.GetOrAdd(pattern, Compile);
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(Around.Replace(pattern, ""), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
