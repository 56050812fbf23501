using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Programs that read one row or many.</summary>
internal static class ReadPrograms
{
    private const int MaxSortColumns = 8;

    public static void Get(ProgramScope scope)
    {
        scope.FetchRow();
        scope.Body.Add(new Return(new ResultShaper(scope).OfRow(Var(ProgramScope.Row))));
    }

    public static void List(ProgramScope scope)
    {
        GuardParents(scope);
        var where = Where(scope);
        var (offset, limit) = (scope.Offset(), scope.Limit());
        var paged = offset is not null || limit is not null;
        var facts = new ResultFacts();
        if (offset is not null)
        {
            scope.Body.Add(new Let("offset", offset));
            offset = Var("offset");
        }

        if (limit is not null)
        {
            scope.Body.Add(new Let("limit", limit));
            limit = Var("limit");
        }

        if (scope.Intent.Reading.Result.Kind != ResultKind.Unknown && (scope.Intent.Reading.Result.Path.Count > 0 || scope.Intent.Reading.Result.Kind == ResultKind.Scalar))
        {
            scope.Body.Add(new Let("total", new Aggregate(AggregateKind.Count, scope.Table.Name, "r", where)));
            var total = Var("total");
            var start = offset ?? Constant(0);
            var left = Op(Operator.Max, Constant(0), Op(Operator.Sub, total, start));
            var shown = limit is null ? left : Op(Operator.Min, left, limit);
            facts = new ResultFacts
            {
                Total = total,
                Shown = paged ? shown : total,
                Limit = limit,
                Offset = offset,
                HasMore = limit is null ? Constant(Value.False) : Op(Operator.Lt, Op(Operator.Add, start, limit), total),
                Next = limit is null ? null : Op(Operator.Add, start, limit),
            };
        }

        var shaper = new ResultShaper(scope) { Facts = facts };
        var order = Order(scope);
        scope.Body.Add(new Return(shaper.OfRows(map => new Select(scope.Table.Name, "r", where, order, offset, limit, map?.Invoke(Var("r"))))));
    }

    public static void Count(ProgramScope scope)
    {
        GuardParents(scope);
        scope.Body.Add(new Let("total", new Aggregate(AggregateKind.Count, scope.Table.Name, "r", Where(scope))));
        var shaper = new ResultShaper(scope) { Facts = new ResultFacts { Total = Var("total"), Members = [("count", Var("total"))] } };
        var result = scope.Intent.Reading.Result;
        scope.Body.Add(new Return(result.Kind switch
        {
            ResultKind.Unknown => Record(("count", Var("total"))),
            _ => shaper.OfNothing(),
        }));
    }

    /// <summary>The condition that all filters, scopes and searches of the tool put on a row; null where there is none.</summary>
    public static Expression? Where(ProgramScope scope)
    {
        var row = Var("r");
        var conditions = scope.Intent.Scope
            .Select(s => ProgramScope.Equals(Member(row, s.Column.Name), s.Column, s.Parameter))
            .Concat(scope.Intent.Filters.Select(f => scope.Filter(row, f)))
            .ToList();
        foreach (var search in scope.Intent.Reading.Parameters.Where(p => p.Role == ParameterRole.Search && p.Node.Kind is NodeKind.String or NodeKind.Any))
        {
            if (Search(scope, row, search) is { } condition)
            {
                conditions.Add(condition);
            }
        }

        return conditions.Count == 0 ? null : And(conditions);
    }

    /// <summary>The columns a text search looks in.</summary>
    public static IReadOnlyList<ColumnPlan> Searched(TablePlan table)
    {
        var texts = table.Columns.Where(c => c.Type == ColumnType.String && c.Enum is null && c.References is null && c != table.Key).ToList();
        var speaking = texts.Where(c => c.Semantic is "name" or "title" or "text" or "person_name" or "product" or "company" or "category" or "city" or "tag" or "email" or "username").Take(6).ToList();
        return speaking.Count > 0 ? speaking : [.. texts.Take(4)];
    }

    /// <summary>Path parents that have a table must exist.</summary>
    public static void GuardParents(ProgramScope scope)
    {
        foreach (var binding in scope.Intent.Scope.Where(s => s.Column.References is not null))
        {
            var parent = scope.Plan.Table(binding.Column.References!.Table);
            if (parent is null || !ProgramScope.Direct(new ColumnBinding(parent.Key, binding.Parameter)))
            {
                continue;
            }

            var value = ProgramScope.Value(binding.Parameter);
            scope.Body.Add(NotFound(Present(new Get(parent.Name, [value])), Constant($"{ProgramScope.Thing(parent)} '"), Op(Operator.ToText, value), Constant("' was not found.")));
        }
    }

