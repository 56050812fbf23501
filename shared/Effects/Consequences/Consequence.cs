using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// What changes beside what the effect itself does. It says by itself what must have changed, by rows and arguments alone,
/// so that a law can be derived from it without looking at the program that does it.
/// </summary>
public abstract record Consequence
{
    /// <summary>Why it is held to follow.</summary>
    public Basis Basis { get; init; } = Basis.Convention;

    /// <summary>What must have become of which rows.</summary>
    /// <param name="before">The call and the state before it.</param>
    /// <param name="rows">The rows that the effect is about, as they were; those that it made, as they are.</param>
    public abstract IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows);

    /// <summary>The table in which it makes rows, or null.</summary>
    public virtual TableModel? Makes => null;

    /// <summary>What it is about: of two that share it, the more trusted one holds.</summary>
    public virtual string Topic => CanonicalForm.Of(this with { Basis = Basis.Convention }).ToJson();
}
