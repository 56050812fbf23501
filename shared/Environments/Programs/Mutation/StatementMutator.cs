using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Mutation;

/// <summary>Makes all single changes of a list of statements that are worth trying.</summary>
internal sealed class StatementMutator(ExpressionMutator expressions, DatabaseSchema schema)
{
    public IEnumerable<BlockChange> Changes(IReadOnlyList<Statement> statements, string place)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var (at, here) = (i, $"{place}/{i}");
            foreach (var change in Of(statements[i], here))
            {
                Statement[] replaced = [.. statements];
                replaced[at] = change.Result;
                yield return new BlockChange(change.Operator, change.Place, change.Change, replaced, change.Hint ?? Unreachable(statements, at));
            }

            if (Dropped(statements[i]) is { } kind)
            {
                yield return new BlockChange(
                    kind, here, "the statement is dropped", [.. statements.Where((_, n) => n != at)], Unreachable(statements, at));
            }
        }
    }

    private IEnumerable<StatementChange> Of(Statement statement, string place)
    {
        switch (statement)
        {
            case Let let:
                return Inside(let.Be, place + "/be", e => let with { Be = e });
            case If choice:
                return
                [
                    new("negate_condition", place + "/if", "then and else change places", choice with { Condition = Not(choice.Condition) }),
                    .. Inside(choice.Condition, place + "/if", e => choice with { Condition = e }),
                    .. Changes(choice.Then, place + "/then").Select(c => c.In(b => choice with { Then = b })),
                    .. Changes(choice.Else, place + "/else").Select(c => c.In(b => choice with { Else = b })),
                ];
            case Guard guard:
                return
                [
                    new("negate_guard", place + "/guard", "the guard is negated", guard with { Condition = Not(guard.Condition) }),
                    new("change_code", place + "/code", "it fails with another code", guard with { Code = Other(guard.Code) }),
                    .. Inside(guard.Condition, place + "/guard", e => guard with { Condition = e }),
                ];
            case Fail fail:
                return [new("change_code", place + "/fail", "it fails with another code", fail with { Code = Other(fail.Code) })];
            case Insert insert:
                return Row(insert.Table, insert.Row, place + "/row", row => insert with { Row = row });
            case Update update:
                return Row(update.Table, update.Set, place + "/set", set => update with { Set = set })
                    .Concat(Key(update.Key, place, key => update with { Key = key }));
            case Delete delete:
                return Key(delete.Key, place, key => delete with { Key = key });
            case ForEach each:
                return Inside(each.In, place + "/in", e => each with { In = e })
                    .Concat(Changes(each.Do, place + "/do").Select(c => c.In(b => each with { Do = b })));
            case Return result:
                IEnumerable<StatementChange> nothing = result.Result is Literal { Value.IsNull: true }
                    ? []
                    : [new("return_nothing", place, "nothing is returned", new Return(new Literal(Value.Null)))];
                return Inside(result.Result, place + "/return", e => new Return(e)).Concat(nothing);
            default:
                return [];
        }
    }

    private IEnumerable<StatementChange> Row(
        string table, IReadOnlyList<KeyValuePair<string, Expression>> row, string place, Func<KeyValuePair<string, Expression>[], Statement> rebuild)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var (at, column) = (i, schema.Table(table)?.Column(row[i].Key));
            var hint = column?.Equality == Equality.Volatile ? "the column is volatile: no equality looks at it" : null;
            yield return new("drop_column", $"{place}/{row[i].Key}", $"{row[i].Key} is not set", rebuild([.. row.Where((_, n) => n != at)]), hint);
            foreach (var change in expressions.Changes(row[i].Value, $"{place}/{row[i].Key}"))
            {
                KeyValuePair<string, Expression>[] changed = [.. row];
                changed[at] = KeyValuePair.Create(row[at].Key, change.Result);
                yield return new(change.Operator, change.Place, change.Change, rebuild(changed), change.Hint ?? hint);
            }
        }
    }

    private IEnumerable<StatementChange> Key(IReadOnlyList<Expression> key, string place, Func<Expression[], Statement> rebuild)
    {
        for (var i = 0; i < key.Count; i++)
        {
            foreach (var change in expressions.Changes(key[i], $"{place}/key/{i}"))
            {
                Expression[] changed = [.. key];
                changed[i] = change.Result;
                yield return new(change.Operator, change.Place, change.Change, rebuild(changed), change.Hint);
            }
        }
    }

    private IEnumerable<StatementChange> Inside(Expression expression, string place, Func<Expression, Statement> rebuild) =>
        expressions.Changes(expression, place).Select(c => new StatementChange(c.Operator, c.Place, c.Change, rebuild(c.Result), c.Hint));

    private static Expression Not(Expression condition) =>
        condition is Operation { Operator: Operator.Not } not ? not.Operands[0] : new Operation(Operator.Not, [condition]);

    private static ErrorCode Other(ErrorCode code) => code == ErrorCode.NotFound ? ErrorCode.Conflict : ErrorCode.NotFound;

    private static string? Dropped(Statement statement) => statement switch
    {
        Guard => "drop_guard",
        Insert => "drop_insert",
        Update => "drop_update",
        Delete => "drop_delete",
        ForEach => "drop_loop",
        If => "drop_if",
        Let => "drop_let",
        Fail => "drop_fail",
        _ => null,
    };

    private static string? Unreachable(IReadOnlyList<Statement> statements, int at) =>
        statements.Take(at).Any(s => s is Return or Fail) ? "the statement is never reached" : null;

    internal sealed record StatementChange(string Operator, string Place, string Change, Statement Result, string? Hint = null);

    /// <summary>One changed list of statements.</summary>
    internal sealed record BlockChange(string Operator, string Place, string Change, IReadOnlyList<Statement> Result, string? Hint)
    {
        public StatementChange In(Func<IReadOnlyList<Statement>, Statement> rebuild) => new(Operator, Place, Change, rebuild(Result), Hint);
    }
}
