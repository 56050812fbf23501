using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Programs.Compilation;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Programs.Mutation;

/// <summary>Makes all single changes of an expression that are worth trying.</summary>
internal sealed class ExpressionMutator(
    DatabaseSchema schema, IReadOnlyDictionary<string, StaticType> arguments, IReadOnlyDictionary<Expression, StaticType> types)
{
    private static readonly Dictionary<Operator, Operator[]> Swaps = new()
    {
        [Operator.Eq] = [Operator.Ne],
        [Operator.Ne] = [Operator.Eq],
        [Operator.Lt] = [Operator.Le, Operator.Ge],
        [Operator.Le] = [Operator.Lt, Operator.Gt],
        [Operator.Gt] = [Operator.Ge, Operator.Le],
        [Operator.Ge] = [Operator.Gt, Operator.Lt],
        [Operator.And] = [Operator.Or],
        [Operator.Or] = [Operator.And],
        [Operator.Add] = [Operator.Sub],
        [Operator.Sub] = [Operator.Add],
        [Operator.Mul] = [Operator.Add],
        [Operator.Div] = [Operator.Mul],
        [Operator.Min] = [Operator.Max],
        [Operator.Max] = [Operator.Min],
        [Operator.MinOf] = [Operator.MaxOf],
        [Operator.MaxOf] = [Operator.MinOf],
        [Operator.Contains] = [Operator.StartsWith],
        [Operator.StartsWith] = [Operator.EndsWith],
        [Operator.EndsWith] = [Operator.StartsWith],
        [Operator.Sin] = [Operator.Cos],
        [Operator.Cos] = [Operator.Sin],
        [Operator.Root] = [Operator.Pow],
        [Operator.Floor] = [Operator.Ceil],
        [Operator.Ceil] = [Operator.Floor],
        [Operator.AddDays] = [Operator.AddMonths],
        [Operator.Append] = [Operator.Remove],
        [Operator.Remove] = [Operator.Append],
    };

    public IEnumerable<ExpressionChange> Changes(Expression expression, string place)
    {
        foreach (var change in Own(expression, place))
        {
            yield return change;
        }

        var children = ExpressionNodes.Children(expression).ToArray();
        for (var i = 0; i < children.Length; i++)
        {
            foreach (var change in Changes(children[i], ChildPlaces.Of(expression, i, place)))
            {
                var replaced = (Expression[])children.Clone();
                replaced[i] = change.Result;
                yield return change with
                {
                    Result = ExpressionRebuilder.With(expression, replaced),
                    Hint = change.Hint ?? (expression is Derive ? "derived values are invented; no law knows the right one" : null),
                };
            }
        }
    }

    private IEnumerable<ExpressionChange> Own(Expression expression, string place) => expression switch
    {
        Literal literal => Constants(literal, place),
        Argument argument => arguments
            .Where(a => a.Key != argument.Name && arguments.TryGetValue(argument.Name, out var mine) && a.Value.Kinds == mine.Kinds)
            .Take(2)
            .Select(a => new ExpressionChange("swap_argument", place, $"{argument.Name} becomes {a.Key}", new Argument(a.Key))),
        Field field => Columns(field, place),
        Operation operation => Operations(operation, place),
        Conditional c => [new("swap_branches", place, "then and else change places", new Conditional(c.Condition, c.Else, c.Then))],
        ObjectLiteral { Members.Count: > 1 } literal => literal.Members.Select((m, i) => new ExpressionChange(
            "drop_member", $"{place}/1/{m.Key}", $"{m.Key} is left out", new ObjectLiteral([.. literal.Members.Where((_, at) => at != i)]))),
        Call call => Changes(call.Definition.Be, $"/definitions/{call.Definition.Name}/be").Select(c => c with
        {
            // Only this call changes, so the changed definition needs a name of its own.
            Result = call with { Definition = call.Definition with { Name = call.Definition.Name + "_changed", Be = c.Result } },
        }),
        SearchItems search => Searches(search, place),
        Get get => Tables(get.Table).Select(t => new ExpressionChange("swap_table", place, $"{get.Table} becomes {t}", get with { Table = t })),
        Whole whole => [new("drop_nested_rows", place, "the row is shown without the rows inside it", whole.Row)],
        Select select => Selects(select, place),
        Aggregate aggregate => Aggregates(aggregate, place),
        MapItems map => Maps(map, place),
        _ => [],
    };

    private static IEnumerable<ExpressionChange> Constants(Literal literal, string place)
    {
        var value = literal.Value;
        if (value.IsNumber && value.AsNumber < 1e15)
        {
            yield return new("change_constant", place, $"{value.ToJson()} becomes one more", new Literal(value.AsNumber + 1));
        }
        else if (value.IsBoolean)
        {
            yield return new("change_constant", place, "true and false change places", new Literal(!value.IsTrue));
        }
        else if (value.IsString)
        {
            yield return new("change_constant", place, $"{value.ToJson()} becomes another text", new Literal(value.AsString + "x"));
        }
    }

    /// <summary>Replaces a column by another one of the same table and type.</summary>
    private IEnumerable<ExpressionChange> Columns(Field field, string place)
    {
        if (!types.TryGetValue(field.Target, out var target) || target.Table is not { } table || table.Column(field.Name) is not { } column)
        {
            return [];
        }

        return table.Columns.Where(c => c.Name != column.Name && c.Type == column.Type).Take(2)
            .Select(c => new ExpressionChange("swap_column", place, $"{field.Name} becomes {c.Name}", field with { Name = c.Name }));
    }

    private IEnumerable<ExpressionChange> Operations(Operation operation, string place)
    {
        foreach (var other in Swaps.GetValueOrDefault(operation.Operator, []))
        {
            var (was, now) = (Words<Operator>.Of(operation.Operator), Words<Operator>.Of(other));
            yield return new("flip_operator", place, $"{was} becomes {now}", operation with { Operator = other });
        }

        switch (operation.Operator)
        {
            case Operator.Not:
                yield return new("drop_not", place, "the negation is dropped", operation.Operands[0]);
                break;
            case Operator.IsNull or Operator.Has or Operator.Contains or Operator.Matches:
                yield return new("negate", place, "the test is negated", new Operation(Operator.Not, [operation]));
                break;
            case Operator.And or Operator.Or when operation.Operands.Count > 1:
                for (var i = 0; i < operation.Operands.Count; i++)
                {
                    var at = i;
                    yield return new("drop_condition", $"{place}/{i + 1}", "one condition is dropped",
                        operation with { Operands = [.. operation.Operands.Where((_, n) => n != at)] });
                }

                break;
            case Operator.Coalesce when operation.Operands.Count > 1:
                yield return new("drop_fallback", place, "the fallback is dropped", operation.Operands[0]);
                break;
            case Operator.Lower or Operator.Upper or Operator.Trim or Operator.Distinct or Operator.Reverse or Operator.Round:
                yield return new("drop_operator", place, $"{Words<Operator>.Of(operation.Operator)} is dropped", operation.Operands[0]);
                break;
        }
    }

    private static IEnumerable<ExpressionChange> Selects(Select select, string place)
    {
        if (select.Where is not null)
        {
            yield return new("drop_filter", place + "/2/where", "all rows pass", select with { Where = null });
        }

        if (select.Limit is { } limit)
        {
            yield return new("off_by_one", place + "/2/limit", "one row more", select with { Limit = new Operation(Operator.Add, [limit, new Literal(1)]) });
        }

        if (select.Offset is { } offset)
        {
            yield return new("off_by_one", place + "/2/offset", "one row later", select
                with
            { Offset = new Operation(Operator.Add, [offset, new Literal(1)]) });
            yield return new("drop_offset", place + "/2/offset", "always the first rows", select with { Offset = null });
        }

        foreach (var order in Orders(select.Order, place + "/2/order"))
        {
            yield return order.Change(select with { Order = order.Keys });
        }
    }

    private static IEnumerable<ExpressionChange> Maps(MapItems map, string place)
    {
        if (map.Where is not null)
        {
            yield return new("drop_filter", place + "/2/where", "all items pass", map with { Where = null });
        }

        foreach (var order in Orders(map.Order, place + "/2/order"))
        {
            yield return order.Change(map with { Order = order.Keys });
        }
    }

    private static IEnumerable<ExpressionChange> Searches(SearchItems search, string place)
    {
        yield return new("drop_filter", place + "/2/where", "all items pass", search with { Where = new Literal(true) });
        if (search.Kind is SearchKind.Any or SearchKind.All)
        {
            var other = search.Kind == SearchKind.Any ? SearchKind.All : SearchKind.Any;
            yield return new("swap_search", place + "/0", $"it becomes {Words<SearchKind>.Of(other)}", search with { Kind = other });
        }
    }

    private static IEnumerable<ExpressionChange> Aggregates(Aggregate aggregate, string place)
    {
        if (aggregate.Where is not null)
        {
            yield return new("drop_filter", place + "/3/where", "all rows count", aggregate with { Where = null });
        }

        AggregateKind? other = aggregate.Kind switch
        {
            AggregateKind.Min => AggregateKind.Max,
            AggregateKind.Max => AggregateKind.Min,
            AggregateKind.Sum => AggregateKind.Average,
            AggregateKind.Average => AggregateKind.Sum,
            _ => null,
        };
        if (other is { } kind)
        {
            yield return new("swap_aggregate", place + "/1", $"it becomes {Words<AggregateKind>.Of(kind)}", aggregate with { Kind = kind });
        }
    }

    private IEnumerable<string> Tables(string table)
    {
        var key = Key(schema.Table(table)).ToArray();
        return schema.Tables.Where(t => t.Name != table && Key(t).SequenceEqual(key)).Select(t => t.Name).Take(1);
    }

    private static IEnumerable<ColumnType> Key(TableSchema? table) => table?.PrimaryKey.Select(c => table.Column(c)!.Type) ?? [];

    private static IEnumerable<OrderChange> Orders(IReadOnlyList<OrderKey>? keys, string place)
    {
        if (keys is not { Count: > 0 })
        {
            yield break;
        }

        yield return new("drop_order", place, "the order is dropped", null);
        for (var i = 0; i < keys.Count; i++)
        {
            var at = i;
            yield return new("flip_order", $"{place}/{i}", "ascending and descending change places",
                [.. keys.Select((k, n) => n == at ? k with { Descending = !k.Descending } : k)]);
        }
    }

    private sealed record OrderChange(string Operator, string Place, string Words, IReadOnlyList<OrderKey>? Keys)
    {
        public ExpressionChange Change(Expression result) => new(Operator, Place, Words, result);
    }
}
