using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>What the result of a read must show.</summary>
internal static class ReadLaws
{
    /// <param name="state">The state that the read looked at.</param>
    public static string? Broken(ToolSubject subject, Value arguments, Value result, EnvironmentSession session, DatabaseState state)
    {
        var intent = subject.Intent;
        switch (intent.Kind)
        {
            case IntentKind.Get:
                return Get(intent, arguments, result, state);
            case IntentKind.List:
                return List(subject, arguments, result, session, state);
            case IntentKind.Count:
                return Count(intent, RowOracle.Matching(intent, state, arguments).Count, result);
            default:
                return Echo(intent, arguments, result) ?? (intent.Reading.Result.Kind is ResultKind.Entity ? Missing(intent.Reading.Returns, result, 0) : null);
        }
    }

    private static string? Get(ToolIntent intent, Value arguments, Value result, DatabaseState state)
    {
        if (intent.Key is { } key)
        {
            var found = state.Rows(intent.Table!.Name).Where(r => RowOracle.Same(r[key.Column.Name], ArgumentForge.Of(arguments, key.Parameter)) && intent.Scope.All(s => RowOracle.Same(r[s.Column.Name], ArgumentForge.Of(arguments, s.Parameter)))).ToList();
            return found.Count == 0 ? "a row is shown for a key that does not exist" : found.Count > 1 && key.Column != intent.Table.Key ? null : ResultOracle.Row(intent, result, found[0]);
        }

        var matching = RowOracle.Matching(intent, state, arguments);
        return matching.Count == 0 ? "a row is shown where none matches" : ResultOracle.Row(intent, result, matching[0]);
    }

    private static string? List(ToolSubject subject, Value arguments, Value result, EnvironmentSession session, DatabaseState state)
    {
        var intent = subject.Intent;
        var matching = RowOracle.Matching(intent, state, arguments);
        var sorted = intent.Reading.Parameters.Any(p => p.Role == ParameterRole.Sort && !ArgumentForge.Of(arguments, p).IsNull);
        if (intent.Order is var (column, descending))
        {
            matching = Sorted(matching, (first, second) => RowOracle.InOrder(first[column.Name], second[column.Name], descending));
        }

        if (sorted)
        {
            matching = Sorted(matching, (first, second) => RowOracle.InOrder(intent, first, second, arguments));
        }

        var (page, offset, limit) = RowOracle.Page(intent, matching, arguments);
        var more = limit is { } bound && offset + bound < matching.Count;
        return ResultOracle.Rows(intent, result, page, matching.Count, more)
            ?? (more ? NextPage(subject, arguments, result, [.. matching.Skip(offset + limit!.Value).Take(limit.Value)], offset + (2 * limit.Value) < matching.Count, matching.Count, session) : null);
    }

    /// <summary>The cursor of a page leads to the rows after it.</summary>
    private static string? NextPage(ToolSubject subject, Value arguments, Value result, List<ObjectValue> rows, bool more, int total, EnvironmentSession session)
    {
        var intent = subject.Intent;
        var cursor = intent.Reading.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Cursor && p.Node.Kind is NodeKind.String or NodeKind.Any);
        var paged = intent.Reading.Parameters.Any(p => p.Role is ParameterRole.Offset or ParameterRole.Page);
        var token = intent.Reading.Returns.Kind == NodeKind.Object
            ? intent.Reading.Returns.Properties.FirstOrDefault(p => Programs.ResultFacts.IsNext(p.Name) && p.Node is { Kind: NodeKind.String or NodeKind.Any, Pattern: null, Format: null, Enum: null } && !intent.Reading.Result.Path.Contains(p.Name)) : null;
        if (cursor is null || token is null || paged || intent.Reading.Result.Path.Count == 0 || subject.Intent.Table!.Column(token.Name) is not null)
        {
            return null;
        }

        if (result[token.Name] is not { IsString: true } next || next.AsString.Length == 0)
        {
            return $"{token.Name} is missing though more rows follow";
        }

        var again = ArgumentForge.With(arguments, cursor, next);
        if (subject.Forge.Validator.Validate(again, out _) is not null)
        {
            return null;
        }

        var answer = session.Call(subject.Tool.Name, again);
        return answer.Ok ? ResultOracle.Rows(intent, answer.Result, rows, total, more) is { } wrong ? $"the next page: {wrong}" : null : "the next page fails";
    }

    private static List<ObjectValue> Sorted(List<ObjectValue> rows, Func<ObjectValue, ObjectValue, bool> inOrder)
    {
        // Insertion sort by the oracle's own comparison; it is stable, so rows that tie stay in order of key.
        var sorted = new List<ObjectValue>();
        foreach (var row in rows)
        {
            var at = sorted.Count;
            while (at > 0 && !inOrder(sorted[at - 1], row))
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

    /// <summary>A looked-up answer shows what its schema declares, optional or not, as far as a program goes.</summary>
    private static string? Missing(SchemaNode node, Value value, int depth)
    {
        if (depth > 1 || node.Kind != NodeKind.Object || !value.IsObject)
        {
            return null;
        }

        foreach (var property in node.Properties.Take(24))
        {
            if (!value.AsObject.TryGet(property.Name, out var member))
            {
                return $"{property.Name} is left out";
            }

            if (Missing(property.Node, member, depth + 1) is { } inner)
            {
                return inner;
            }
        }

        return null;
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
