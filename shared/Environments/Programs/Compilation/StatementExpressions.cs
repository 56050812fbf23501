namespace AgentScaler.Environments.Programs.Compilation;

/// <summary>Enumerates the statements of a program at any depth, and the expressions in them.</summary>
internal static class StatementExpressions
{
    public static IEnumerable<Statement> All(IReadOnlyList<Statement> statements) => statements.SelectMany(statement => statement switch
    {
        If choice => All(choice.Then).Concat(All(choice.Else)).Prepend(statement),
        ForEach each => All(each.Do).Prepend(statement),
        _ => [statement],
    });

    /// <summary>The outermost expressions of all statements.</summary>
    public static IEnumerable<Expression> Of(IReadOnlyList<Statement> statements) => All(statements).SelectMany<Statement, Expression>(s => s switch
    {
        Let let => [let.Be],
        If choice => [choice.Condition],
        Guard guard => [guard.Condition, guard.Message],
        Fail fail => [fail.Message],
        Insert insert => insert.Row.Select(m => m.Value),
        Update update => update.Key.Concat(update.Set.Select(m => m.Value)),
        Delete delete => delete.Key,
        ForEach each => [each.In],
        Return result => [result.Result],
        _ => [],
    });
}
