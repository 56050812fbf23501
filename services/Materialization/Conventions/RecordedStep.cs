using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A step that leaves a record under its thing is taken by the thing too: an order that is shipped, and answers with a shipment, is shipped.</summary>
internal sealed record RecordedStep() : RuleSketch(Source.Convention, "The thing takes the step that the record tells of.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft) || Verbs.ClassOf(draft.Reading.Verb) is not VerbClass.Transition)
        {
            return [];
        }

        return Drafts.References(draft).Where(r => draft.Scope.Contains(r.Binding)).Select(r => (r.Row, Status: Roles.Status(r.Table)))
            .Where(r => r.Status is not null).Select(r => (r.Row, r.Status, To: Reached(r.Status!, draft.Reading.Verb))).Where(r => r.To is not null)
            .Select(r => new Assign(r.Row, r.Status!, new ConstantTerm(r.To!.Value)));
    }

    private static Value? Reached(ColumnModel status, string verb) => Verbs.TargetsOf(verb)
        .Select(t => status.Enum!.FirstOrDefault(v => v.IsString && Words.Snake(v.AsString) == t, Value.Null)).FirstOrDefault(v => !v.IsNull, Value.Null)
            is { IsNull: false } found ? found : default(Value?);
}
