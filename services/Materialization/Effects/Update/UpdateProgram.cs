using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Changes a row as the arguments say.</summary>
internal static class UpdateProgram
{
    public static void Write(ProgramScope scope, UpdateEffect effect)
    {
        scope.Check();
        var shaper = RowChange.Shaper(scope, "updated");
        scope.Do(Var(ProgramScope.Row));
        var set = RowChange.Completed(scope, [.. RowChange.Of(scope), .. RowChange.Chosen(effect)]);
        scope.Body.Add(new Update(effect.Table.Name, [Member(Var(ProgramScope.Row), effect.Table.Key.Name)], set, RowChange.After));
        scope.Settle(RowChange.After);
        scope.Body.Add(new Return(shaper.OfRow(Var(RowChange.After))));
    }
}
