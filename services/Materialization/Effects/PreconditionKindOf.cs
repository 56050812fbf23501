using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>A kind whose preconditions are of one record.</summary>
internal abstract class PreconditionKind<TPrecondition> : PreconditionKind
    where TPrecondition : Precondition
{
    public sealed override Type Record => typeof(TPrecondition);

    public sealed override IEnumerable<Statement> Check(Precondition precondition, ProgramScope scope) => Check((TPrecondition)precondition, scope);

    public sealed override IEnumerable<string> Rules(Precondition precondition, ToolModel tool) => Rules((TPrecondition)precondition, tool);

    protected abstract IEnumerable<Statement> Check(TPrecondition precondition, ProgramScope scope);

    protected abstract IEnumerable<string> Rules(TPrecondition precondition, ToolModel tool);
}
