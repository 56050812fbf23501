namespace AgentScaler.Environments.Values;

/// <summary>Strings seen as sequences of code points, which is how the value model counts, cuts and compares them.</summary>
internal static class CodePoints
{
    /// <summary>How many code points a string of whole surrogate pairs has.</summary>
    public static int Count(string text)
    {
        var count = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uDC00', '\uDFFF'))
        {
            return count;
        }

        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>The UTF-16 index at which a code point begins; the length of the text where it has no such code point.</summary>
    public static int IndexOf(string text, int codePoint)
    {
        if (codePoint >= text.Length)
        {
            return text.Length;
        }

        var at = 0;
        while (codePoint > 0 && at < text.Length)
        {
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
            codePoint--;
        }

        return at;
    }
}
