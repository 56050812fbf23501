using System.Globalization;

namespace AgentScaler.Rollout.OpenAi;

/// <summary>
/// Recognises the end of a conversation. A model that plays the user ends it with a token at the end of its words; elsewhere the token is only mentioned.
/// </summary>
internal static class Farewell
{
    public const string Token = "###STOP###";

    /// <summary>Characters that may surround a final token: marks, but no words.</summary>
    private const string Around = " \t\r\n.!*_`\"'“”()[]";

    /// <summary>Returns the words without the token, and whether the user leaves after them. No words at all are a farewell too.</summary>
    public static (string Words, bool Leaves) Split(string said)
    {
        var words = said.Trim();
        var leaves = false;
        while (words.TrimEnd(Around.ToCharArray()) is var bare && bare.EndsWith(Token, StringComparison.OrdinalIgnoreCase))
        {
            words = bare[..^Token.Length].TrimEnd(" \t\r\n*_`([“".ToCharArray());
            leaves = true;
        }

        return leaves && !words.EnumerateRunes().Any(IsWord) ? ("", true) : (words, leaves);
    }

    private static bool IsWord(System.Text.Rune rune) =>
        System.Text.Rune.IsLetterOrDigit(rune) || System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;
}
