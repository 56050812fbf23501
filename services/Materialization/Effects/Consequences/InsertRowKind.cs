using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>Makes a row in another table.</summary>
internal sealed class InsertRowKind : ConsequenceKind<InsertRow>
{
    public override IReadOnlyList<string[]> Forms => [["insert", "row"]];

    public override Consequence? Read(string form, Value value, string place, RulePlaces? places)
    {
        var table = RuleWords.Text(value[form], $"{place}/{form}");
        var terms = OverrideText.Object(value["row"], $"{place}/row")
            .Select(m => (m.Key, Place: $"{place}/row/{m.Key}", Value: TermText.Read(m.Value, $"{place}/row/{m.Key}", places))).ToList();
        return places?.Table(table, $"{place}/{form}") is not { } target ? null
            : new InsertRow(target, [.. terms.Select(t => new Filling(places.Column(target, t.Key, t.Place), t.Value!))]);
    }

    protected override IEnumerable<Statement> Do(InsertRow consequence, Expression row, ProgramScope scope)
    {
        var fallbacks = new ResultShaper(scope).Fallbacks;
        var filled = new List<KeyValuePair<string, Expression>>();
        foreach (var column in consequence.Table.Columns)
        {
            var value = consequence.Columns.FirstOrDefault(c => c.Column == column) is { } filling ? AssignKind.Value(filling.Value, column, scope)
                : column == consequence.Table.Key ? null : NewRow.Born(column, fallbacks);
            if (value is not null)
            {
                filled.Add(Ast.Set(column.Name, value));
            }
        }

        yield return new Insert(consequence.Table.Name, filled, null);
    }

    protected override IEnumerable<string> Rules(InsertRow consequence, ToolModel tool)
    {
        var told = consequence.Columns.Select(c => $"{Words.Phrase(c.Column.Name)} {TermWords.Of(c.Value)}").ToList();
        yield return $"`{tool.Name}` also makes {Listing.Article(Words.Phrase(consequence.Table.Singular))}{(told.Count == 0 ? "" : $" with {Listing.Of(told)}")}.";
    }
}
