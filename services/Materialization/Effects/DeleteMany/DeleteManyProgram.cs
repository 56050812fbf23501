using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Deletes the rows that match, each with what goes with it.</summary>
internal static class DeleteManyProgram
{
    public static void Write(ProgramScope scope, DeleteManyEffect effect)
    {
        scope.Check(p => p is not Unreferenced);
        scope.Body.Add(new Let("found", new Select(effect.Table.Name, "r", ReadPrograms.Where(scope))));
        var each = Var(ProgramScope.Row);
        var key = Member(each, effect.Table.Key.Name);
        scope.Body.Add(new ForEach(ProgramScope.Row, Var("found"), scope.Within(() =>
        {
            foreach (var needed in effect.Preconditions.OfType<Unreferenced>().Reverse())
            {
                scope.Body.Add(UnreferencedKind.Guard(needed, key));
            }

            scope.Do(each);
            scope.Body.Add(new Delete(effect.Table.Name, [key]));
        })));
        scope.Settle(ProgramScope.Row);
        var count = Op(Operator.Count, Var("found"));
        var facts =
            new ResultFacts { Message = $"{ProgramScope.Thing(effect.Table)} rows deleted.", Members = [("deleted", count)], Total = count, Shown = count };
        var shaper = new ResultShaper(scope) { Facts = facts };
        scope.Body.Add(new Return(scope.Tool.Result.Kind == ResultKind.Collection
            ? shaper.OfRows(map => map is null ? Var("found") : new MapItems(Var("found"), "r", null, null, map(Var("r"))))
            : shaper.OfNothing()));
    }
}
