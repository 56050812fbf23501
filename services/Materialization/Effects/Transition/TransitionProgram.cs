using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Takes a step of a row's life cycle.</summary>
internal static class TransitionProgram
{
    public static void Write(ProgramScope scope, TransitionEffect effect)
    {
        scope.Check();
        var set = RowChange.Of(scope);
        set.RemoveAll(s => s.Key == effect.Changed.Name);
        set.Insert(0, Set(effect.Changed.Name, Constant(effect.Target)));
        var shaper = RowChange.Shaper(scope, TransitionDraft.Target(effect.Target, scope.Tool.Verb).Replace('_', ' '));
        scope.Do(Var(ProgramScope.Row));
        scope.Body.Add(new Update(effect.Table.Name, [Member(Var(ProgramScope.Row), effect.Table.Key.Name)], RowChange.Completed(scope, set), RowChange.After));
        scope.Settle(RowChange.After);
        scope.Body.Add(new Return(shaper.OfRow(Var(RowChange.After))));
    }
}
