using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses a call that leaves out what another of its arguments asks for.</summary>
internal sealed class GivenWhenKind : PreconditionKind<GivenWhen>
{
    protected override IEnumerable<Statement> Check(GivenWhen precondition, ProgramScope scope)
    {
        var (needed, when) = (ProgramScope.Value(precondition.Needed), ProgramScope.Value(precondition.When));
        var given = precondition.Needed.Node.Kind is NodeKind.String or NodeKind.Any ? And([Present(needed), Op(Operator.Ne, needed, Constant(""))])
            : Present(needed);
        yield return new Guard(Or(Op(Operator.Ne, when, Constant(precondition.Is)), given), precondition.Code,
            Constant($"{precondition.Needed.Name} is missing: {precondition.When.Name} is {Spoken.One(precondition.Is)}."));
    }

    protected override IEnumerable<string> Rules(GivenWhen precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs `{precondition.Needed.Name}` where `{precondition.When.Name}` is {Spoken.One(precondition.Is)}."];
}
