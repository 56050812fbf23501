namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>Reads what no form of the grammar reads: the sentence's frame says what is demanded or refused, the clause reader what that is.</summary>
internal static class ClauseSentences
{
    private const int MostParts = 6;

    /// <summary>What a sentence about a tool demands before a call.</summary>
    public static IReadOnlyList<Condition> OfTool(Sentence sentence)
    {
        if (Reasons.OfTool(sentence.Text) is { Count: > 0 } reasons)
        {
            return OfReasons(reasons, "409", s => Refused(s));
        }

        return Distinct(Frames.Read(sentence.Words));
    }

    /// <summary>What the reasons of a refusal say, each by its text and by its code.</summary>
    /// <param name="read">Reads the text of a reason in the forms of the grammar.</param>
    public static IReadOnlyList<Condition> OfReasons(IReadOnlyList<Reason> reasons, string status, Func<string, IReadOnlyList<Condition>> read)
    {
        var found = new List<Condition>();
        var subject = "";
        foreach (var reason in reasons)
        {
            var words = reason.Said.Length == 0 ? "" : Wording.Of(reason.Said);
            var said = words.Length == 0 ? [] : read(Elided(words, subject)) is { Count: > 0 } first ? first : Refused(words, subject);
            found.AddRange(Both(said, OfCode(reason.Code), reason.Narrowed));
            subject = Subject(words) is { Length: > 0 } own ? own : subject;
        }

        return status == "404" ? [.. found.OfType<IsThere>()] : Distinct(found);
    }

    /// <summary>What the text of a reason says, with its code where the text may mean nothing among the tables.</summary>
    private static IReadOnlyList<Condition> Both(IReadOnlyList<Condition> said, Condition? code, bool narrowed) => (said, code) switch
    {
        ([], null) => [],
        ([], _) => narrowed && code is not InState ? [] : [code],
        ([NoTwo { Columns: [var value] } two], SaidTwice { First: NoTwo { Columns: [var other] } }) when !value.Split(' ').Intersect(other.Split(' ')).Any() =>
            [new SaidTwice(two, code)],
        ([IsFit { Bound: "valid" }], IsSame) => [code],
        ([IsThere], IsUsed) or ([InState], IsSame) => [code],
        ([InState same], SaidTwice twice) when twice.First.ToString() == same.ToString() => [twice],
        ([InState only], not null) when code.ToString() != only.ToString() => [new SaidTwice(only, code)],
        _ => said,
    };

    /// <summary>What a code says must not be so.</summary>
    public static Condition? OfCode(string code) => code.Length == 0 ? null : Fragments.Read(Tokens.Of(Wording.Of(code)))?.Refused;

    /// <summary>Clauses of which none may hold: "the parcel is collected or recalled, or it is locked".</summary>
    public static IReadOnlyList<Condition> Refused(string words, string subject = "") => [.. Parts(words, subject, "or").Select(c => c.Refused)];

    /// <summary>Clauses that must all hold: "the account is open and the balance covers the total".</summary>
    public static IReadOnlyList<Condition> Demanded(string words, string subject = "") => Parts(words, subject, "and");

    /// <summary>What clauses say that a conjunction binds; nothing where the whole binds its parts in another way.</summary>
    private static List<Condition> Parts(string words, string subject, string conjunction)
    {
        var tokens = Tokens.Of(words);
        var other = conjunction == "or" ? "and" : "or";
        if (ClauseReader.Read(words, subject) is { } whole && (whole is InState { States.Count: > 1 } || !tokens.Contains(conjunction)))
        {
            return conjunction == "or" || !tokens.Contains(other) || whole is InState ? [whole] : [];
        }

        var parts = Tokens.Split(tokens, conjunction);
        if (parts.Count > MostParts)
        {
            return [];
        }

        var found = new List<Condition>();
        foreach (var part in parts)
        {
            if (ClauseReader.Read(string.Join(' ', part), subject) is { } condition)
            {
                found.Add(condition);
            }

            subject = Subject(string.Join(' ', part)) is { Length: > 0 } own ? own : subject;
        }

        return found;
    }

    /// <summary>What stands before the verb of a clause.</summary>
    public static string Subject(string words)
    {
        var clause = Tokens.Core(Tokens.Of(words));
        var at = clause.FindIndex(Lexicon.IsFinite);
        return at > 0 && NounPhrase.Of(clause.Take(at)) is { Length: > 0 } noun && noun is not ("it" or "they" or "there" or "that") ? noun : "";
    }

    /// <summary>A clause that begins with its verb is said of the subject before it.</summary>
    private static string Elided(string words, string subject) => subject.Length > 0 && Lexicon.IsFinite(words.Split(' ')[0]) ? $"{subject} {words}" : words;

    private static List<Condition> Distinct(IEnumerable<Condition> conditions) => [.. conditions.DistinctBy(c => c.ToString())];
}
