using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses an argument that is none of the values which the documentation names.</summary>
internal sealed class IsOneOfKind : PreconditionKind<IsOneOf>
{
    protected override IEnumerable<Statement> Check(IsOneOf precondition, ProgramScope scope)
    {
        var (parameter, values) = (precondition.Parameter, precondition.Values);
        var known = Op(Operator.Has, Constant(Value.From(values.ToArray())), ProgramScope.Value(parameter));
        yield return new Guard(FetchedRows.Always(parameter) ? known : Or(IsNull(ProgramScope.Value(parameter)), known), ErrorCode.InvalidArguments,
            Constant($"{parameter.Name} must be {Spoken.Either(values)}."));
    }

    protected override IEnumerable<string> Rules(IsOneOf precondition, ToolModel tool) =>
        [$"`{tool.Name}` takes {Spoken.Either(precondition.Values)} as `{precondition.Parameter.Name}`."];
}
