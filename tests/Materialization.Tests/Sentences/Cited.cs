using AgentScaler.Materialization.Sentences;

namespace AgentScaler.Materialization.Tests.Sentences;

/// <summary>Reads cited sentences; "409: ..." cites the text of a declared response, "seats: ..." the description of a parameter in front of a colon.</summary>
internal static class Cited
{
    public static Sentence Sentence(string cited)
    {
        var colon = cited.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            return new Sentence(cited);
        }

        var (place, text) = (cited[..colon], cited[(colon + 2)..]);
        return place.All(char.IsAsciiDigit) ? new Sentence(text) { Status = place }
            : place.All(c => char.IsAsciiLetterLower(c) || c == '_') ? new Sentence(text) { Parameter = place }
            : new Sentence(cited);
    }

    /// <summary>What the sentence says, without what it does to its own thing.</summary>
    public static string Meaning(string cited) =>
        string.Join("; ", SentenceReader.Read(Sentence(cited)).Where(m => m is not Acts).Select(m => m.ToString()));
}
