using System.Globalization;

namespace AgentScaler.Materialization.Sentences;

/// <summary>
/// What a sentence says, in its own words: nothing is bound to a table yet. The hierarchy is closed; <see cref="IMeaningVisitor{T}"/> names every form.
/// </summary>
internal abstract record Meaning
{
    public abstract T Accept<T>(IMeaningVisitor<T> visitor);

    public sealed override string ToString() => Said;

    /// <summary>The meaning in a few words, as tables of tests cite it.</summary>
    protected abstract string Said { get; }

    protected static string Joined(IReadOnlyList<string> words) => string.Join('|', words);

    protected static string Figure(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Something that must hold before, or must not.</summary>
/// <param name="Demanded">Whether the call is refused unless it holds; else the call is refused where it holds.</param>
internal abstract record Condition(bool Demanded) : Meaning
{
    public virtual Condition Refused => this with { Demanded = !Demanded };

    public Condition Must => this with { Demanded = true };

    protected string Polarity => Demanded ? "must" : "must not";
}

/// <summary>A row is in one of some states, in the words for them: "assigned", "in progress", "paid".</summary>
internal sealed record InState(string Thing, IReadOnlyList<string> States, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Thing} {Polarity} be {Joined(States)}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>There is at least as much as is asked for: "enough seats", "sufficient balance", "in stock".</summary>
/// <param name="Need">What is asked for, or empty where the sentence does not say.</param>
internal sealed record Enough(string Have, string Need, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Polarity} have {Have} for {(Need.Length == 0 ? "it" : Need)}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>At most so many rows belong to one owner; the limit is a number, or the words for a column.</summary>
internal sealed record AtMost(string Owner, string Items, double? Count, string Limit, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Owner} {Polarity} have at most {(Count is null ? Limit : Figure(Count))} {Items}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>No two rows have the same values: "the email must be unique within the team".</summary>
internal sealed record NoTwo(IReadOnlyList<string> Columns, string Within, bool Demanded) : Condition(Demanded)
{
    /// <summary>The things of which no two agree, where the sentence names them: "must not belong to another member".</summary>
    public string Of { get; init; } = "";

    /// <summary>Whether it is said of a value of the thing's own, and not of what the thing refers to.</summary>
    public bool OwnValue { get; init; }

    protected override string Said => $"{Joined(Columns)} {Polarity} be unique{(Within.Length == 0 ? "" : $" in {Within}")}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Something is there.</summary>
internal sealed record IsThere(string Thing, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Thing} {Polarity} exist";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>One thing is another's: "the item must belong to the order", "only the owner may".</summary>
internal sealed record IsOf(string Thing, string Owner, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Thing} {Polarity} belong to {Owner}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Rows of another kind hang on it: "cannot be deleted while it has orders".</summary>
internal sealed record IsUsed(string Thing, string By, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Thing} {Polarity} be used by {(By.Length == 0 ? "others" : By)}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>One time or number stands before another: "end must be after start", "not in the past", "up to 24 hours before departure".</summary>
/// <param name="Left">The smaller side; "now" is the session's clock.</param>
/// <param name="Hours">How much lies between the two at least.</param>
/// <param name="OrEqual">Whether both may be the same.</param>
internal sealed record IsBefore(string Left, string Right, double Hours, bool OrEqual, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Left} {Polarity} be {(OrEqual ? "at or " : "")}before {Right}{(Hours == 0 ? "" : $" by {Figure(Hours)} h")}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>An argument is within bounds that a schema can declare: "must be positive", "at most 63 characters", "is required", "is invalid".</summary>
internal sealed record IsFit(string Argument, string Bound, double? Least, double? Most, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Argument} {Polarity} be {Bound}{(Least is null ? "" : $" >= {Figure(Least)}")}{(Most is null ? "" : $" <= {Figure(Most)}")}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The caller may do it: "the user lacks the permission".</summary>
internal sealed record IsAllowed(string Who, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Who} {Polarity} be allowed";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A number goes up or down: "lowers the seats left by the number booked".</summary>
internal sealed record Adjusts(string Column, int Sign, string By) : Meaning
{
    protected override string Said => $"{(Sign > 0 ? "raises" : "lowers")} {Column} by {(By.Length == 0 ? "it" : By)}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Something gets a value: "sets the status to shipped", "becomes available again", "marks all as read".</summary>
/// <param name="Column">The words for the column; empty where only a state is named.</param>
internal sealed record Becomes(string Thing, string Column, string Value) : Meaning
{
    protected override string Said => $"{Thing}{(Column.Length == 0 ? "" : $" {Column}")} becomes {Value}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Other rows go with it: "also deletes its comments".</summary>
internal sealed record DeletesToo(string Things) : Meaning
{
    protected override string Said => $"deletes {Things} too";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Other rows stay, or only forget it: "its tasks are kept".</summary>
internal sealed record Keeps(string Things) : Meaning
{
    protected override string Said => $"keeps {Things}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A row comes to be elsewhere: "adds an entry to the history", "sends a notification".</summary>
internal sealed record Adds(string Thing, string To) : Meaning
{
    protected override string Said => $"adds {Thing}{(To.Length == 0 ? "" : $" to {To}")}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Something is taken from a list or a collection.</summary>
internal sealed record TakesOut(string Thing, string From) : Meaning
{
    protected override string Said => $"takes {Thing} from {From}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A column is computed: "the total is the price times the seats".</summary>
internal sealed record Computes(string Column, string Left, char Operator, string Right) : Meaning
{
    protected override string Said => $"{Column} = {Left} {Operator} {Right}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A value where the caller gives none: "defaults to 20". "now" is the session's clock.</summary>
internal sealed record Defaults(string Argument, string Value) : Meaning
{
    protected override string Said => $"{Argument} defaults to {Value}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The session makes a key: "an id is generated".</summary>
internal sealed record MakesKey(string Column) : Meaning
{
    protected override string Said => $"makes {Column}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A column tells the time of the call: "stamps the date", "the time of payment is recorded".</summary>
internal sealed record Stamps(string Column) : Meaning
{
    protected override string Said => $"stamps {Column}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The order of a list: "newest first", "sorted by name".</summary>
internal sealed record Sorted(string By) : Meaning
{
    protected override string Said => $"sorted {By}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A list has at most so many rows: "returns the 10 latest".</summary>
internal sealed record Top(double Count, string Things) : Meaning
{
    protected override string Said => $"first {Figure(Count)} {Things}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A list holds only rows in a state: "returns only active accounts".</summary>
internal sealed record OnlyThose(string Things, IReadOnlyList<string> States, bool Those) : Meaning
{
    protected override string Said => $"{(Those ? "only" : "no")} {Joined(States)} {Things}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>What is not there is made, what is there is replaced.</summary>
internal sealed record MakesOrReplaces : Meaning
{
    protected override string Said => "makes or replaces";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>What the caller leaves out stays as it is.</summary>
internal sealed record LeavesRest(bool Stays) : Meaning
{
    protected override string Said => Stays ? "leaves the rest" : "clears the rest";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Doing it again is no mistake.</summary>
internal sealed record MayRepeat : Meaning
{
    protected override string Said => "may be repeated";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>It cannot be taken back.</summary>
internal sealed record IsFinal : Meaning
{
    protected override string Said => "is final";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>What the call answers with: "returns the created order".</summary>
internal sealed record Tells(string Thing) : Meaning
{
    protected override string Said => $"tells {Thing}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>What the tool does to its own thing: "Deletes a webhook".</summary>
internal sealed record Acts(string Verb, string Thing) : Meaning
{
    protected override string Said => $"does {Verb} {Thing}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}
