using AgentScaler.Language;
using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Deletes a row, and what goes with it.</summary>
internal static class DeleteProgram
{
    private const string Told = "told";

    public static void Write(ProgramScope scope, DeleteEffect effect)
    {
        scope.Check();
        var row = Var(ProgramScope.Row);
        var key = Member(row, effect.Table.Key.Name);
        var facts = new ResultFacts { Message = $"{ProgramScope.Thing(effect.Table)} deleted.", Members = [(effect.Table.Key.Name, key)], Total = Constant(1) };
        var shaper = new ResultShaper(scope) { Facts = facts };
        var result = TellsRow(scope) ? shaper.OfDeleted(row) : scope.Tool.Result.Kind is ResultKind.Unknown ? shaper.OfNothing() : shaper.OfRow(row);
        if (TellsRow(scope))
        {
            scope.Body.Add(new Let(Told, result));
            result = Var(Told);
        }

        scope.Do(row);
        scope.Body.Add(new Delete(effect.Table.Name, [key]));
        scope.Settle(ProgramScope.Row);
        scope.Body.Add(new Return(result));
    }

    /// <summary>Where no schema says what is told, what was deleted from a user's own table is told once more.</summary>
    private static bool TellsRow(ProgramScope scope) => scope.Tool.Result.Kind is ResultKind.Unknown && scope.Tool.Returns.Kind is not NodeKind.Null
        && WholeRow.IsAdopted(scope.Table);
}
