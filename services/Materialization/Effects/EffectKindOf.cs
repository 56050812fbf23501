using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>A kind whose effects are of one record.</summary>
internal abstract class EffectKind<TEffect> : EffectKind
    where TEffect : Effect
{
    public override bool Is(Effect effect) => effect is TEffect;

    public sealed override Effect Finish(EffectDraft draft) => Make(draft);

    public sealed override void Write(ProgramScope scope) => Write(scope, (TEffect)scope.Tool.Effect);

    public sealed override IEnumerable<string> Rules(ToolModel tool) => Rules(tool, (TEffect)tool.Effect);

    protected abstract TEffect Make(EffectDraft draft);

    protected abstract void Write(ProgramScope scope, TEffect effect);

    /// <summary>By default, those of its preconditions and consequences.</summary>
    protected virtual IEnumerable<string> Rules(ToolModel tool, TEffect effect) =>
        [.. effect.Preconditions.SelectMany(p => PreconditionKinds.Of(p).Rules(p, tool)),
            .. effect.Consequences.SelectMany(c => ConsequenceKinds.Of(c).Rules(c, tool))];
}
