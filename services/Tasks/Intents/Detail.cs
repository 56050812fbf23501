using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Intents;

/// <summary>One value that a wish gives, in words.</summary>
/// <param name="Label">What it is: "due date".</param>
/// <param name="Said">The value as it is said, or where it comes from: "the author of that book".</param>
/// <param name="Told">Whether the user tells the value itself.</param>
/// <param name="Reference">Whether it names another thing by its number.</param>
internal sealed record Detail(string Label, string Said, Value Value, bool Told, bool Reference)
{
    /// <summary>Where the value is the same as that of another thing: that thing, in words.</summary>
    public string? SameAs { get; init; }

    /// <summary>What stands in front of a reference: "for customer CUS-7".</summary>
    public string Preposition { get; init; } = "for";
}
