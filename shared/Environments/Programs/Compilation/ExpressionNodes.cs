namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Enumerates and counts the nodes of expressions and statements; the count is the weight of one round.</summary>
internal static class ExpressionNodes
{
    /// <summary>Returns an expression and all expressions inside it.</summary>
    public static IEnumerable<Expression> Of(Expression? expression)
    {
        if (expression is null)
        {
            yield break;
        }

        yield return expression;
        foreach (var child in Children(expression))
        {
            foreach (var node in Of(child))
            {
                yield return node;
            }
        }
    }

    /// <summary>Whether an expression mentions a variable.</summary>
    public static bool Mentions(Expression expression, string variable) => Of(expression).Any(e => e is Variable v && v.Name == variable);

    /// <summary>The steps of one row or item: the number of nodes that are evaluated for it, at least 1.</summary>
    public static int Weight(Expression? where, IReadOnlyList<OrderKey>? order, Expression? map) =>
        Math.Max(1, Count(where) + (order?.Sum(k => Count(k.By)) ?? 0) + Count(map));

    /// <summary>The steps of one round of a loop: the number of nodes of its body, at least 1.</summary>
    public static int Weight(IReadOnlyList<Statement> body) => Math.Max(1, body.Sum(Count));

    public static IEnumerable<Expression> Children(Expression expression) => expression switch
    {
        Field field => [field.Target],
        ObjectLiteral literal => literal.Members.Select(m => m.Value),
        ArrayLiteral literal => literal.Items,
        Operation operation => operation.Operands,
        Conditional conditional => [conditional.Condition, conditional.Then, conditional.Else],
        LetIn let => [let.Be, let.In],
        Call call => call.Operands,
        Get get => get.Key,
        Whole whole => [whole.Row],
        Select select => Present(select.Where, select.Offset, select.Limit, select.Map).Concat(Keys(select.Order)),
        Aggregate aggregate => Present(aggregate.Where, aggregate.Of),
        MapItems map => Present(map.Source, map.Where, map.Do).Concat(Keys(map.Order)),
        SearchItems search => [search.Source, search.Where],
        GroupItems group => [group.Source, group.By],
        Derive derive => derive.Inputs,
        _ => [],
    };

    private static int Count(Statement statement) => 1 + (statement switch
    {
        Let let => Count(let.Be),
        If choice => Count(choice.Condition) + choice.Then.Sum(Count) + choice.Else.Sum(Count),
        Guard guard => Count(guard.Condition) + Count(guard.Message),
        Fail fail => Count(fail.Message),
        Insert insert => insert.Row.Sum(m => Count(m.Value)),
        Update update => update.Key.Sum(Count) + update.Set.Sum(m => Count(m.Value)),
        Delete delete => delete.Key.Sum(Count),
        ForEach each => Count(each.In) + each.Do.Sum(Count),
        Return result => Count(result.Result),
        _ => 0,
    });

    /// <summary>The nodes of an expression. A call has those of its definition, because it takes their steps.</summary>
    private static int Count(Expression? expression) => expression is null
        ? 0
        : 1 + Children(expression).Sum(Count) + (expression is Call call ? Count(call.Definition.Be) : 0);

    private static IEnumerable<Expression> Present(params Expression?[] parts) => parts.OfType<Expression>();

    private static IEnumerable<Expression> Keys(IReadOnlyList<OrderKey>? order) => order?.Select(k => k.By) ?? [];
}
