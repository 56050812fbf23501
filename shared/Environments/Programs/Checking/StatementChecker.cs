using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Checks statements against the schema, and tracks which variables are bound on every path.</summary>
internal sealed class StatementChecker(ExpressionChecker expressions, CheckReport report)
{
    /// <summary>Whether a checked statement changes the state.</summary>
    public bool Writes { get; private set; }

    public void Block(IReadOnlyList<Statement> statements, Scope scope, string place, int depth)
    {
        if (depth > ProgramLimits.StatementDepth)
        {
            report.Add(place, $"Statements stand at most {ProgramLimits.StatementDepth} deep in each other.");
            return;
        }

        for (var i = 0; i < statements.Count; i++)
        {
            var at = $"{place}/{i}";
            if (!report.Enter(at))
            {
                return;
            }

            Check(statements[i], scope, at, depth + 1);
        }
    }

    private void Check(Statement statement, Scope scope, string place, int depth)
    {
        switch (statement)
        {
            case Let let:
                Bind(let.Name, expressions.Check(let.Be, scope, place + "/be"), scope, place + "/let");
                break;
            case If choice:
                expressions.Expect(choice.Condition, Kinds.Boolean | Kinds.Null, "A condition", scope, place + "/if");
                var (then, otherwise) = (scope.Copy(), scope.Copy());
                Narrow(choice.Condition, true, then);
                Narrow(choice.Condition, false, otherwise);
                Block(choice.Then, then, place + "/then", depth);
                Block(choice.Else, otherwise, place + "/else", depth);
                scope.Join(then, otherwise);
                break;
            case Guard guard:
                expressions.Expect(guard.Condition, Kinds.Boolean | Kinds.Null, "A guard", scope, place + "/guard");
                Failure(guard.Code, guard.Message, scope, place);
                Narrow(guard.Condition, true, scope);
                break;
            case Fail fail:
                Failure(fail.Code, fail.Message, scope, place);
                scope.End();
                break;
            case Insert insert:
                CheckInsert(insert, scope, place);
                break;
            case Update update:
                CheckUpdate(update, scope, place);
                break;
            case Delete delete:
                Writes = true;
                expressions.Key(delete.Key, expressions.Table(delete.Table, place + "/delete"), scope, place + "/key", 0);
                break;
            case ForEach each:
                CheckLoop(each, scope, place, depth);
                break;
            case Return result:
                expressions.Check(result.Result, scope, place + "/return");
                scope.End();
                break;
            default:
                report.Add(place, $"{statement?.GetType().Name ?? "null"} is no statement of the language.");
                break;
        }
    }

    /// <summary>Narrows a variable to a row that exists, if the condition says so. Its fields then need no further check for null.</summary>
    private static void Narrow(Expression condition, bool holds, Scope scope)
    {
        switch (condition)
        {
            case Operation { Operator: Operator.Not, Operands: [var negated] }:
                Narrow(negated, !holds, scope);
                break;
            case Operation { Operator: Operator.And } all when holds:
                foreach (var operand in all.Operands)
                {
                    Narrow(operand, true, scope);
                }

                break;
            case Operation { Operator: Operator.IsNull, Operands: [Variable variable] } when !holds
                && scope.TryGet(variable.Name, out var type) && type.Kinds == (Kinds.Object | Kinds.Null):
                scope.Bind(variable.Name, type with { Kinds = Kinds.Object });
                break;
        }
    }

    private void CheckLoop(ForEach each, Scope scope, string place, int depth)
    {
        var items = expressions.Expect(each.In, Kinds.Array | Kinds.Null, "\"for\"", scope, place + "/in");
        var body = scope.Copy();
        body.Widen(BoundNames.In(each.Do));
        Bind(each.Name, items.Items ?? StaticType.Any, body, place + "/for");
        Block(each.Do, body, place + "/do", depth);

        // The loop may run no round, so only the variables bound before it are bound after it.
        scope.Widen(BoundNames.In(each.Do).Append(each.Name));
    }

    private void CheckInsert(Insert insert, Scope scope, string place)
    {
        Writes = true;
        var table = expressions.Table(insert.Table, place + "/insert");
        Columns(insert.Row, table, scope, place + "/row");
        foreach (var column in table?.Columns ?? [])
        {
            if (!column.Nullable && !GeneratedColumns.Is(table!, column) && !insert.Row.Any(m => m.Key == column.Name))
            {
                report.Add(place + "/row", $"The column {table!.Name}.{column.Name} is not nullable and is left out.");
            }
        }

        if (insert.As is not null)
        {
            Bind(insert.As, table is null ? StaticType.Any : StaticType.Row(table), scope, place + "/as");
        }
    }

    private void CheckUpdate(Update update, Scope scope, string place)
    {
        Writes = true;
        var table = expressions.Table(update.Table, place + "/update");
        expressions.Key(update.Key, table, scope, place + "/key", 0);
        Columns(update.Set, table, scope, place + "/set");
        foreach (var (name, _) in update.Set)
        {
            if (table?.PrimaryKey.Contains(name) == true)
            {
                report.Add($"{place}/set/{name}", $"{table.Name}.{name} belongs to the primary key, which never changes.");
            }
        }

        if (update.As is not null)
        {
            Bind(update.As, table is null ? StaticType.Any : StaticType.Row(table), scope, place + "/as");
        }
    }

    private void Columns(IReadOnlyList<KeyValuePair<string, Expression>> row, TableSchema? table, Scope scope, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in row)
        {
            var at = $"{place}/{name}";
            if (!seen.Add(name))
            {
                report.Add(at, $"The column {name} is set twice.");
            }

            var column = table?.Column(name);
            if (column is null)
            {
                expressions.Check(value, scope, at);
                if (table is not null)
                {
                    report.Add(at, $"The table {table.Name} has no column \"{name}\"; it has {string.Join(", ", table.Columns.Select(c => c.Name))}.");
                }

                continue;
            }

            var kinds = column.Type.Kinds() | (column.Nullable || GeneratedColumns.Is(table!, column) ? Kinds.Null : 0);
            expressions.Expect(value, kinds, $"The column {table!.Name}.{name}", scope, at);
            if (value is Literal { Value: { IsNull: false } constant } && column.Enum is { } allowed && !allowed.Contains(constant))
            {
                report.Add(at, $"{constant.ToJson()} is no value of {table.Name}.{name}; it is one of {string.Join(", ", allowed.Select(a => a.ToJson()))}.");
            }
        }
    }

    private void Failure(ErrorCode code, Expression message, Scope scope, string place)
    {
        if (!code.ForPrograms())
        {
            report.Add(place, $"A program never fails with {code.Word()}.");
        }

        expressions.Check(message, scope, place + "/message");
    }

    private void Bind(string name, StaticType type, Scope scope, string place)
    {
        expressions.VariableName(name, place);
        scope.Bind(name ?? "", type);
    }
}
