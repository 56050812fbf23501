using System.Globalization;
using System.Text;

namespace AgentScaler.Training.Tokenization;

/// <summary>
/// A text with one UTF-16 unit for every code point. .NET's regular expressions see units, and so split it like engines that see code points. A code
/// point above U+FFFF is replaced by a placeholder unit of the same category.
/// </summary>
internal static class RuneShape
{
    /// <summary>Returns the shape and, for each unit of it, its offset in <paramref name="text"/>, with the end added.</summary>
    public static (string Shape, int[]? Offsets) Of(string text)
    {
        if (!NeedsShape(text))
        {
            return (text, null);
        }
        var shape = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        var offset = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            shape.Append(rune.IsBmp ? InBasicPlane((char)rune.Value) : StandIn(Rune.GetUnicodeCategory(rune)));
            offsets.Add(offset);
            offset += rune.Utf16SequenceLength;
        }

        offsets.Add(offset);
        return (shape.ToString(), [.. offsets]);
    }

    // U+017F folds to s, which Oniguruma's table of case equivalences has and .NET's does not ('ſ in contractions).
    private static char InBasicPlane(char unit) => unit == '\u017F' ? 's' : unit;

    private static bool NeedsShape(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsSurrogate(unit) || unit == '\u017F')
            {
                return true;
            }
        }

        return false;
    }

    private static char StandIn(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => '\u0100',
        UnicodeCategory.LowercaseLetter => '\u0101',
        UnicodeCategory.TitlecaseLetter => '\u01C5',
        UnicodeCategory.ModifierLetter => '\u02B0',
        UnicodeCategory.OtherLetter => '\uA000',
        UnicodeCategory.NonSpacingMark => '\u0300',
        UnicodeCategory.SpacingCombiningMark => '\u0903',
        UnicodeCategory.EnclosingMark => '\u0488',
        UnicodeCategory.DecimalDigitNumber => '\u0660',
        UnicodeCategory.LetterNumber => '\u2160',
        UnicodeCategory.OtherNumber => '\u00B2',
        UnicodeCategory.MathSymbol => '\u2211',
        UnicodeCategory.CurrencySymbol => '\u20AC',
        UnicodeCategory.ModifierSymbol => '\u02C2',
        UnicodeCategory.OtherSymbol => '\u2603',
        UnicodeCategory.Format => '\u00AD',
        UnicodeCategory.PrivateUse => '\uE000',
        UnicodeCategory.OtherNotAssigned => '\u0378',
        _ => '\u2021',
    };
}
