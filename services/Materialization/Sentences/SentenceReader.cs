using AgentScaler.Language;
using AgentScaler.Materialization.Sentences.Clauses;
using AgentScaler.Materialization.Sentences.Formulas;
using AgentScaler.Materialization.Sentences.Grammar;

namespace AgentScaler.Materialization.Sentences;

/// <summary>Reads what a sentence says by the forms of the grammar. A sentence may say several things; one that only describes says none.</summary>
internal static class SentenceReader
{
    private static readonly HashSet<string> Subjectless = new(StringComparer.Ordinal)
    {
        "must", "cannot", "can", "may", "should", "defaults", "default", "has", "needs", "is", "will", "maximum", "max",
    };

    private static readonly string[] Itself = ["this value ", "this field ", "this parameter ", "the value ", "this ", "it ", "value "];

    /// <summary>How descriptions of an argument begin that say what one of its values does.</summary>
    private static readonly string[] Choosing =
    [
        "if true ", "if false ", "if set to ", "if enabled ", "when true ", "when false ", "when set to ", "when enabled ", "whether ", "set to true ",
        "set to false ", "set this ", "set true ", "true if ", "true when ", "true to ", "false if ", "indicates ",
    ];

    /// <summary>What responses of a status are called.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "forbidden", "permission denied", "access denied", "not found", "bad request", "conflict", "unauthorized", "unprocessable entity", "validation error",
        "precondition failed", "resource not found", "invalid request", "not acceptable", "invalid input", "not authorized", "gone",
    };

    private static readonly string[] Leads =
    [
        "note that ", "please note that ", "note , ", "note ", "important , ", "important ", "warning ", "please note ", "however , ", "however ",
        "additionally , ", "in addition , ", "optional ", "required ",
    ];

    public static IReadOnlyList<Meaning> Read(Sentence sentence)
    {
        var words = Left(Bare(sentence.Words));
        return ConditionalNeeds.Read(sentence.Words, sentence.Parameter is { } named ? Words.Phrase(named) : "") is { } needed ? [needed]
            : sentence.Status is { } status ? OfStatus(sentence, words, status)
            : sentence.Parameter is { } parameter ? OfParameter(words, Words.Phrase(parameter))
            : WithFormulas(OfToolSentence(sentence, words), sentence.Text);
    }

    /// <summary>What the forms read, and what the clause reader reads of what they leave.</summary>
    private static IReadOnlyList<Meaning> OfToolSentence(Sentence sentence, string words) =>
        Reasons.OfTool(sentence.Text).Count > 0 && ClauseSentences.OfTool(sentence) is { Count: > 0 } reasons ? reasons
            : OfTool(words) is var read && read.All(m => m is Acts or Tells) ? [.. read, .. ClauseSentences.OfTool(sentence)]
            : read is [Condition one] && ClauseSentences.OfTool(sentence) is { Count: > 1 } more && more.Any(m => m.ToString() == one.ToString()) ? more
            : read;

    /// <summary>What is read, with the values that the sentence says how to work out. What is said to hold in some case says nothing of every call.</summary>
    private static IReadOnlyList<Meaning> WithFormulas(IReadOnlyList<Meaning> read, string text)
    {
        if (read.Any(m => m is Condition) || text.StartsWith("If ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("When ", StringComparison.OrdinalIgnoreCase))
        {
            return read;
        }

        var formulas = (FormulaReader.Read(text) is { } whole ? [whole]
                : text.Split(", ").Select(FormulaReader.Read).OfType<(string Column, Working Value)>().ToList())
            .Select(f => new Calculates(f.Column, f.Value)).ToList();
        return formulas.Count == 0 ? read : [.. read.Where(m => m is not Computes), .. formulas];
    }

    /// <summary>The forms read a reason first, and the clause reader what they leave.</summary>
    private static IReadOnlyList<Meaning> OfStatus(Sentence sentence, string words, string status)
    {
        if (words.StartsWith("nothing ", StringComparison.Ordinal))
        {
            return [];
        }

        if (Reasons.Of(sentence.Text) is { Count: > 0 } reasons)
        {
            return ClauseSentences.OfReasons(reasons, status, said => [.. Refusal(said, status).OfType<Condition>()]) is { Count: > 0 } told ? told
                : reasons.All(r => r.Said.Length == 0 || Fragments.IsFormal(r.Code)) ? [] : Refusal(words, status);
        }

        if (Repetitions.Read(words) is { } twice)
        {
            return [twice];
        }

        var read = Refusal(words, status);
        return read.Count > 0 || status == "404" ? [.. read.Select(m => m is Unread part ? ClauseReader.Read(part.Words)?.Refused ?? m : m)]
            : Frames.Read(words) is { Count: > 0 } framed ? framed : ClauseSentences.Refused(words);
    }

    /// <summary>To what a sentence may say that a thing comes, by forms that are too wide for words that no column knows as values.</summary>
    public static IReadOnlyList<Becomes> Goals(Sentence sentence) =>
        [.. Read(sentence).OfType<Becomes>(), .. ValueForms.OfGoals.Select(f => f.Read(Bare(sentence.Words))).OfType<Becomes>()];

    /// <summary>"the repeats that are left" are the repeats left.</summary>
    private static string Left(string words) => words.Replace(" that are left ", " left ", StringComparison.Ordinal)
        .Replace(" which are left ", " left ", StringComparison.Ordinal).Replace(" that remain ", " remaining ", StringComparison.Ordinal);

    private static string Bare(string words)
    {
        foreach (var lead in Leads.Where(l => words.StartsWith(l, StringComparison.Ordinal) && words.Length > l.Length))
        {
            return words[lead.Length..];
        }

        return words;
    }

    /// <summary>A declared response says what refuses the call, with or without "returned when". It may name several reasons.</summary>
    private static IReadOnlyList<Meaning> Refusal(string words, string status)
    {
        // The name of a status says no more than the status.
        if (Names.Contains(words.Trim()))
        {
            return [];
        }

        var parts = Coordination.OfRefusal(words);
        if (parts.Count > 1)
        {
            return Each(parts, p => Reason(p, status));
        }

        if (Reason(words, status) is { } whole)
        {
            return [whole];
        }

        var filled = Coordination.Filled(words);
        return filled.Count > 1 ? Each(filled, p => Reason(p, status)) : [];
    }

    private static Condition? Reason(string words, string status)
    {
        // "The end must be after the start" says what is demanded; "the end is before the start" says what is refused.
        var demands = words.Contains(" must ", StringComparison.Ordinal) || words.Contains(" cannot ", StringComparison.Ordinal)
            || words.Contains(" can only ", StringComparison.Ordinal) || words.StartsWith("only ", StringComparison.Ordinal);
        return First(FrameForms.OfClauses, words) as Condition
            ?? (demands ? null : ClauseForms.Read(words)?.Refused)
            ?? First(Conditions, words) as Condition
            ?? (status == "404" && words.Contains("not found", StringComparison.Ordinal) ? new IsThere("it", true) : null);
    }

    /// <summary>What each part says, with the parts that say nothing; nothing where none says anything.</summary>
    private static IReadOnlyList<Meaning> Each(IReadOnlyList<string> parts, Func<string, Meaning?> read)
    {
        var found = parts.Select(p => read(p) ?? new Unread(p.Trim())).ToList();
        return found.TrueForAll(m => m is Unread) ? [] : found;
    }

    private static IReadOnlyList<Meaning> OfParameter(string words, string parameter)
    {
        if (Choosing.Any(c => words.StartsWith(c, StringComparison.Ordinal)))
        {
            // What holds for one value of an argument is demanded of no other call.
            return First(WholeForms.All, words) is Defaults usual ? [Of(usual, parameter)] : [];
        }

        var lead = Itself.FirstOrDefault(i => words.StartsWith(i, StringComparison.Ordinal) && Subjectless.Contains(words[i.Length..].Split(' ')[0]));
        var first = words.Split(' ')[0];
        var named = lead is not null ? $"{parameter} {words[lead.Length..]}"
            : Subjectless.Contains(first) && first is not ("maximum" or "max" or "default") ? $"{parameter} {words}" : words;
        var meaning = First(UniqueForms.OfParameters, named) ?? First(WholeForms.All, named) ?? First(Conditions, named)
            ?? First(WholeForms.OfLists, named) as Top;
        return meaning is null ? [] : [Of(meaning, parameter)];
    }

    private static IReadOnlyList<Meaning> OfTool(string words)
    {
        if (First(WholeForms.All, words) is { } whole)
        {
            return [whole];
        }

        if (Coordination.OfTool(words) is { Count: > 1 } parts && Each(parts, p => First(Conditions, p)) is { Count: > 0 } several)
        {
            return several;
        }

        if (words.Contains("new ", StringComparison.Ordinal) || words.StartsWith("it is ", StringComparison.Ordinal)
            || words.StartsWith("it has ", StringComparison.Ordinal) || words.Contains("its ", StringComparison.Ordinal)
            || words.Contains(" starts at ", StringComparison.Ordinal))
        {
            var births = Coordination.OfBirth(words);
            if (births.Any(b => First(BirthForms.All, b) is not null))
            {
                return Each(births, b => First(BirthForms.All, b) ?? First(WholeForms.All, b) ?? First(ChangeForms.All, b));
            }
        }

        var found = new List<Meaning>();
        if (First(Conditions, words) is { } condition)
        {
            return [condition];
        }

        if ((First(WholeForms.OfLists, words) ?? First(StateForms.OfActs, words)) is { } rows)
        {
            found.Add(rows);
        }

        var changes = Parts(words).Select(p => First(ChangeForms.All, p)).OfType<Meaning>().ToList();
        if (changes.Count < 2 && First(ChangeForms.All, words) is { } change)
        {
            return [.. found, change];
        }

        found.AddRange(changes);
        if (found.Count == 0 && First(WholeForms.OfResults, words) is { } result)
        {
            found.Add(result);
        }

        var verb = words.Split(' ')[0];
        if (Verbs.ClassOf(verb) is not VerbClass.None || Verbs.ClassOf(Words.Singular(verb)) is not VerbClass.None)
        {
            found.Add(new Acts(verb, words[verb.Length..].Trim()));
        }

        return found;
    }

    /// <summary>The conditions in the order in which they are tried: what is particular comes before what is general.</summary>
    private static readonly IReadOnlyList<Form> Conditions =
    [
        .. SlotForms.Whole,
        .. CountForms.Whole,
        .. AmountForms.Whole,
        .. UniqueForms.Whole,
        .. TimeForms.Whole,
        .. ExistenceForms.Whole,
        .. ArgumentForms.Whole,
        .. FrameForms.All,
    ];

    private static Meaning? First(IEnumerable<Form> forms, string words)
    {
        foreach (var form in forms)
        {
            if (form.Read(words) is { } meaning)
            {
                return meaning;
            }
        }

        return null;
    }

    /// <summary>The parts that commas, "and" and "then" bound, each as a clause of its own.</summary>
    private static IEnumerable<string> Parts(string words) => words
        .Replace(" and ", " , ", StringComparison.Ordinal).Replace(" then ", " , ", StringComparison.Ordinal).Replace(" which ", " , ", StringComparison.Ordinal)
        .Split(" , ", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim() + " ");

    /// <summary>"it" in the description of a parameter is the parameter.</summary>
    private static Meaning Of(Meaning meaning, string parameter) => meaning switch
    {
        NoTwo { Columns: ["it"] } unique => unique with { Columns = [parameter] },
        IsFit { Argument: "it" } fit => fit with { Argument = parameter },
        IsFit { Bound: "short" or "long" } fit => fit with { Argument = parameter },
        Defaults { Argument: "it" or "value" } defaults => defaults with { Argument = parameter },
        IsThere { Thing: "it" } there => there with { Thing = parameter },
        InState { Thing: "it" } state => state with { Thing = parameter },
        _ => meaning,
    };
}
