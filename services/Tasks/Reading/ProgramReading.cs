using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Reading;

/// <summary>
/// Finds the column that each argument of a tool program meets. It walks over the statements and tracks only the origin of each expression's value.
/// Overrides and authored programs have no inferred intent, so the program itself is read.
/// </summary>
internal sealed class ProgramReading
{
    private readonly DatabaseSchema _schema;
    private readonly string _tool;
    private readonly Dictionary<string, Origin> _variables = new(StringComparer.Ordinal);
    private readonly List<ParameterBinding> _bindings = [];
    private readonly List<string> _reads = [];
    private readonly List<string> _inserts = [];
    private readonly List<string> _updates = [];
    private readonly List<string> _deletes = [];
    private readonly List<(string, string, Value)> _literals = [];
    private readonly List<ErrorBranch> _branches = [];
    private bool _aggregates;

    private ProgramReading(DatabaseSchema schema, string tool) => (_schema, _tool) = (schema, tool);

    public static ToolModel Read(EnvironmentTool tool, ToolProgram program, DatabaseSchema schema)
    {
        var reading = new ProgramReading(schema, tool.Name);
        reading.Walk(program.Body);
        return new ToolModel(
            tool,
            program,
            ParameterReader.Read(tool.ParameterSchema),
            [.. reading._bindings.Distinct()],
            [.. reading._reads.Distinct()],
            [.. reading._inserts.Distinct()],
            [.. reading._updates.Distinct()],
            [.. reading._deletes.Distinct()],
            [.. reading._literals.Distinct()],
            reading._branches,
            reading._aggregates);
    }

    /// <summary>The origin of a value: an argument, a column, a row, rows, or an object of these.</summary>
    private abstract record Origin;

    private sealed record OfArgument(string Pointer) : Origin;

    private sealed record OfColumn(string Table, string Column) : Origin;

    private sealed record OfRow(string Table) : Origin;

    private sealed record OfRows(string Table) : Origin;

    private sealed record OfMembers(IReadOnlyDictionary<string, Origin?> Members) : Origin;

