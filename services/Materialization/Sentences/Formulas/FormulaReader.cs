namespace AgentScaler.Materialization.Sentences.Formulas;

/// <summary>
/// Reads what sentences say of values that are worked out: "charge = daily rate x days", "the deadline is set to 72 hours after the deposit",
/// "moves the due date on by the extra days", "expires 14 days after it was made".
/// </summary>
internal static class FormulaReader
{
    private static readonly string[][] Equal =
    [
        ["="], ["is", "computed", "as"], ["is", "calculated", "as"], ["is", "worked", "out", "as"], ["is", "set", "to", "exactly"], ["is", "set", "to"], ["are", "set", "to"],
        ["is", "exactly"], ["is", "always"], ["equals"], ["is"], ["comes", "to"], ["amounts", "to"], ["becomes"], ["will", "be"], ["costs"], ["lies"], ["falls"],
    ];

    private static readonly HashSet<string> Moving = new(StringComparer.Ordinal)
    {
        "moves", "move", "pushes", "push", "shifts", "shift", "extends", "extend", "postpones", "postpone", "prolongs", "prolong", "lengthens", "delays",
        "moved", "pushed", "shifted", "extended", "postponed", "prolonged",
    };

    /// <summary>Verbs of ends and beginnings that name the column which they fill.</summary>
    private static readonly Dictionary<string, string> Timed = new(StringComparer.Ordinal)
    {
        ["expires"] = "expires",
        ["expire"] = "expires",
        ["lapses"] = "expires",
        ["ends"] = "end",
        ["end"] = "end",
        ["starts"] = "start",
        ["start"] = "start",
        ["begins"] = "start",
        ["due"] = "due",
    };

    /// <summary>The column by its words, and how it is worked out; null where the sentence says nothing of the kind.</summary>
    public static (string Column, Working Value)? Read(string sentence)
    {
        var tokens = FormulaTokens.Of(sentence);
        return tokens.Count is < 2 or > 60 ? null : Moved(tokens) ?? Ending(tokens) ?? Stated(tokens);
    }

    /// <summary>A formula alone, as the description of a column gives it: "starts_on + days - 1", "Last day of hire. starts_on + days - 1."</summary>
    public static Working? Alone(string sentence)
    {
        var tokens = FormulaTokens.Of(sentence);
        tokens = tokens.Count > 1 && tokens[0] is "=" ? [.. tokens.Skip(1)] : tokens;
        var parser = new FormulaParser(tokens, 0);
        var value = After(tokens, 0) ?? (parser.Read() is { } read && parser.At == tokens.Count ? read : null);
        return value is Named or Amount or Present ? null : value;
    }

    /// <summary>"charge = daily rate x days": a column, a word for equality, a formula.</summary>
    private static (string, Working)? Stated(IReadOnlyList<string> tokens)
    {
        for (var at = 1; at < Math.Min(tokens.Count - 1, 9); at++)
        {
            if (Equal.FirstOrDefault(e => Match(tokens, at, e)) is not { } sign)
            {
                continue;
            }

            var target = tokens.Take(at).SkipWhile(t => t is "the" or "a" or "an" or "its" or "their" or "and" or "then" or ",").ToList();
            target = target.LastIndexOf(",") is var comma && comma >= 0 ? [.. target.Skip(comma + 1).SkipWhile(t => t is "and" or "the" or "then")] : target;
            if (target.Count is 0 or > 6 || target.Exists(t => !char.IsLetter(t[0]) || t is "if" or "when" or "not" or "must" or "it" or "there"))
            {
                return null;
            }

            var start = at + sign.Length;
            return (After(tokens, start) ?? Worked(tokens, start)) is { } value ? (string.Join(' ', target), value) : null;
        }

        return null;
    }

    /// <summary>A formula that computes something: a phrase alone says only what stands where.</summary>
    private static Working? Worked(IReadOnlyList<string> tokens, int start) =>
        new FormulaParser(tokens, start).Read() is { } value and not (Named or Amount or Present) ? value : null;

    /// <summary>"72 hours after the deposit", "validMonths months after the day it was given", "3 days before the start", "14 days from now".</summary>
    private static Working? After(IReadOnlyList<string> tokens, int start)
    {
        while (start < tokens.Count && tokens[start] is "exactly" or "always" or "the" or "day" && start + 1 < tokens.Count && tokens[start + 1] is not ("after" or "before"))
        {
            start++;
        }

        for (var at = start + 1; at < Math.Min(tokens.Count - 1, start + 7); at++)
        {
            var sign = tokens[at] switch { "after" or "from" or "following" => '+', "before" => '-', _ => ' ' };
            if (sign == ' ')
            {
                continue;
            }

            var count = Count(tokens, start, at);
            return count is null ? null : new Both(Moment(tokens, at + 1), sign, count);
        }

        return null;
    }

