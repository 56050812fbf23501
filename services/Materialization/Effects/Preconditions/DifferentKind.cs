using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Refuses one row in two roles. Its rule is part of the rule of the number that is moved.</summary>
internal sealed class DifferentKind : PreconditionKind<Different>
{
    protected override IEnumerable<Statement> Check(Different precondition, ProgramScope scope)
    {
        var (one, other) = (precondition.One, precondition.Other);
        yield return new Guard(
            Op(Operator.Ne, Member(Var(one.Role), one.Table.Key.Name), Member(Var(other.Role), other.Table.Key.Name)),
            ErrorCode.InvalidArguments,
            Constant($"{char.ToUpperInvariant(one.Role[0])}{one.Role[1..]} and {other.Role} are the same."));
    }

    protected override IEnumerable<string> Rules(Different precondition, ToolModel tool) =>
    [
        $"`{tool.Name}` is refused where the {TermWords.Row(precondition.One)} and the {TermWords.Row(precondition.Other)} are the same "
            + $"{Words.Phrase(precondition.One.Table.Singular)}.",
    ];
}
