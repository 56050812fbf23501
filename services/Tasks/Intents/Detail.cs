using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Intents;

/// <summary>One value of a wish, in words.</summary>
/// <param name="Label">The name of the value: "due date".</param>
/// <param name="Said">The spoken value, or its origin: "the author of that book".</param>
/// <param name="Told">Whether the user tells the value itself.</param>
/// <param name="Reference">Whether it names another thing by its number.</param>
internal sealed record Detail(string Label, string Said, Value Value, bool Told, bool Reference)
{
    /// <summary>The thing, in words, that has the same value; null if there is none.</summary>
    public string? SameAs { get; init; }

    /// <summary>The preposition before a reference: "for customer CUS-7".</summary>
    public string Preposition { get; init; } = "for";
}
