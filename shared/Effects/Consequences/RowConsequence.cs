using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A consequence that follows once for each row that the effect is about.</summary>
public abstract record RowConsequence : Consequence
{
    /// <summary>The rows beside the main one that it reads or changes.</summary>
    public abstract IEnumerable<RowAddress> Addresses { get; }

    public sealed override IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows) =>
        rows.SelectMany(r => Expect(before.About(r)));

    /// <param name="about">The call and the state before it, about one row.</param>
    protected abstract IEnumerable<Expectation> Expect(Situation about);
}
