using System.Text;
using AgentScaler.Language;

namespace AgentScaler.Collection.Contamination;

/// <summary>Makes names, parameters and texts comparable.</summary>
internal static class Likeness
{
    private const int ShingleWords = 4;

    /// <summary>A name by its words: <c>getUserInfo</c>, <c>get_user_info</c> and <c>get.user-info</c> are one.</summary>
    public static string Key(string name) => string.Join(' ', Words.Split(name));

    /// <summary>Returns the hashes of every run of four words. Texts that share most of them are one text with small changes.</summary>
    public static HashSet<ulong> Shingles(string text)
    {
        var words = Words.Split(text);
        var result = new HashSet<ulong>();
        for (var start = 0; start + ShingleWords <= words.Count; start++)
        {
            result.Add(Hash(words, start));
        }

        return result;
    }

    public static double Jaccard(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var common = one.Count(other.Contains);
        var all = one.Count + other.Count - common;
        return all == 0 ? 0 : (double)common / all;
    }

    /// <summary>FNV-1a over the words: stable on every machine, unlike the runtime's own hash of text.</summary>
    private static ulong Hash(IReadOnlyList<string> words, int start)
    {
        var hash = 14695981039346656037UL;
        for (var index = start; index < start + ShingleWords; index++)
        {
            foreach (var unit in Encoding.UTF8.GetBytes(words[index]))
            {
                hash = (hash ^ unit) * 1099511628211UL;
            }

            hash = (hash ^ 0xFF) * 1099511628211UL;
        }

        return hash;
    }
}
