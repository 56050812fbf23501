using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>
/// One kind of effect with all its layers: how it is recognised and finished, the program that it becomes, its rules in the policy,
/// and its words in overrides and in the author's prompt. A layer that is forgotten does not compile.
/// </summary>
internal abstract class EffectKind
{
    /// <summary>The word for it in overrides, in descriptions and in the author's prompt.</summary>
    public abstract string Word { get; }

    /// <summary>The act in one clause, for people and for the author of programs.</summary>
    public abstract string Meaning { get; }

    /// <summary>What the inference asks of it while it still makes tables and binds parameters.</summary>
    public abstract EffectForm Form { get; }

    /// <summary>Whether it is recognised only where no other kind is.</summary>
    public virtual bool General => false;

    /// <summary>Whether the clues are those of this kind.</summary>
    public abstract bool Recognises(Clues clues);

    /// <summary>Whether a finished effect is of this kind.</summary>
    public abstract bool Is(Effect effect);

    /// <summary>The list among the parameters whose entries become rows, or null.</summary>
    public virtual ToolParameter? RowsOf(ToolReading reading) => null;

    /// <summary>Binds what only this kind has, after the key and before the other parameters.</summary>
    public virtual void Bind(DomainPlan plan, EffectSketch sketch)
    {
    }

    /// <summary>Turns the sketch into the nearest kind that can be finished where this one cannot be.</summary>
    public virtual void Fit(EffectDraft draft)
    {
    }

    /// <summary>The finished effect of a sketch of this kind.</summary>
    public abstract Effect Finish(EffectDraft draft);

    /// <summary>Writes the program's body.</summary>
    public abstract void Write(ProgramScope scope);

    /// <summary>The sentences of the policy.</summary>
    public abstract IEnumerable<string> Rules(ToolModel tool);
}
