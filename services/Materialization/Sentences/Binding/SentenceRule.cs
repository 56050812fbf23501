using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>What a sentence of the documentation demands and what it says that follows, as records over the finished tables.</summary>
/// <param name="Meaning">What the sentence says.</param>
internal sealed record SentenceRule(Sentence Stated, Meaning Meaning) : RuleSketch(Source.Text, Stated.Text)
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => Meaning.Accept(new PreconditionBinder(draft, Stated));

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) => Meaning.Accept(new ConsequenceBinder(draft));
}