    private void Walk(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Walk(statement);
        }
    }

    private void Walk(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                Bind(let.Name, Of(let.Be));
                break;
            case If branch:
                Of(branch.Condition);
                Walk(branch.Then);
                Walk(branch.Else);
                break;
            case Guard guard:
                Of(guard.Condition);
                Branch(guard.Code, guard.Message);
                break;
            case Fail fail:
                Branch(fail.Code, fail.Message);
                break;
            case Insert insert:
                _inserts.Add(insert.Table);
                Assign(insert.Table, insert.Row);
                BranchesOfInsert(insert.Table);
                Bind(insert.As, new OfRow(insert.Table));
                break;
            case Update update:
                _updates.Add(update.Table);
                Keys(update.Table, update.Key);
                Assign(update.Table, update.Set);
                Bind(update.As, new OfRow(update.Table));
                break;
            case Delete delete:
                _deletes.Add(delete.Table);
                Keys(delete.Table, delete.Key);
                break;
            case ForEach each:
                Bind(each.Name, ItemOf(Of(each.In)));
                Walk(each.Do);
                break;
            case Return result:
                Of(result.Result);
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} is a statement that is not read.");
        }
    }

    private void Bind(string? name, Origin? origin)
    {
        if (name is not null && origin is not null)
        {
            _variables[name] = origin;
        }
    }

    private void Branch(ErrorCode code, Expression message)
    {
        var fragments = new List<string>();
        Fragments(message, fragments);
        _branches.Add(new ErrorBranch(_tool, _branches.Count, code, fragments));
    }

    private static void Fragments(Expression message, List<string> fragments)
    {
        switch (message)
        {
            case Literal { Value.IsString: true } literal when literal.Value.AsString.Trim().Length > 0:
                fragments.Add(literal.Value.AsString);
                break;
            case Operation { Operator: Operator.Concat } concat:
                foreach (var operand in concat.Operands)
                {
                    Fragments(operand, fragments);
                }

                break;
        }
    }

    /// <summary>Adds the error branches of an insert, which needs no guard for a taken key or unique set, or for a reference that leads nowhere.</summary>
    private void BranchesOfInsert(string table)
    {
        if (_schema.Table(table) is { Unique.Count: > 0 })
        {
            _branches.Add(new ErrorBranch(_tool, _branches.Count, ErrorCode.Conflict, []));
        }
    }

    private void Assign(string table, IReadOnlyList<KeyValuePair<string, Expression>> columns)
    {
        foreach (var (column, expression) in columns)
        {
            if (expression is Literal { Value: { IsNull: false } literal })
            {
                _literals.Add((table, column, literal));
            }

            if (Of(expression) is OfArgument argument)
            {
                _bindings.Add(new ParameterBinding(argument.Pointer, table, column, BindingRole.Assigned));
            }
        }
    }

    private void Keys(string table, IReadOnlyList<Expression> keys)
    {
        var columns = _schema.Table(table)?.PrimaryKey ?? [];
        for (var i = 0; i < keys.Count; i++)
        {
            if (Of(keys[i]) is OfArgument argument && i < columns.Count)
            {
                _bindings.Add(new ParameterBinding(argument.Pointer, table, columns[i], BindingRole.Key));
            }
        }
    }

    private Origin? Of(Expression? expression)
    {
        switch (expression)
        {
            case Argument argument:
                return new OfArgument("/" + ArgumentTree.Escape(argument.Name));
            case Variable variable:
                return _variables.GetValueOrDefault(variable.Name);
            case Field field:
                return Of(field.Target) switch
                {
                    OfArgument of => new OfArgument($"{of.Pointer}/{ArgumentTree.Escape(field.Name)}"),
                    OfRow of => new OfColumn(of.Table, field.Name),
                    OfMembers of => of.Members.GetValueOrDefault(field.Name),
                    _ => null,
                };
            case ObjectLiteral literal:
                return new OfMembers(literal.Members.ToDictionary(m => m.Key, m => Of(m.Value), StringComparer.Ordinal));
            case ArrayLiteral literal:
                foreach (var item in literal.Items)
                {
                    Of(item);
                }

                return null;
            case LetIn let:
                Bind(let.Name, Of(let.Be));
                return Of(let.In);
            case Call call:
                foreach (var (parameter, operand) in call.Definition.Parameters.Zip(call.Operands))
                {
                    var given = Of(operand);
                    _variables.Remove(parameter);
                    Bind(parameter, given);
                }

                return Of(call.Definition.Be);
            case SearchItems search:
                var searched = Of(search.Source);
                Bind(search.As, ItemOf(searched));
                Of(search.Where);
                return search.Kind switch
                {
                    SearchKind.Find => ItemOf(searched),
                    SearchKind.Filter => searched,
                    _ => null,
                };
            case GroupItems group:
                Bind(group.As, ItemOf(Of(group.Source)));
                Of(group.By);
                return null;
            case Get get:
                _reads.Add(get.Table);
                Keys(get.Table, get.Key);
                return new OfRow(get.Table);
            case Whole whole:
                return Of(whole.Row);
            case Select select:
                return OfSelect(select);
            case Aggregate aggregate:
                _aggregates = true;
                _reads.Add(aggregate.Table);
                Bind(aggregate.As, new OfRow(aggregate.Table));
                Of(aggregate.Where);
                Of(aggregate.Of);
                return null;
            case MapItems map:
                var source = Of(map.Source);
                Bind(map.As, ItemOf(source));
                Of(map.Where);
                var shaped = Of(map.Do);
                return map.Do is null ? source : shaped is OfRow row ? new OfRows(row.Table) : null;
            case Conditional conditional:
                Of(conditional.Condition);
                var (then, otherwise) = (Of(conditional.Then), Of(conditional.Else));
                return then as OfArgument ?? otherwise as OfArgument ?? then ?? otherwise;
            case Derive derive:
                foreach (var input in derive.Inputs)
                {
                    Of(input);
                }

                return null;
            case Operation operation:
                return OfOperation(operation);
            default:
                return null;
        }
    }

    private Origin? OfSelect(Select select)
    {
        _reads.Add(select.Table);
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
                _bindings.Add(new ParameterBinding(argument.Pointer, column.Table, column.Column, role));
            }
        }
    }

    private static Origin? ItemOf(Origin? origin) => origin switch
    {
        OfArgument argument => new OfArgument(argument.Pointer + "/0"),
        OfRows rows => new OfRow(rows.Table),
        _ => null,
    };
}
