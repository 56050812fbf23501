using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// What changes beside the rows that an effect is about. It says by itself what must have changed, by rows and arguments alone,
/// so that a law can be derived from it without looking at the program that does it.
/// </summary>
public abstract record Consequence
{
    /// <summary>Why it is held to follow.</summary>
    public Basis Basis { get; init; } = Basis.Convention;

    /// <summary>What must have become of which rows.</summary>
    /// <param name="before">The call and the state before it.</param>
    /// <param name="rows">The rows that the effect is about, as they were.</param>
    public abstract IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows);
}
