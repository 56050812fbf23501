using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Children are deleted before their parent, each after its own.</summary>
internal sealed class DeleteDependentsKind : ConsequenceKind<DeleteDependents>
{
    protected override IEnumerable<Statement> Do(DeleteDependents consequence, Expression row, ProgramScope scope) =>
        Of(consequence, Member(row, consequence.Parent.Key.Name), 0);

    protected override IEnumerable<string> Rules(DeleteDependents consequence, ToolModel tool) =>
    [
        $"`{tool.Name}` also deletes the {Words.Phrase(consequence.Child.Name)} of the {Words.Phrase(consequence.Parent.Singular)}.",
        .. consequence.Below.SelectMany(b => ConsequenceKinds.Of(b).Rules(b, tool)),
    ];

    /// <param name="depth">How many levels stand above; it tells their variables apart.</param>
    private static IEnumerable<Statement> Of(DeleteDependents consequence, Expression key, int depth)
    {
        var child = $"{consequence.Child.Singular}_{depth}";
        var childKey = Member(Var(child), consequence.Child.Key.Name);
        yield return new ForEach(child, ClearReferencesKind.Referring(consequence.Child, consequence.Column, key),
        [
            .. consequence.Below.SelectMany(b => b is DeleteDependents below
                ? Of(below, childKey, depth + 1)
                : ClearReferencesKind.Of((ClearReferences)b, childKey, depth + 1)),
            new Delete(consequence.Child.Name, [childKey]),
        ]);
    }
}
