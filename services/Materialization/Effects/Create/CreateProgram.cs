using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Inserts a row, and does what follows.</summary>
internal static class CreateProgram
{
    /// <param name="done">What has become of the thing, for the result's message.</param>
    public static void Write(ProgramScope scope, CreateEffect effect, string done)
    {
        scope.Check();
        var shaper = new ResultShaper(scope) { Facts = new ResultFacts { Message = $"{ProgramScope.Thing(effect.Table)} {done}." } };
        scope.Body.Add(new Insert(effect.Table.Name, NewRow.Completed(scope, NewRow.Of(scope, shaper.Fallbacks)), ProgramScope.Row));
        scope.Do(Var(ProgramScope.Row));
        scope.Settle(ProgramScope.Row);
        scope.Body.Add(new Return(shaper.OfRow(Var(ProgramScope.Row))));
    }
}
