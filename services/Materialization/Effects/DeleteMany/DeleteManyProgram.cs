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
        var each = Var("each");
        var key = Member(each, effect.Table.Key.Name);
        List<Statement> body = [.. effect.Consequences.SelectMany(c => ConsequenceKinds.Of(c).Do(c, each, scope)), new Delete(effect.Table.Name, [key])];
        foreach (var needed in effect.Preconditions.OfType<Unreferenced>())
        {
            body.Insert(0, UnreferencedKind.Guard(needed, key));
        }

        scope.Body.Add(new ForEach("each", Var("found"), body));
        var count = Op(Operator.Count, Var("found"));
        var facts =
            new ResultFacts { Message = $"{ProgramScope.Thing(effect.Table)} rows deleted.", Members = [("deleted", count)], Total = count, Shown = count };
        var shaper = new ResultShaper(scope) { Facts = facts };
        scope.Body.Add(new Return(scope.Tool.Result.Kind == ResultKind.Collection
            ? shaper.OfRows(map => map is null ? Var("found") : new MapItems(Var("found"), "r", null, null, map(Var("r"))))
            : shaper.OfNothing()));
    }
}
