using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects.Computing;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Answers from the arguments alone.</summary>
internal sealed class LookupKind : EffectKind<LookupEffect>
{
    public override string Word => "lookup";

    public override string Meaning => "answers from the arguments alone";

    public override EffectForm Form { get; } = new(
        OnTable: false, KeyRole.None, Writes: false, Insertion.Never, Assigns: false, Showing.Nothing, TakesColumns: false);

    public override bool General => true;

    public override bool Recognises(Clues clues) => clues.Reads;

    protected override LookupEffect Make(EffectDraft draft) =>
        (Computations.Of(draft.Reading) ?? Exchange.Of(draft.Reading, draft.Tables.All)) is { } computation
        ? new LookupEffect(computation) { Preconditions = [new Computable(computation)] }
        : new LookupEffect((Computation?)null);

    protected override void Write(ProgramScope scope, LookupEffect effect) => scope.Body.Add(new Return(effect.Computation is { } computation
        ? Told(scope, computation)
        : new ResultShaper(scope).OfArguments()));

    /// <summary>The value where the result has a place for it, and the rest of the result around it.</summary>
    private static Expression Told(ProgramScope scope, Computation computation)
    {
        scope.Check();
        var value = FormulaExpressions.Of(computation);
        var node = computation.Place.Aggregate(scope.Tool.Returns, (n, name) => n.Property(name)?.Node ?? n);
        var typed = node.Kind switch
        {
            NodeKind.Integer when !FormulaExpressions.IsText(computation.Formula) => Op(Operator.Round, value),
            NodeKind.String => Op(Operator.ToText, value),
            _ => value,
        };
        return scope.Tool.Result.Kind == ResultKind.Unknown ? Record((computation.Place[0], typed)) : new ResultShaper(scope).OfValue(computation.Place, typed);
    }
}
