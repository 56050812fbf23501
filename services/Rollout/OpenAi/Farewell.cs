using System.Globalization;

namespace AgentScaler.Rollout.OpenAi;

/// <summary>
/// How a model that plays the user says that the conversation is over: by a token at the end of what it says. Elsewhere the
/// token is only spoken of.
/// </summary>
internal static class Farewell
{
    public const string Token = "###STOP###";

    /// <summary>What may stand around the token when it is the last thing said: marks, no words.</summary>
    private const string Around = " \t\r\n.!*_`\"'“”()[]";

    /// <summary>The words without the token, and whether the user leaves after them; no words at all are a farewell too.</summary>
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
