namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The variables that statements bind, at any depth.</summary>
internal static class BoundNames
{
    public static IEnumerable<string> In(IReadOnlyList<Statement> statements, int depth = 0)
    {
        if (depth > ProgramLimits.StatementDepth)
        {
            return [];
        }

        return statements.SelectMany(statement => statement switch
        {
            Let let => [let.Name],
            Insert { As: { } name } => [name],
            Update { As: { } name } => [name],
            If choice => In(choice.Then, depth + 1).Concat(In(choice.Else, depth + 1)),
            ForEach each => In(each.Do, depth + 1).Append(each.Name),
            _ => Enumerable.Empty<string>(),
        }).Where(name => name is not null);
    }
}
