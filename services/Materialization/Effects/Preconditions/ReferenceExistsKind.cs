using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Looks up the row that an argument refers to.</summary>
internal sealed class ReferenceExistsKind : PreconditionKind<ReferenceExists>
{
    protected override IEnumerable<Statement> Check(ReferenceExists precondition, ProgramScope scope)
    {
        var (parameter, parent) = (precondition.Binding.Parameter, precondition.Parent);
        var value = ProgramScope.Value(parameter);
        var found = Present(new Get(parent.Name, [value]));

        // A path parent is always named; another reference may be left out.
        var always = scope.Tool.Scope.Contains(precondition.Binding) || parameter is { Required: true, Container: null, Node.Nullable: false };
        yield return NotFound(always
            ? found
            : Or(IsNull(value), found), Constant($"{ProgramScope.Thing(parent)} '"), Op(Operator.ToText, value), Constant("' was not found."));
    }

    protected override IEnumerable<string> Rules(ReferenceExists precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs an existing {Words.Phrase(precondition.Parent.Singular)} in `{precondition.Binding.Parameter.Name}`."];
}
