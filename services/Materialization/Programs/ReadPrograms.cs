using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>Programs that read one row or many.</summary>
internal static class ReadPrograms
{
    public static void Get(ProgramScope scope)
    {
        scope.Check();
        scope.Body.Add(new Return(new ResultShaper(scope).OfRow(Var(ProgramScope.Row))));
    }

    public static void List(ProgramScope scope, ListEffect effect)
    {
        scope.Check();
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

        if (scope.Tool.Result.Kind != ResultKind.Unknown && (scope.Tool.Result.Path.Count > 0 || scope.Tool.Result.Kind == ResultKind.Scalar))
        {
            scope.Body.Add(new Let("total", new Aggregate(AggregateKind.Count, scope.Table.Name, "r", where)));
            var total = Var("total");
            var start = offset ?? Constant(0);
            var left = Op(Operator.Max, Constant(0), Op(Operator.Sub, total, start));
            var shown = limit is null ? left : Op(Operator.Min, left, limit);
            facts = new ResultFacts
            {
                Tool = scope.Tool,
                Total = total,
                Shown = paged ? shown : total,
                Limit = limit,
                Offset = offset,
                Sum = (name, node) => Sum(scope, name, node, where),
                Page = scope.Tool.With(ParameterRole.Page) is { } page
                    ? Coalesce(Op(Operator.Floor, ProgramScope.Value(page)), Constant(ProgramScope.FirstPage(page))) : null,
                HasMore = limit is null ? Constant(Value.False) : Op(Operator.Lt, Op(Operator.Add, start, limit), total),
                Next = limit is null ? null : Op(Operator.Add, start, limit),
            };
        }

        var shaper = new ResultShaper(scope) { Facts = facts };
        var order = Order(effect);
        scope.Body.Add(new Return(shaper.OfRows(map => new Select(scope.Table.Name, "r", where, order, offset, limit, map?.Invoke(Var("r"))))));
    }

    /// <summary>The sum that a member beside the rows tells: <c>total_hours</c>, or a <c>sum</c> that is described as that of the amounts.</summary>
    private static Aggregate? Sum(ProgramScope scope, string name, SchemaNode node, Expression? where)
    {
        var words = Words.Split(name);
        if (node.Kind is not (NodeKind.Integer or NodeKind.Number) || words is not ["total" or "sum", ..] and not [.., "total" or "sum"])
        {
            return null;
        }

        var numbers = scope.Table.Columns.Where(c => c.Numeric && c != scope.Table.Key && c.References is null).ToList();
        List<string> named = [.. words.Where(w => w is not ("total" or "sum" or "of")), .. words is ["sum"] ? Words.Split(node.Description ?? "") : []];
        var asked = named.Select(Words.Singular).ToHashSet(StringComparer.Ordinal);
        return numbers.Where(c => c.Words.Select(Words.Singular).All(asked.Contains)).ToList() is [var column]
            ? new Aggregate(AggregateKind.Sum, scope.Table.Name, "r", where, Member(Var("r"), column.Name)) : null;
    }

    public static void Count(ProgramScope scope)
    {
        scope.Check();
        scope.Body.Add(new Let("total", new Aggregate(AggregateKind.Count, scope.Table.Name, "r", Where(scope))));
        var shaper = new ResultShaper(scope) { Facts = new ResultFacts { Tool = scope.Tool, Total = Var("total"), TotalName = scope.Tool.Result.Counts } };
        var result = scope.Tool.Result;
        scope.Body.Add(new Return(result.Kind switch
        {
            ResultKind.Unknown => Record(("count", Var("total"))),
            _ => shaper.OfNothing(),
        }));
    }

    /// <summary>The condition that all filters, scopes and searches of the tool put on a row. Null if there is none.</summary>
    public static Expression? Where(ProgramScope scope)
    {
        var row = Var("r");
        var conditions = scope.Tool.Scope
            .Select(s => ProgramScope.Equals(Member(row, s.Column.Name), s.Column, s.Parameter))
            .Concat(scope.Tool.Filters.Select(f => ProgramScope.Filter(row, f)))
            .ToList();
        conditions.AddRange(scope.Tool.Searches.Select(s => Search(row, s)).OfType<Expression>());
        conditions.AddRange((scope.Tool.Effect as ISelecting)?.Conditions.Select(c => c.Accept(new ConditionWriter(row))) ?? []);
        return conditions.Count == 0 ? null : And(conditions);
    }

    private static Operation? Search(Expression row, TextSearch search)
    {
        var (parameter, columns) = search;
        if (columns.Count + search.Inside.Count == 0)
        {
            return null;
        }

        var value = ProgramScope.Value(parameter);
        var needle = parameter.Node.Kind == NodeKind.String ? value : Op(Operator.ToText, value);
        var texts = columns.Select(c => (Expression)Coalesce(Member(row, c.Name), Constant("")))
            .Concat(search.Inside.Select(i => Coalesce(ConditionWriter.At(row, i), Constant("")))).ToList();
        var haystack = texts.Count == 1 ? texts[0] : Text([.. texts.SelectMany((t, i) => i == 0 ? [t] : new[] { Constant(" "), t })]);
        return Or(IsNull(value), Op(Operator.Contains, Op(Operator.Lower, haystack), Op(Operator.Lower, needle)));
    }

    /// <summary>The caller's order, and within it the one that the documentation states.</summary>
    private static List<OrderKey>? Order(ListEffect effect)
    {
        var keys = Asked(effect.Sorting) ?? [];
        keys.AddRange((effect.Order?.All ?? []).Select(o => new OrderKey(Standing(Member(Var("r"), o.Column.Name), o), o.Descending)));

        return keys.Count > 0 ? keys : null;
    }

    /// <summary>The value by which a row stands: the place of a named value among those that the documentation names.</summary>
    private static Expression Standing(Expression cell, ListOrder order) => order.Ranks.Count == 0 ? cell
        : order.Ranks.Select((value, place) => (value, place)).Reverse().Aggregate((Expression)Constant(order.Ranks.Count),
            (rest, rank) => When(Eq(cell, Constant(rank.value)), Constant(rank.place), rest));

    private static List<OrderKey>? Asked(Sorting? sorting)
    {
        if (sorting is not { Choices: { Count: > 0 } choices })
        {
            return null;
        }

        var (value, direction) = (ProgramScope.Value(sorting.Parameter), sorting.Direction);
        Expression descending = direction is null ? Constant(Value.False)
            : direction.Node.Kind == NodeKind.Boolean
                ? Eq(ProgramScope.Value(direction), Constant(Words.Snake(direction.Name).StartsWith("desc", StringComparison.Ordinal)))
            : Op(Operator.StartsWith, Op(Operator.Lower, Op(Operator.ToText, ProgramScope.Value(direction))), Constant("desc"));
        var reversed = choices.Where(c => c.Descending).Select(c => (Expression)Eq(value, Constant(c.Value))).ToList();
        if (reversed.Count > 0)
        {
            descending = Or([descending, .. reversed]);
        }

        var chosen = choices.Reverse()
            .Aggregate((Expression)Null, (rest, choice) => When(Eq(value, Constant(choice.Value)), Member(Var("r"), choice.Column.Name), rest));
        return [new OrderKey(When(descending, chosen, Null), true), new OrderKey(When(descending, Null, chosen))];
    }
}
