using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Changes the row of a key, or inserts it.</summary>
internal static class UpsertProgram
{
    public static void Write(ProgramScope scope, UpsertEffect effect)
    {
        scope.Check(p => p is not BelongsTo);
        var shaper = RowChange.Shaper(scope, "saved");
        var key = ProgramScope.Value(effect.Key.Parameter);
        scope.Body.Add(new Let(ProgramScope.Row, new Get(effect.Table.Name, [key])));
        var row = NewRow.Completed(scope, NewRow.Of(scope, shaper.Fallbacks));
        scope.Check(p => p is BelongsTo);
        scope.Do(Var(ProgramScope.Row));
        scope.Body.Add(new If(
            IsNull(Var(ProgramScope.Row)),
            [new Insert(effect.Table.Name, row, RowChange.After)],
            [new Update(effect.Table.Name, [key], RowChange.Completed(scope, RowChange.Of(scope)), RowChange.After)]));
        scope.Settle(RowChange.After);
        scope.Body.Add(new Return(shaper.OfRow(Var(RowChange.After))));
    }
}
