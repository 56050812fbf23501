namespace AgentScaler.Environments.Values;

/// <summary>Treats strings as sequences of code points, because the value model counts, cuts and compares them this way.</summary>
internal static class CodePoints
{
    /// <summary>The number of code points in a string of whole surrogate pairs.</summary>
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

    /// <summary>The UTF-16 index at which a code point begins; the length of the text if it has no such code point.</summary>
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