    /// <summary>How much: "72 hours", "the payment days", "validMonths calendar months".</summary>
    private static Working? Count(IReadOnlyList<string> tokens, int from, int to)
    {
        var words = tokens.Skip(from).Take(to - from).Where(t => t is not ("the" or "a" or "an" or "calendar" or "full" or "later" or "exactly" or "its")).ToList();
        if (words.Count > 2 && FormulaParser.UnitOf(words[^1]) is { Length: > 0 } twice && twice == FormulaParser.UnitOf(words[^2]))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0)
        {
            return null;
        }

        var unit = FormulaParser.UnitOf(words[^1]);
        return FormulaTokens.IsNumber(words[0]) ? words.Count == 2 && unit.Length > 0 ? new Amount(FormulaTokens.Number(words[0]), unit) : null
            : words.TrueForAll(w => char.IsLetter(w[0])) && unit.Length > 0 ? new Named(string.Join(' ', words), unit) : null;
    }

    private static Working Moment(IReadOnlyList<string> tokens, int from)
    {
        var words = tokens.Skip(from).TakeWhile(t => t is not ("," or "(" or "and" or "by")).Where(t => t is not ("the" or "a" or "an")).ToList();
        return words.Count == 0 || words is ["today" or "now", ..] ? new Present() : new Named(string.Join(' ', words));
    }

    /// <summary>"moves due_on on by extra_days", "moves the deadline 48 hours later", "the due date moves by 7 days", "adds 30 days to the expiry".</summary>
    private static (string, Working)? Moved(IReadOnlyList<string> tokens)
    {
        var at = Find(tokens, 0, Moving.Contains) is >= 0 and < 6 and var verb ? verb : -1;
        if (at < 0)
        {
            return tokens[0] is "adds" or "add" ? Added(tokens) : null;
        }

        var (by, number) = (Find(tokens, at + 1, t => t == "by"), Find(tokens, at + 1, FormulaTokens.IsNumber));
        var from = by > 0 ? by + 1 : number;
        var unit = from < 0 ? -1 : by > 0 ? Find(tokens, from, t => FormulaParser.UnitOf(t).Length > 0) : number + 1;
        if (unit < 0 || unit >= tokens.Count || unit > from + 5 || Count(tokens, from, unit + 1) is not { } count)
        {
            return null;
        }

        var column = at < 2 ? Column(tokens, at + 1, by > 0 ? by : number) : Column(tokens, 0, at);
        return column is null ? null : (column, new Both(new Named(column), Find(tokens, at, t => t is "earlier" or "sooner") >= 0 ? '-' : '+', count));
    }

    /// <summary>"adds 30 days to the expiry".</summary>
    private static (string, Working)? Added(IReadOnlyList<string> tokens) =>
        Find(tokens, 2, t => t == "to") is > 0 and var to && Count(tokens, 1, to) is { } count && Column(tokens, to + 1, tokens.Count) is { } column
            ? (column, new Both(new Named(column), '+', count)) : null;

    private static int Find(IReadOnlyList<string> tokens, int from, Func<string, bool> is_)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            if (is_(tokens[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static string? Column(IReadOnlyList<string> tokens, int from, int to)
    {
        var words = tokens.Skip(from).Take(to - from).Where(t => t is not ("the" or "a" or "an" or "its" or "on" or "out" or "back" or "forward" or "later" or "is" or "are" or ",")
            && char.IsLetter(t[0])).TakeWhile(t => t is not ("of" or "and")).ToList();
        return words.Count is 0 or > 5 ? null : string.Join(' ', words);
    }

    /// <summary>"starts today", "expires 14 days after it was made", "due 30 days from now".</summary>
    private static (string, Working)? Ending(IReadOnlyList<string> tokens)
    {
        for (var at = 0; at < Math.Min(tokens.Count - 1, 6); at++)
        {
            if (Timed.TryGetValue(tokens[at], out var column))
            {
                return tokens[at + 1] is "today" or "now" or "immediately" && at + 2 >= tokens.Count ? (column, new Present())
                    : FormulaTokens.IsNumber(tokens[at + 1]) && After(tokens, at + 1) is { } value ? (column, value) : null;
            }
        }

        return null;
    }

    private static bool Match(IReadOnlyList<string> tokens, int at, string[] words) => !words.Where((w, i) => tokens.ElementAtOrDefault(at + i) != w).Any();
}
