using System.Text;

namespace AgentScaler.Environments.Programs;

/// <summary>The snake_case words of an enumeration, both ways.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, v => Snake(v.ToString()));

    private static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public static IEnumerable<string> All => ByValue.Values;

    public static string Of(T value) => ByValue[value];

    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);

    private static string Snake(string name)
    {
        var word = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
