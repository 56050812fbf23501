using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Sets or empties a column of child rows.</summary>
internal sealed class AssignDependentsKind : ConsequenceKind<AssignDependents>
{
    public override IReadOnlyList<string[]> Forms => [["set_all", "column", "to", "of?", "where?"]];

    public override Consequence? Read(string form, Value value, string place, RulePlaces? places)
    {
        var (table, column) = (RuleWords.Text(value[form], $"{place}/{form}"), RuleWords.Text(value["column"], $"{place}/column"));
        return TermText.Read(value["to"], $"{place}/to", places) is { } term && places?.Children(value, table, $"{place}/{form}") is { } children
            ? new AssignDependents(children, places.Column(children.Table, column, $"{place}/column"), term)
            : null;
    }

    protected override IEnumerable<Statement> Do(AssignDependents consequence, Expression row, ProgramScope scope)
    {
        var (children, child) = (consequence.Children, $"{consequence.Children.Table.Singular}_set");
        var key = TermExpressions.KeyOf(children, scope);
        List<Expression> needed = [.. scope.Fetched.IsPresent(children.Of) ? Array.Empty<Expression>() : [Present(key)],
            .. consequence.Empties || TermExpressions.IsSure(consequence.Value, scope)
                ? Array.Empty<Expression>()
                : [Present(TermExpressions.Of(consequence.Value, scope))]];
        var all = new ForEach(child, new Select(children.Table.Name, "c", TermExpressions.IsChild(children, Var("c"), key)),
        [
            new Update(children.Table.Name, [Member(Var(child), children.Table.Key.Name)],
                [Set(consequence.Column.Name, AssignKind.Value(consequence.Value, consequence.Column, scope))], null),
        ]);
        yield return needed.Count == 0 ? all : new If(And(needed), [all], []);
    }

    protected override IEnumerable<string> Rules(AssignDependents consequence, ToolModel tool) => [AssignKind.Rule(tool, consequence.Empties, consequence.Value,
        $"the {Words.Phrase(consequence.Column.Name)} of the {TermWords.Children(consequence.Children)}")];
}
