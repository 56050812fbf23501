using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Reads a result whose numbers say how many rows there are of several tables: <c>{post_count, following_count}</c> beside <c>posts</c> and
/// <c>following_list</c>. One number alone is a figure of the thing that the tool names.
/// </summary>
internal static class CountedMembers
{
    private const int Several = 2;

    /// <summary>The members that count, each with the words of what it counts; none where a number of the result counts nothing.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Counted)> Of(ToolReading reading)
    {
        if (!reading.Reads || reading.Result.Kind != ResultKind.Entity)
        {
            return [];
        }

        var numbers = reading.Result.Payload.Properties.Where(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number)
            .Select(p => (p.Name, Counted: Counted([.. Words.OfMember(p.Name)], p.Node.Description ?? ""))).ToList();
        return numbers.Count >= Several && numbers.TrueForAll(n => n.Counted.Count > 0) ? numbers : [];
    }

    /// <summary>The first table that is counted, where every member counts one; null elsewhere.</summary>
    public static DumpedNoun? First(ToolReading reading, IReadOnlyList<DumpedNoun> nouns)
    {
        var tables = Of(reading).Select(m => The(nouns.Where(n => !n.Single), n => n.All, m.Counted)).ToList();
        return tables.Count > 0 && tables.TrueForAll(t => t is not null) ? tables[0] : null;
    }

    /// <summary>The members with their tables and with what the arguments ask of the rows; null where one of them has no table.</summary>
    public static FiguresAnswer? Answer(ToolReading reading, QueryScope scope)
    {
        var members = Of(reading).Select(m => The(scope.Tables.Where(t => !scope.On(t).Single), t => NounWords.Of(t.Name), m.Counted) is { } table
            ? new CountedMember(m.Name, table, [.. Asked(reading, scope.On(table))]) : null).OfType<CountedMember>().ToList();
        return members.Count > 0 && members.Count == Of(reading).Count ? new FiguresAnswer(members) : null;
    }

    /// <summary>What stands before "count", or after "number of"; after "total" where the description says that it is a number of things.</summary>
    private static IReadOnlyList<string> Counted(List<string> words, string description)
    {
        var said = Words.Split(description);
        List<string> rest = words switch
        {
            [.., "count"] => words[..^1],
            ["number" or "num" or "count", "of", ..] => words[2..],
            ["number" or "num", ..] => words[1..],
            ["total", ..] when said is ["number", "of", ..] or [_, "number", "of", ..] => words[1..],
            _ => [],
        };
        return [.. rest.Select(Words.Singular)];
    }

    /// <summary>The one thing of these words, or the one that says a little more.</summary>
    private static T? The<T>(IEnumerable<T> things, Func<T, IReadOnlyList<string>> words, IReadOnlyList<string> counted)
        where T : class
    {
        var saying = things.Where(t => counted.All(words(t).Contains)).ToList();
        return saying.Where(t => words(t).Count == counted.Count).ToList() is [var same] ? same : saying is [var only] ? only : null;
    }

    /// <summary>What the arguments ask of a row: a value of its own, or that it is beside the account of that name.</summary>
    private static IEnumerable<RowCondition> Asked(ToolReading reading, QueryScope scope)
    {
        var columns = new ColumnFinder(scope);
        foreach (var parameter in reading.Parameters.Where(p => p is { Role: ParameterRole.Field, Container: null, Node.Scalar: true }))
        {
            List<string> words = [.. parameter.Words.Select(Words.Singular)];
            if (columns.Same(words) is { } own)
            {
                yield return new SameAs(ColumnPath.Own(own), parameter, false);
            }
            else if (scope.Tables.Where(t => scope.On(t).Single).Select(t => new ColumnFinder(scope.On(t)).Same(words)).OfType<ColumnModel>().FirstOrDefault()
                is { } account)
            {
                yield return new IsAccount(account, parameter);
            }
            else
            {
                reading.Evidence.Add($"No column of {scope.Table.Name} is meant by {parameter.Name}, so it asks for nothing.");
            }
        }
    }
}
