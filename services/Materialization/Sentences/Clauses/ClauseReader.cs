namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>
/// Reads one clause by its parts: a subject, a verb and what is said of the subject. It knows the words that hold a clause together and nothing of what the
/// clause is about; what the nouns and states mean is found out among the tables.
/// </summary>
internal static class ClauseReader
{
    private const int MostWords = 24;

    /// <summary>Subjects of which nothing is said that the tables could tell.</summary>
    private static readonly HashSet<string> Outside = new(StringComparer.Ordinal)
    {
        "nothing", "something", "anything", "what", "request", "body", "call", "operation", "response", "error", "input", "payload", "parameter", "parameters", "query",
        "data", "which", "you", "we", "i", "they", "server", "api", "message", "schema", "json", "header", "token", "caller", "permission", "syntax", "format",
        "document", "field", "fields", "argument", "arguments", "example",
    };

    /// <summary>What the clause says, or null. <see cref="Condition.Demanded"/> is whether it says that it is so.</summary>
    public static Condition? Read(string words, string subject = "", bool fragments = true)
    {
        var clause = Tokens.Core(Tokens.Of(words));
        return clause.Count is 0 or > MostWords ? null
            : clause is ["there", var is_, .. var rest] && (Lexicon.IsCopula(is_) || Lexicon.IsModal(is_)) ? Existence.Read(rest)
            : clause is ["it", "is" or "was", "too", "late", ..] ? null
            : Said(clause, subject) ?? (fragments && !Outside.Contains(clause[0]) && !clause.Exists(w => Lexicon.IsHelper(w) || Lexicon.IsModal(w))
            ? Fragments.Read(clause) : null);
    }

    private static Condition? Said(List<string> clause, string subject)
    {
        var at = clause.FindIndex(Lexicon.IsFinite);
        if (at < 0 || (Lexicon.IsActive(clause[at]) && at == clause.Count - 1 && at < 2 && !Lexicon.IsClash(clause[at])))
        {
            return null;
        }

        var (before, negated) = Nobody(clause.Take(at).ToList());
        var noun = at == 0 ? subject.Length > 0 ? subject : "it" : NounPhrase.Of(before);
        noun = noun is "they" or "this" or "these" or "one" or "" ? subject.Length > 0 ? subject : "it" : noun;
        var condition = Outside.Contains(noun.Split(' ')[^1]) ? null : Verb(noun, clause[at], [.. clause.Skip(at + 1)]);
        return negated ? condition?.Refused : condition;
    }

    /// <summary>"no seat is free" says of the seat that it is not.</summary>
    private static (List<string> Subject, bool Negated) Nobody(List<string> subject) =>
        subject is ["no" or "none" or "not", .. var rest] && rest.Count > 0 ? (rest is ["of", .. var of] ? of : rest, true) : (subject, false);

    private static Condition? Verb(string subject, string verb, List<string> rest)
    {
        var (said, denied) = Tokens.Denied(rest);
        denied ^= verb is "cannot";
        return Lexicon.IsModal(verb) || Lexicon.IsHelper(verb) ? Modal(subject, said, denied)
            : Lexicon.IsCopula(verb) ? Turned(Predicates.Read(subject, said), denied)
            : Lexicon.IsHave(verb) ? Turned(Possessions.Read(subject, said), denied)
            : Turned(Acts.Read(subject, verb, said), denied);
    }

    /// <summary>"would be over the limit" says that it is.</summary>
    private static Condition? Modal(string subject, List<string> said, bool denied)
    {
        if (said.Count == 0)
        {
            return null;
        }

        var rest = said.Skip(1).ToList();
        return said[0] is "be" or "become" or "remain" or "get" ? Inner(rest, denied, r => Predicates.Read(subject, r))
            : said[0] is "have" or "hold" or "contain" or "carry" or "own" or "possess" ? Inner(rest, denied, r => Possessions.Read(subject, r))
            : Lexicon.IsActive(said[0]) ? Turned(Acts.Read(subject, said[0], rest), denied)
            : null;
    }

    private static Condition? Inner(List<string> rest, bool denied, Func<List<string>, Condition?> read)
    {
        var (said, again) = Tokens.Denied(rest);
        return Turned(read(said), denied ^ again);
    }

    private static Condition? Turned(Condition? condition, bool denied) => denied ? condition?.Refused : condition;
}
