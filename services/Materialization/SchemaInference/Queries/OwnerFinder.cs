using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Finds to whom the rows that a read tells belong: to the account of a token, or to the user that the state says is current.</summary>
internal sealed class OwnerFinder(QueryScope scope, ToolReading reading)
{
    private static readonly string[] Owning = ["owner", "user", "username", "creator", "author", "account", "created", "customer", "member"];

    public RowCondition? Of(IReadOnlySet<ColumnModel> bound) => Token(bound) ?? (IsSaid(reading) ? Current(bound) : null);

    private RowCondition? Token(IReadOnlySet<ColumnModel> bound)
    {
        if (reading.Parameters.FirstOrDefault(ConditionFinder.IsToken) is not { } parameter)
        {
            return null;
        }

        foreach (var accounts in scope.Tables)
        {
            if (accounts.Columns.FirstOrDefault(c => NounWords.Of(c.Name)[^1] == "token") is not { } token)
            {
                continue;
            }

            if (accounts.Name == scope.Table.Name)
            {
                // Who looks for accounts by something else looks for those of others.
                return bound.Count > 0 ? null : new SameAs(ColumnPath.Own(token), parameter, false);
            }

            var on = scope.On(accounts);
            foreach (var named in accounts.Columns.Where(c => c.Scalar && c != token && on.IsUnique(c)).OrderBy(c => c == accounts.Key ? 0 : 1))
            {
                if (Path(on.Values(named).ToHashSet(), named.Type, scope, []) is { } path)
                {
                    return new IsSignedIn(path, token, named, parameter);
                }
            }
        }

        return null;
    }

    /// <summary>The column of the row, or of one above it, that holds nothing but names of accounts.</summary>
    private static ColumnPath? Path(HashSet<Environments.Values.Value> names, ColumnType type, QueryScope at, IReadOnlyList<Hop> hops)
    {
        var own = at.Table.Columns.Where(c => c.Type == type && at.Values(c) is { Count: > 0 } values && values.All(names.Contains))
            .OrderBy(c => NounWords.Of(c.Name).Any(Owning.Contains) ? 0 : c == at.Table.Key ? 1 : 2).FirstOrDefault();
        if (own is not null)
        {
            return new ColumnPath(hops, own);
        }

        return hops.Count > 2 || at.Table.Parent is not { } parent ? null
            : at.Hops.Where(h => h.Target.Name == parent).Select(h => Path(names, type, at.On(h.Target), [.. hops, h.Hop])).FirstOrDefault(p => p is not null);
    }

    /// <summary>Whether the words of a tool say that it is about the one who calls.</summary>
    public static bool IsSaid(ToolReading reading)
    {
        var text = " " + string.Join(' ', Words.Split(reading.Tool.Description)) + " ";
        return reading.Said.Contains("my") || text.Contains(" current user ", StringComparison.Ordinal)
            || text.Contains(" current users ", StringComparison.Ordinal)
            || text.Contains(" logged in user ", StringComparison.Ordinal) || text.Contains(" authenticated user ", StringComparison.Ordinal)
            || text.Contains(" your own ", StringComparison.Ordinal);
    }

    private IsCurrent? Current(IReadOnlySet<ColumnModel> bound)
    {
        var current = scope.Tables.Where(t => DumpAdoption.IsSingle(t.Form)).SelectMany(t => t.Columns)
            .Where(c => c.Type is ColumnType.String or ColumnType.Integer or ColumnType.Any)
            .FirstOrDefault(c => NounWords.Of(c.Name) is var words && (words.SequenceEqual(["current", "user"]) || words.SequenceEqual(["username"])
                || words.SequenceEqual(["current", "username"]) || words.SequenceEqual(["logged", "in", "user"]) || words.SequenceEqual(["user", "id"])
                || words.SequenceEqual(["current", "user", "id"])));
        var owned = scope.Table.Columns.FirstOrDefault(c => c.Scalar && !bound.Contains(c) && NounWords.Of(c.Name) is var words
            && Owning.Contains(words[0]) && words.All(w => Owning.Contains(w) || w is "id" or "name" or "by"));
        return current is null || owned is null || bound.Any(b => NounWords.Of(b.Name).Any(Owning.Contains)) || current.Table == scope.Table.Name
            ? null : new IsCurrent(ColumnPath.Own(owned), current);
    }
}
