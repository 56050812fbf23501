using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>A precondition that the database keeps by its own rules: programs do not check it, and its rule is the table's.</summary>
internal sealed class KeptByDatabase<TPrecondition> : PreconditionKind<TPrecondition>
    where TPrecondition : Precondition
{
    protected override IEnumerable<Statement> Check(TPrecondition precondition, ProgramScope scope) => [];

    protected override IEnumerable<string> Rules(TPrecondition precondition, ToolModel tool) => [];
}
