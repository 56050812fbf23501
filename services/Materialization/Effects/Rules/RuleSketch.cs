namespace AgentScaler.Materialization.Effects;

/// <summary>
/// A rule that a sentence, a convention or the user gives a tool while it is still being inferred. When the tables are finished it says what
/// must hold and what follows; whatever the kind of the tool's effect, both are joined to it.
/// </summary>
/// <param name="Source">Who says so.</param>
/// <param name="Sentence">The sentence or convention, as evidence.</param>
internal abstract record RuleSketch(Source Source, string Sentence)
{
    public Basis Basis => new(Source, Sentence);

    /// <summary>What must hold before; nothing where the finished tables do not hold what the rule speaks of.</summary>
    public virtual IEnumerable<Precondition> Preconditions(EffectDraft draft) => [];

    /// <summary>What follows; nothing where the finished tables do not hold what the rule speaks of.</summary>
    public virtual IEnumerable<Consequence> Consequences(EffectDraft draft) => [];
}
