using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Deletes a row, and what goes with it.</summary>
internal static class DeleteProgram
{
    public static void Write(ProgramScope scope, DeleteEffect effect)
    {
        scope.Check();
        var row = Var(ProgramScope.Row);
        var key = Member(row, effect.Table.Key.Name);
        scope.Do(row);
        scope.Body.Add(new Delete(effect.Table.Name, [key]));
        var facts = new ResultFacts { Message = $"{ProgramScope.Thing(effect.Table)} deleted.", Members = [(effect.Table.Key.Name, key)], Total = Constant(1) };
        var shaper = new ResultShaper(scope) { Facts = facts };
        scope.Body.Add(new Return(scope.Tool.Result.Kind is ResultKind.Unknown ? shaper.OfNothing() : shaper.OfRow(row)));
    }
}
