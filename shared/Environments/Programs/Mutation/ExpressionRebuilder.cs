using AgentScaler.Environments.Programs.Compilation;

namespace AgentScaler.Environments.Programs.Mutation;

/// <summary>Rebuilds an expression with other children, in the order of <see cref="ExpressionNodes.Children"/>.</summary>
internal static class ExpressionRebuilder
{
    public static Expression With(Expression expression, IReadOnlyList<Expression> children)
    {
        var next = 0;
        Expression Take() => children[next++];
        Expression? Maybe(Expression? part) => part is null ? null : Take();
        IReadOnlyList<OrderKey>? Order(IReadOnlyList<OrderKey>? keys) => keys is null ? null : [.. keys.Select(k => k with { By = Take() })];
        switch (expression)
        {
            case Field field:
                return field with { Target = Take() };
            case ObjectLiteral literal:
                return new ObjectLiteral([.. literal.Members.Select(m => KeyValuePair.Create(m.Key, Take()))]);
            case ArrayLiteral:
                return new ArrayLiteral([.. children]);
            case Operation operation:
                return operation with { Operands = [.. children] };
            case Conditional:
                return new Conditional(Take(), Take(), Take());
            case LetIn let:
                return let with { Be = Take(), In = Take() };
            case Call call:
                return call with { Operands = [.. children] };
            case SearchItems search:
                return search with { Source = Take(), Where = Take() };
            case GroupItems group:
                return group with { Source = Take(), By = Take() };
            case Whole whole:
                return whole with { Row = Take() };
            case Get get:
                return get with { Key = [.. children] };
            case Select select:
                var (where, offset) = (Maybe(select.Where), Maybe(select.Offset));
                var (limit, map) = (Maybe(select.Limit), Maybe(select.Map));
                return select with { Where = where, Offset = offset, Limit = limit, Map = map, Order = Order(select.Order) };
            case Aggregate aggregate:
                return aggregate with { Where = Maybe(aggregate.Where), Of = Maybe(aggregate.Of) };
            case MapItems map2:
                var source = Take();
                var (filter, shape) = (Maybe(map2.Where), Maybe(map2.Do));
                return map2 with { Source = source, Where = filter, Do = shape, Order = Order(map2.Order) };
            case Derive derive:
                return derive with { Inputs = [.. children] };
            default:
                return expression;
        }
    }
}
