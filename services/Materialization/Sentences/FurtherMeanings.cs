using AgentScaler.Materialization.Sentences.Formulas;

namespace AgentScaler.Materialization.Sentences;

/// <summary>At most one row at a time belongs to an owner: "a room is reserved once for a night", "only one appointment at a date and time".</summary>
/// <param name="States">The states of the rows that count; empty where all that have not ended do.</param>
/// <param name="Time">The words for the time that two rows cannot share.</param>
internal sealed record OneAtATime(string Owner, IReadOnlyList<string> States, string Time, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Owner} {Polarity} have one {Joined(States)}{(States.Count > 0 ? " " : "")}at a time ({Time})";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>What a new row holds where the call does not say: "a new account is active and its balance is 0".</summary>
internal sealed record IsBorn(string Thing, string Column, string Value) : Meaning
{
    protected override string Said => $"new {Thing} has {Column} {Value}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A value comes to stand elsewhere too: "the city of the event becomes the current city of the shipment".</summary>
/// <param name="From">Empty where the sentence only says where it comes to stand.</param>
internal sealed record Copies(string From, string To) : Meaning
{
    protected override string Said => $"copies {From} to {To}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A part of a sentence that no form reads, while the rest is read.</summary>
internal sealed record Unread(string Words) : Meaning
{
    protected override string Said => $"unread: {Words}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A value that is worked out: "charge = daily rate x days", "the deadline is 72 hours after the deposit".</summary>
/// <param name="Column">The words for the column that has the value.</param>
internal sealed record Calculates(string Column, Working Value) : Meaning
{
    protected override string Said => $"{Column} = {Value}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}
