using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Reading;

/// <summary>Follows the values of a program's expressions to where they come from, and notes which column each argument meets on the way.</summary>
internal sealed class Origins(DatabaseSchema schema)
{
    private readonly Dictionary<string, Origin> _variables = new(StringComparer.Ordinal);

    public List<ParameterBinding> Bindings { get; } = [];

    /// <summary>The tables that are read.</summary>
    public List<string> Reads { get; } = [];

    /// <summary>Whether rows are counted or summed.</summary>
    public bool Aggregates { get; private set; }

    /// <summary>Notes what a variable holds from here on.</summary>
    public void Bind(string? name, Origin? origin)
    {
        if (name is not null && origin is not null)
        {
            _variables[name] = origin;
        }
    }

    /// <summary>Notes the arguments that name a row by its key.</summary>
    public void Keys(string table, IReadOnlyList<Expression> keys)
    {
        var columns = schema.Table(table)?.PrimaryKey ?? [];
        for (var i = 0; i < keys.Count; i++)
        {
            if (Of(keys[i]) is OfArgument argument && i < columns.Count)
            {
                Bindings.Add(new ParameterBinding(argument.Pointer, table, columns[i], BindingRole.Key));
            }
        }
    }

    /// <summary>The origin of an expression's value; null where it has none that is known.</summary>
    public Origin? Of(Expression? expression) => expression switch
    {
        Argument argument => new OfArgument("/" + ArgumentTree.Escape(argument.Name)),
        Variable variable => _variables.GetValueOrDefault(variable.Name),
        Field field => OfField(field),
        ObjectLiteral literal => new OfMembers(literal.Members.ToDictionary(m => m.Key, m => Of(m.Value), StringComparer.Ordinal)),
        ArrayLiteral literal => Nothing(literal.Items),
        LetIn let => OfLet(let),
        Call call => OfCall(call),
        SearchItems search => OfSearch(search),
        GroupItems group => OfGroup(group),
        Get get => OfGet(get),
        Whole whole => Of(whole.Row),
        Select select => OfSelect(select),
        Aggregate aggregate => OfAggregate(aggregate),
        MapItems map => OfMap(map),
        Conditional conditional => OfConditional(conditional),
        Derive derive => Nothing(derive.Inputs),
        Operation operation => OfOperation(operation),
        _ => null,
    };

    /// <summary>Reads parts whose values become one of no known origin.</summary>
    private Origin? Nothing(IEnumerable<Expression> parts)
    {
        foreach (var part in parts)
        {
            Of(part);
        }

        return null;
    }

    private Origin? OfField(Field field) => Of(field.Target) switch
    {
        OfArgument of => new OfArgument($"{of.Pointer}/{ArgumentTree.Escape(field.Name)}"),
        OfRow of => new OfColumn(of.Table, field.Name),
        OfMembers of => of.Members.GetValueOrDefault(field.Name),
        _ => null,
    };

    private Origin? OfLet(LetIn let)
    {
        Bind(let.Name, Of(let.Be));
        return Of(let.In);
    }

    private Origin? OfCall(Call call)
    {
        foreach (var (parameter, operand) in call.Definition.Parameters.Zip(call.Operands))
        {
            var given = Of(operand);
            _variables.Remove(parameter);
            Bind(parameter, given);
        }

        return Of(call.Definition.Be);
    }

    private Origin? OfSearch(SearchItems search)
    {
        var searched = Of(search.Source);
        Bind(search.As, ItemOf(searched));
        Of(search.Where);
        return search.Kind switch
        {
            SearchKind.Find => ItemOf(searched),
            SearchKind.Filter => searched,
            _ => null,
        };
    }

    private Origin? OfGroup(GroupItems group)
    {
        Bind(group.As, ItemOf(Of(group.Source)));
        return Nothing([group.By]);
    }

    private OfRow OfGet(Get get)
    {
        Reads.Add(get.Table);
        Keys(get.Table, get.Key);
        return new OfRow(get.Table);
    }

    private Origin? OfAggregate(Aggregate aggregate)
    {
        Aggregates = true;
        Reads.Add(aggregate.Table);
        Bind(aggregate.As, new OfRow(aggregate.Table));
        Of(aggregate.Where);
        Of(aggregate.Of);
        return null;
    }

    private Origin? OfMap(MapItems map)
    {
        var source = Of(map.Source);
        Bind(map.As, ItemOf(source));
        Of(map.Where);
        var shaped = Of(map.Do);
        return map.Do is null ? source : shaped is OfRow row ? new OfRows(row.Table) : null;
    }

    private Origin? OfConditional(Conditional conditional)
    {
        Of(conditional.Condition);
        var (then, otherwise) = (Of(conditional.Then), Of(conditional.Else));
        return then as OfArgument ?? otherwise as OfArgument ?? then ?? otherwise;
    }

    private Origin? OfSelect(Select select)
    {
        Reads.Add(select.Table);
        Bind(select.As, new OfRow(select.Table));
        Of(select.Where);
        Of(select.Offset);
        Of(select.Limit);
        foreach (var key in select.Order ?? [])
        {
            Of(key.By);
        }

        var shaped = Of(select.Map);
        return select.Map is null || shaped is OfRow or OfMembers ? new OfRows(select.Table) : null;
    }

    private Origin? OfOperation(Operation operation)
    {
        var operands = operation.Operands.Select(Of).ToList();
        switch (operation.Operator)
        {
            case Operator.Eq:
                Meet(operands, BindingRole.Filter);
                return null;
            case Operator.Contains or Operator.StartsWith or Operator.EndsWith:
                Meet(operands, BindingRole.Search);
                return null;
            case Operator.Lt or Operator.Le or Operator.Gt or Operator.Ge:
                Meet(operands, BindingRole.Range);
                return null;
            case Operator.Has:
                Meet([ItemOf(operands.ElementAtOrDefault(0)), operands.ElementAtOrDefault(1)], BindingRole.Filter);
                return null;
            case Operator.Coalesce:
                return operands.OfType<OfArgument>().FirstOrDefault() ?? operands.FirstOrDefault(o => o is not null);
            case Operator.Lower or Operator.Upper or Operator.Trim or Operator.ToText or Operator.ToNumber or Operator.DateOf:
                return operands.FirstOrDefault();
            case Operator.At:
                return ItemOf(operands.FirstOrDefault());
            case Operator.Slice or Operator.Distinct or Operator.Reverse:
                return operands.FirstOrDefault();
            default:
                return null;
        }
    }

    private void Meet(IReadOnlyList<Origin?> operands, BindingRole role)
    {
        if (operands.Count == 2)
        {
            var argument = operands[0] as OfArgument ?? operands[1] as OfArgument;
            var column = operands[0] as OfColumn ?? operands[1] as OfColumn;
            if (argument is not null && column is not null)
            {
                Bindings.Add(new ParameterBinding(argument.Pointer, column.Table, column.Column, role));
            }
        }
    }

    /// <summary>The origin of an item of a list.</summary>
    public static Origin? ItemOf(Origin? origin) => origin switch
    {
        OfArgument argument => new OfArgument(argument.Pointer + "/0"),
        OfRows rows => new OfRow(rows.Table),
        _ => null,
    };
}
