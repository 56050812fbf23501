using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>A kind whose preconditions the database keeps by its own rules: programs do not check them, and the policy tells them all the same.</summary>
internal abstract class KeptByDatabase<TPrecondition> : PreconditionKind<TPrecondition>
    where TPrecondition : Precondition
{
    protected sealed override IEnumerable<Statement> Check(TPrecondition precondition, ProgramScope scope) => [];
}
