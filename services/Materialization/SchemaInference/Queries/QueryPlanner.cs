using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Reads a tool as a question about one table of the user's own database.</summary>
internal static class QueryPlanner
{
    /// <summary>Whether the documentation says that nothing is told where nothing is found.</summary>
    private static bool TellsNothing(ToolReading reading)
    {
        var text = $" {string.Join(' ', Words.Split(reading.Tool.Description))} {string.Join(' ', Words.Split(reading.Returns.Description ?? ""))} ";
        return text.Contains(" none otherwise ", StringComparison.Ordinal) || text.Contains(" returns none if ", StringComparison.Ordinal)
            || text.Contains(" returns null if ", StringComparison.Ordinal) || text.Contains(" it returns empty list ", StringComparison.Ordinal)
            || text.Contains(" returns an empty list if ", StringComparison.Ordinal) || text.Contains(" or none if ", StringComparison.Ordinal);
    }

    public static QueryEffect Plan(ToolReading reading, TableModel table, IReadOnlyList<TableModel> tables, DumpAdoption dump, ListOrder? stated)
    {
        var scope = new QueryScope(table, tables, dump);
        if (CountedMembers.Answer(reading, scope) is { } figures)
        {
            return new QueryEffect(table, [], figures);
        }

        var noun = ToolNoun.Of(reading);
        var finder = new ConditionFinder(scope, reading, noun);
        var conditions = finder.Find().ToList();
        var marks = scope.Single ? [] : new MarkFinder(scope).Of(noun.Head).ToList();
        foreach (var (word, condition) in marks)
        {
            conditions.Add(condition);
            reading.Evidence.Add($"\"{word}\" asks for rows with {table.Name}.{((IsFixed)condition).Path.Column.Name} {((IsFixed)condition).Value.ToJson()}.");
        }

        if (!scope.Single && new OwnerFinder(scope, reading).Of(finder.Bound) is { } owner)
        {
            conditions.Add(owner);
            reading.Evidence.Add("It tells rows of the signed-in user alone.");
        }

        foreach (var parameter in finder.Unbound)
        {
            reading.Evidence.Add($"No column of {table.Name} is meant by {parameter.Name}, so it asks for nothing.");
        }

        var answers = new AnswerFinder(scope, reading, noun, conditions, marks.Select(m => m.Word).ToHashSet(StringComparer.Ordinal), stated);
        var answer = answers.Find();
        if (answer is FigureAnswer { Day: not null } figure)
        {
            conditions.RemoveAll(figure.Counted.Contains);
        }

        return new QueryEffect(table, conditions, answer)
        {
            Order = answers.Order is { } order ? order with { MonthFirst = scope.IsMonthFirst(order.Column) }
                : answer is RowAnswer or RowsAnswer && !scope.Single ? new DumpedOrder(scope).Find() : null,
            Preconditions =
            [
                .. Needed(reading, scope, conditions, answer),
                .. Grouped(scope, conditions),
                .. answer is RowAnswer or ChosenAnswer && !scope.Single && !TellsNothing(reading)
                    ? [new IsFound(table, conditions)] : Array.Empty<Precondition>(),
            ],
        };
    }

    /// <summary>The group exists whose rows are told: a name under which no list stands is unknown, and an empty list is known.</summary>
    private static IEnumerable<Precondition> Grouped(QueryScope scope, List<RowCondition> conditions)
    {
        if (scope.Table.Form is not NestedForm { Parent: var above, ParentKey: { } key } || scope.Group is not { } group
            || scope.Tables.FirstOrDefault(t => t.Name == above) is not { } parent || parent.Column(key) is not { } name)
        {
            return [];
        }

        return conditions.OfType<SameAs>().Where(c => c.Path.IsOwn && c.Path.Column == group && c.Parameter is { Required: true, Container: null })
            .Take(1).Select(c => Listed(scope, c.Parameter, name) ?? new IsFound(parent, [c with { Path = ColumnPath.Own(name) }]));
    }

    /// <summary>What lists all names of groups, those without a group too: the users, of whom some have an inbox. Null where nothing does.</summary>
    private static IsFound? Listed(QueryScope scope, ToolParameter parameter, ColumnModel name)
    {
        var held = scope.Values(name).ToHashSet();
        var words = parameter.Words.Select(Words.Singular).ToList();
        foreach (var (table, column) in scope.Tables.Where(t => held.Count > 0 && t.Name != name.Table && t.Name != scope.Table.Name)
            .SelectMany(t => t.Columns.Select(c => (Table: t, Column: c))).OrderBy(p => NounWords.Of(p.Column.Name).Any(words.Contains) ? 0 : 1))
        {
            var on = scope.On(table);
            var items = column.Type == ColumnType.Array ? scope.Values(column).Where(v => v.IsArray).SelectMany(v => v.AsArray.ToArray())
                : scope.Values(column);
            if (words.Exists(w => on.Nouns.Contains(w) || NounWords.Of(column.Name).Contains(w))
                && (column.Type == ColumnType.Array || on.IsUnique(column)) && held.IsSubsetOf(items))
            {
                var path = ColumnPath.Own(column);
                return new IsFound(table, [column.Type == ColumnType.Array ? new HasItem(path, parameter) : new SameAs(path, parameter, false)]);
            }
        }

        return null;
    }

    /// <summary>
    /// What a question about one row cannot be without: where a tool calls every argument optional, what names the row, and what is asked of it.
    /// </summary>
    private static IEnumerable<Precondition> Needed(ToolReading reading, QueryScope scope, List<RowCondition> conditions, QueryAnswer answer)
    {
        if (scope.Single || answer is not (RowAnswer or ChosenAnswer) || reading.Parameters.Any(p => p.Required))
        {
            return [];
        }

        var naming = conditions.OfType<SameAs>().Where(c => c.Path.IsOwn && scope.IsUnique(c.Path.Column)).Select(c => c.Parameter).Take(1).ToList();
        return naming.Count == 0 ? [] : [new AllGiven([.. naming, .. answer is ChosenAnswer chosen ? [chosen.Field] : Array.Empty<ToolParameter>()])];
    }
}
