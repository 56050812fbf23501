using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Inserts a row, after what else the call does.</summary>
internal static class CreateProgram
{
    /// <param name="done">What has become of the thing, for the result's message.</param>
    public static void Write(ProgramScope scope, CreateEffect effect, string done)
    {
        scope.Check();
        var shaper = new ResultShaper(scope) { Facts = new ResultFacts { Message = $"{ProgramScope.Thing(effect.Table)} {done}." } };
        scope.Do(Var(ProgramScope.Row));
        scope.Body.Add(new Insert(effect.Table.Name, NewRow.Of(scope, shaper.Fallbacks), ProgramScope.Row));
        scope.Body.Add(new Return(shaper.OfRow(Var(ProgramScope.Row))));
    }
}
