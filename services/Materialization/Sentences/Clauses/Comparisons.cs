using System.Globalization;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>One value beside another: "is more than the balance", "is before the start", "is not the pickup code of the parcel".</summary>
internal static class Comparisons
{
    /// <summary>The ways to compare, the longer first; what stands behind them is the other value.</summary>
    private static readonly IReadOnlyList<(string Words, Func<string, IReadOnlyList<string>, Condition?> Read)> Ways = Each(
    [
        ("earlier than|before|prior to", Before),
        ("later than|after|past", After),
        ("on or before|at or before|no later than|not later than", (s, x) => new IsBefore(s, Time(x), 0, true, true)),
        ("on or after|at or after|no earlier than|not earlier than", (s, x) => new IsBefore(Time(x), s, 0, true, true)),
        ("at most|up to|no more than|within", AtMost),
        ("at least|no less than|no fewer than", AtLeast),
        ("less than|fewer than|lower than|smaller than|shorter than|younger than|below|under|beneath", (s, x) => AtLeast(s, x)?.Refused),
        ("more than|greater than|higher than|larger than|longer than|older than|bigger than|above|over|beyond|in excess of", (s, x) => AtMost(s, x)?.Refused),
        ("equal to|identical to|identical with|same as|the same as|exactly", Same),
        ("different from|other than", (s, x) => Same(s, x).Refused),
    ]);

    public static Condition? Read(string subject, List<string> rest)
    {
        var said = string.Join(' ', rest) + " ";
        return said switch
        {
            "in the past " or "in past " or "past " => new IsBefore("now", subject, 0, true, false),
            "in the future " or "in future " or "still to come " => new IsBefore(subject, "now", 0, true, false),
            "wrong " or "incorrect " => Valued(subject) ? new IsSame(subject, "", false) : null,
            "right " or "correct " => Valued(subject) ? new IsSame(subject, "", true) : null,
            _ when Ahead(subject, rest) is { } ahead => ahead,
            _ when rest.Count <= 2 && Lexicon.Number(rest[0]) is { } exact => new IsFit(subject, "equal", exact, exact, true),
            _ => rest[^1] is "limit" or "quota" or "allowance" ? null : Compared(subject, rest, said)
                ?? (rest[0] == "the" && rest.Count > 1 && Valued(subject) ? Same(subject, [.. rest.Skip(1).TakeWhile(w => w != ",")]) : null),
        };
    }

    private static List<(string Words, Func<string, IReadOnlyList<string>, Condition?> Read)> Each(
        IEnumerable<(string Words, Func<string, IReadOnlyList<string>, Condition?> Read)> ways) =>
        [.. ways.SelectMany(w => w.Words.Split('|').Select(p => (p + " ", w.Read))).OrderByDescending(w => w.Item1.Length)];

    /// <summary>"more than 60 days ahead", "less than two hours away".</summary>
    private static IsBefore? Ahead(string subject, List<string> rest) =>
        rest is ["more" or "less" or "fewer", "than", var number, var unit, "ahead" or "away" or "in" or "from" or "off" or "after", ..] && Lexicon.Number(number) is { } figure
            && Hours(unit) is { } hours
            ? rest[0] == "more" ? new IsBefore(subject, "now", -hours * figure, true, false) : new IsBefore("now", subject, hours * figure, true, false) : null;

    private static double? Hours(string unit) => unit.TrimEnd('s') switch { "hour" => 1, "day" => 24, "week" => 168, "month" => 720, _ => null };

    private static Condition? Compared(string subject, List<string> rest, string said)
    {
        var (words, read) = Ways.FirstOrDefault(w => said.StartsWith(w.Words, StringComparison.Ordinal) && said.Length > w.Words.Length);
        return words is null ? null : read(subject, [.. rest.Skip(words.Count(c => c == ' '))]);
    }

    /// <summary>At most a number, or as much as another value.</summary>
    public static Condition? AtMost(string subject, IReadOnlyList<string> limit) => Figure(limit) is { } most
        ? limit.Any(w => w is "character" or "characters") ? null : new IsFit(Measured(subject, limit), "bounded", null, most, true)
        : Named(limit) is { Length: > 0 } have ? new Enough(have, subject, true) : null;

    public static Condition? AtLeast(string subject, IReadOnlyList<string> least) => Figure(least) is { } figure
        ? least.Any(w => w is "character" or "characters") ? null : new IsFit(Measured(subject, least), "bounded", figure, null, true)
        : Named(least) is { Length: > 0 } need ? new Enough(subject, need, true) : null;

    public static Condition Same(string subject, IReadOnlyList<string> other) => new IsSame(subject, NounPhrase.Whole(other), true);

    public static Condition Before(string subject, IReadOnlyList<string> other) => new IsBefore(subject, Time(other), 0, false, true);

    public static Condition After(string subject, IReadOnlyList<string> other) => new IsBefore(Time(other), subject, 0, false, true);

    /// <summary>"before today" and "before now" mean the clock; "before the patient was born" means the day of birth.</summary>
    private static string Time(IReadOnlyList<string> words) => words.Any(w => w is "now" or "today" or "present") && words.Count < 3 ? "now"
        : words.Count > 1 && words[^1] is "born" ? $"{NounPhrase.Of(words.TakeWhile(w => !Lexicon.IsCopula(w)))} birth"
        : NounPhrase.Whole(words.Where(w => !Lexicon.IsCopula(w)));

    private static string Named(IReadOnlyList<string> words) => NounPhrase.Whole(words.TakeWhile(w => w is not ("if" or "when" or "because" or "for")));

    private static double? Figure(IReadOnlyList<string> words) =>
        Lexicon.Number(words[0]) ?? (double.TryParse(words[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) ? figure : null);

    /// <summary>"The whole may not exceed 28 days" is said of the days.</summary>
    private static string Measured(string subject, IReadOnlyList<string> limit) =>
        limit.Count == 2 && subject.Split(' ')[^1] is "whole" or "total" or "sum" or "it" or "result" or "duration" or "length" ? $"whole {limit[1]}" : subject;

    private static bool Valued(string subject) => subject.Split(' ')[^1] is "code" or "amount" or "pin" or "password" or "number" or "answer" or "key" or "secret" or "sum"
        or "price" or "token" or "passcode" or "currency" or "email";
}
