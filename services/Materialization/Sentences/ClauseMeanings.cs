namespace AgentScaler.Materialization.Sentences;

/// <summary>One reason said in two ways, as its text and as its code: what means something among the tables counts, the first before the other.</summary>
internal sealed record SaidTwice(Condition First, Condition Otherwise) : Condition(First.Demanded)
{
    public override Condition Refused => new SaidTwice(First.Refused, Otherwise.Refused);

    protected override string Said => $"{First} (or else {Otherwise})";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Two values agree: "the code must be the pickup code of the parcel", "the amount is not the total".</summary>
internal sealed record IsSame(string Left, string Right, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{Left} {Polarity} equal {(Right.Length == 0 ? "its own" : Right)}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The same is made a second time: "already enrolled", "already on the waiting list", "one entry per member and race".</summary>
/// <param name="By">The words for what the two have in common; empty where the sentence does not say.</param>
internal sealed record Repeats(IReadOnlyList<string> By, bool Demanded) : Condition(Demanded)
{
    protected override string Said => $"{(Demanded ? "must not" : "must")} repeat {(By.Count == 0 ? "it" : Joined(By))}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>An argument must be given where another one has a value: "a note is required when the item is damaged".</summary>
internal sealed record NeededWhen(string Argument, string When) : Condition(true)
{
    protected override string Said => $"{Argument} must be given when {When}";

    public override T Accept<T>(IMeaningVisitor<T> visitor) => visitor.Visit(this);
}
