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
                .. answer is RowAnswer or ChosenAnswer && !scope.Single && !TellsNothing(reading)
                    ? [new IsFound(table, conditions)] : Array.Empty<Precondition>(),
            ],
        };
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
