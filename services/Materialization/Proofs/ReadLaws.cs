using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>What the result of a read must show.</summary>
internal static class ReadLaws
{
    public static string? Broken(ToolSubject subject, Value arguments, ObjectValue? row, Value result)
    {
        var intent = subject.Intent;
        switch (intent.Kind)
        {
            case IntentKind.Get:
                return Get(subject, arguments, row, result);
            case IntentKind.List:
                return List(subject, arguments, result);
            case IntentKind.Count:
                return Count(intent, RowOracle.Matching(intent, subject.State, arguments).Count, result);
            default:
                return Echo(intent, arguments, result);
        }
    }

    private static string? Get(ToolSubject subject, Value arguments, ObjectValue? row, Value result)
    {
        var intent = subject.Intent;
        if (intent.Key is { } key)
        {
            var found = subject.State.Rows(intent.Table!.Name).Where(r => RowOracle.Same(r[key.Column.Name], ArgumentForge.Of(arguments, key.Parameter)) && intent.Scope.All(s => RowOracle.Same(r[s.Column.Name], ArgumentForge.Of(arguments, s.Parameter)))).ToList();
            return found.Count == 0 ? "a row is shown for a key that does not exist" : found.Count > 1 && key.Column != intent.Table.Key ? null : ResultOracle.Row(intent, result, found[0]);
        }

        var matching = RowOracle.Matching(intent, subject.State, arguments);
        return matching.Count == 0 ? "a row is shown where none matches" : ResultOracle.Row(intent, result, matching[0]);
    }

    private static string? List(ToolSubject subject, Value arguments, Value result)
    {
        var intent = subject.Intent;
        var matching = RowOracle.Matching(intent, subject.State, arguments);
        var sorted = intent.Reading.Parameters.Any(p => p.Role == ParameterRole.Sort && !ArgumentForge.Of(arguments, p).IsNull);
        if (sorted)
        {
            matching = Sorted(intent, matching, arguments);
        }

        var (page, offset, limit) = RowOracle.Page(intent, matching, arguments);
        var more = limit is { } bound && offset + bound < matching.Count;
        return ResultOracle.Rows(intent, result, page, matching.Count, more);
    }

    private static List<ObjectValue> Sorted(ToolIntent intent, List<ObjectValue> rows, Value arguments)
    {
        // Insertion sort by the oracle's own comparison; it is stable, so rows that tie stay in order of key.
        var sorted = new List<ObjectValue>();
        foreach (var row in rows)
        {
            var at = sorted.Count;
            while (at > 0 && !RowOracle.InOrder(intent, sorted[at - 1], row, arguments))
            {
                at--;
            }

            sorted.Insert(at, row);
        }

        return sorted;
    }

    private static string? Count(ToolIntent intent, int expected, Value result)
    {
        var number = result.IsNumber ? result : intent.Reading.Result.Kind == ResultKind.Unknown ? result["count"]
            : intent.Reading.Returns.Properties.Where(p => Words.Snake(p.Name) is "count" or "total" or "total_count").Select(p => result[p.Name]).FirstOrDefault();
        return number.IsNumber && number.AsNumber != expected ? $"the count is {number.ToJson()}, {expected} rows match" : null;
    }

    private static string? Echo(ToolIntent intent, Value arguments, Value result)
    {
        if (!result.IsObject || intent.Reading.Result.Kind != ResultKind.Entity || intent.Reading.Result.Path.Count > 0)
        {
            return null;
        }

        foreach (var parameter in intent.Reading.Parameters.Where(p => p.Container is null && p.Role != ParameterRole.Boilerplate && p.Node.Scalar))
        {
            var given = arguments[parameter.Name];
            var property = intent.Reading.Returns.Property(parameter.Name);
            if (property is not null && !given.IsNull && NodeCheck.Surely(property.Node, given) && Programs.SchemaFit.Within(parameter.Node, property.Node) && !result[parameter.Name].IsNull && result[parameter.Name] != given)
            {
                return $"{parameter.Name} is not the one that was asked for";
            }
        }

        return null;
    }
}
