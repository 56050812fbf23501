using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Finds the static types of select, aggregate and map.</summary>
internal sealed class QueryChecker(ExpressionChecker expressions, CheckReport report)
{
    public StaticType Of(Select select, Scope scope, string place, int depth)
    {
        var at = place + "/2";
        var table = expressions.Table(select.Table, place + "/1");
        var inner = Bind(scope, select.As, table is null ? StaticType.Any : StaticType.Row(table), at);
        Condition(select.Where, inner, at, depth);
        Order(select.Order, inner, at, depth);
        foreach (var (bound, name) in new[] { (select.Offset, "offset"), (select.Limit, "limit") })
        {
            if (bound is not null)
            {
                expressions.Expect(bound, Kinds.Number | Kinds.Null, $"\"{name}\"", scope, $"{at}/{name}", depth);
            }
        }

        var item = select.Map is null ? null : expressions.Check(select.Map, inner, at + "/map", depth);
        return StaticType.ArrayOf(item ?? (table is null ? null : StaticType.Row(table)));
    }

    public StaticType Of(Aggregate aggregate, Scope scope, string place, int depth)
    {
        var at = place + "/3";
        var table = expressions.Table(aggregate.Table, place + "/2");
        var inner = Bind(scope, aggregate.As, table is null ? StaticType.Any : StaticType.Row(table), at);
        Condition(aggregate.Where, inner, at, depth);
        if (aggregate.Of is null)
        {
            if (aggregate.Kind != AggregateKind.Count)
            {
                report.Add(at, $"\"{Words<AggregateKind>.Of(aggregate.Kind)}\" needs \"of\": the value of each row.");
            }

            return StaticType.Number;
        }

        var wanted = aggregate.Kind switch
        {
            AggregateKind.Count => Kinds.Any,
            AggregateKind.Min or AggregateKind.Max => Kinds.Number | Kinds.String | Kinds.Null,
            _ => Kinds.Number | Kinds.Null,
        };
        var of = expressions.Expect(aggregate.Of, wanted, $"\"{Words<AggregateKind>.Of(aggregate.Kind)}\"", inner, at + "/of", depth);
        return aggregate.Kind switch
        {
            AggregateKind.Count or AggregateKind.Sum => StaticType.Number,
            AggregateKind.Average => StaticType.Number.OrNull(),
            _ => StaticType.Of(of.Kinds & (Kinds.Number | Kinds.String) | Kinds.Null),
        };
    }

    public StaticType Of(MapItems map, Scope scope, string place, int depth)
    {
        var at = place + "/2";
        var source = expressions.Expect(map.Source, Kinds.Array | Kinds.Null, "\"map\"", scope, place + "/1", depth);
        var inner = Bind(scope, map.As, source.Items ?? StaticType.Any, at);
        Condition(map.Where, inner, at, depth);
        Order(map.Order, inner, at, depth);
        return StaticType.ArrayOf(map.Do is null ? source.Items : expressions.Check(map.Do, inner, at + "/do", depth));
    }

    private void Condition(Expression? where, Scope scope, string place, int depth)
    {
        if (where is not null)
        {
            expressions.Expect(where, Kinds.Boolean | Kinds.Null, "\"where\"", scope, place + "/where", depth);
        }
    }

    private void Order(IReadOnlyList<OrderKey>? keys, Scope scope, string place, int depth)
    {
        for (var i = 0; i < (keys?.Count ?? 0); i++)
        {
            expressions.Check(keys![i].By, scope, $"{place}/order/{i}/by", depth);
        }
    }

    private Scope Bind(Scope scope, string name, StaticType type, string place)
    {
        expressions.VariableName(name, place + "/as");
        var inner = scope.Copy();
        inner.Bind(name ?? "", type);
        return inner;
    }
}