    private static Operation? Search(ProgramScope scope, Expression row, ToolParameter search)
    {
        var columns = Searched(scope.Table);
        if (columns.Count == 0)
        {
            return null;
        }

        var value = ProgramScope.Value(search);
        var needle = search.Node.Kind == NodeKind.String ? value : Op(Operator.ToText, value);
        var texts = columns.Select(c => (Expression)Coalesce(Member(row, c.Name), Constant(""))).ToList();
        var haystack = texts.Count == 1 ? texts[0] : Text([.. texts.SelectMany((t, i) => i == 0 ? [t] : new[] { Constant(" "), t })]);
        return Or(IsNull(value), Op(Operator.Contains, Op(Operator.Lower, haystack), Op(Operator.Lower, needle)));
    }

    /// <summary>The caller's order, and within it the one that the documentation states.</summary>
    private static List<OrderKey>? Order(ProgramScope scope)
    {
        var keys = Asked(scope) ?? [];
        if (scope.Intent.Order is var (column, descending))
        {
            keys.Add(new OrderKey(Member(Var("r"), column.Name), descending));
        }

        return keys.Count > 0 ? keys : null;
    }

    private static List<OrderKey>? Asked(ProgramScope scope)
    {
        var parameters = scope.Intent.Reading.Parameters;
        if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Sort) is not { } sort)
        {
            return null;
        }

        var choices = Choices(scope.Table, sort);
        if (choices.Count == 0)
        {
            return null;
        }

        var value = ProgramScope.Value(sort);
        var direction = parameters.FirstOrDefault(p => p.Role == ParameterRole.Direction);
        Expression descending = direction is null ? Constant(Value.False)
            : direction.Node.Kind == NodeKind.Boolean ? Eq(ProgramScope.Value(direction), Constant(Words.Snake(direction.Name).StartsWith("desc", StringComparison.Ordinal)))
            : Op(Operator.StartsWith, Op(Operator.Lower, Op(Operator.ToText, ProgramScope.Value(direction))), Constant("desc"));
        var reversed = choices.Where(c => c.Descending).Select(c => (Expression)Eq(value, Constant(c.Value))).ToList();
        if (reversed.Count > 0)
        {
            descending = Or([descending, .. reversed]);
        }

        var chosen = choices.Reverse().Aggregate((Expression)Null, (rest, choice) => When(Eq(value, Constant(choice.Value)), Member(Var("r"), choice.Column.Name), rest));
        return [new OrderKey(When(descending, chosen, Null), true), new OrderKey(When(descending, Null, chosen))];
    }

    /// <summary>The values of a sort parameter and the columns they mean.</summary>
    public static IReadOnlyList<(string Value, ColumnPlan Column, bool Descending)> Choices(TablePlan table, ToolParameter sort)
    {
        var found = new List<(string, ColumnPlan, bool)>();
        if (sort.Node.Enum is { } values)
        {
            foreach (var value in values.Where(v => v.IsString).Take(2 * MaxSortColumns))
            {
                var words = Words.Split(value.AsString).ToList();
                var descending = value.AsString.StartsWith('-') || (words.Count > 1 && words[^1] is "desc" or "descending");
                if (words.Count > 1 && words[^1] is "asc" or "desc" or "ascending" or "descending")
                {
                    words.RemoveAt(words.Count - 1);
                }

                if (words.Count > 0 && Sortable(table, words) is { } column)
                {
                    found.Add((value.AsString, column, descending));
                }
            }

            return found;
        }

        foreach (var column in table.Columns.Where(c => c.Scalar && c.Type != ColumnType.Boolean).Take(MaxSortColumns))
        {
            found.Add((column.Name, column, false));
            found.Add(("-" + column.Name, column, true));
        }

        return found;
    }

    private static ColumnPlan? Sortable(TablePlan table, IReadOnlyList<string> words) =>
        (ColumnMatcher.Match(table, words) ?? ColumnMatcher.Exact(table, [.. words, "at"]) ?? ColumnMatcher.Exact(table, [.. words, "date"])) is { Scalar: true } column ? column : null;
}
