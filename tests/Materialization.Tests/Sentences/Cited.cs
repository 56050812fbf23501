using AgentScaler.Materialization.Sentences;

namespace AgentScaler.Materialization.Tests.Sentences;

/// <summary>Reads cited sentences; "409: ..." cites the text of a declared response, "seats: ..." the description of a parameter in front of a colon.</summary>
internal static class Cited
{
    public static Sentence Sentence(string cited)
    {
        var colon = cited.IndexOf(": ", StringComparison.Ordinal);
        return colon == 3 && int.TryParse(cited[..3], out _) ? new Sentence(cited[5..]) { Status = cited[..3] }
            : colon > 0 && cited[..colon] is var name && name.All(c => char.IsAsciiLetterLower(c) || c == '_') 
                ? new Sentence(cited[(colon + 2)..]) { Parameter = name }
            : new Sentence(cited);
    }

    /// <summary>What the sentence says, without what it does to its own thing.</summary>
    public static string Meaning(string cited) =>
        string.Join("; ", SentenceReader.Read(Sentence(cited)).Where(m => m is not Acts).Select(m => m.ToString()));
}
