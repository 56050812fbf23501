using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>What the result of a read must show.</summary>
internal static class ReadLaws
{
    public static string? Get(ToolModel tool, GetEffect effect, Situation situation, Value result)
    {
        if (effect.Key is not { } key)
        {
            return situation.Select(effect).FirstOrDefault() is { } first ? ResultOracle.Row(tool, result, situation.Shown(tool, first))
                : "a row is shown where none matches";
        }

        // Of rows that share what the call names, the first in the order of their keys is told.
        return situation.Rows(effect.Table.Name).FirstOrDefault(r => Matching.Same(r[key.Column.Name], situation.Given(key.Parameter))
                && effect.Scope.All(s => Matching.Same(r[s.Column.Name], situation.Given(s.Parameter)))) is { } found
            ? ResultOracle.Row(tool, result, situation.Shown(tool, found))
            : "a row is shown for a key that does not exist";
    }

    public static string? List(ToolSubject subject, ListEffect effect, Situation situation, Value result, EnvironmentSession session)
    {
        List<ObjectValue> matching = [.. ListOracle.Ordered(effect, situation).Select(r => situation.Shown(subject.Model, r))];
        var (page, offset, limit) = ListOracle.Page(subject.Model, matching, situation);
        var more = limit is { } bound && offset + bound < matching.Count;
        return ResultOracle.Rows(subject.Model, result, page, matching.Count, more)
            ?? (more ? NextPage(subject, situation.Arguments, result, [.. matching.Skip(offset + limit!.Value).Take(limit.Value)],
                offset + (2 * limit.Value) < matching.Count, matching.Count, session) : null);
    }

    public static string? Count(ToolModel tool, int expected, Value result)
    {
        var told = tool.Result switch
        {
            { Kind: ResultKind.Unknown } when tool.Returns.Kind != NodeKind.Null => (Value?)result["count"],
            { Kind: ResultKind.Scalar, Returns.Kind: NodeKind.Integer or NodeKind.Number } => result,
            { Counts: { } member } form => form.In(result)[member],
            _ => default(Value?),
        };
        return told is { } number && number != expected ? $"the count is {number.ToJson()}, {expected} rows match" : null;
    }

    /// <summary>The cursor of a page leads to the rows after it.</summary>
    private static string? NextPage(ToolSubject subject, Value arguments, Value result, List<ObjectValue> rows, bool more, int total,
        EnvironmentSession session)
    {
        var tool = subject.Model;
        var paged = tool.Parameters.Any(p => p.Role is ParameterRole.Offset or ParameterRole.Page);
        if (ListOracle.Cursor(tool) is not { } cursor
            || tool.Result.NextPage is not { } token
            || paged
            || tool.Result.Path.Count == 0
            || tool.Table!.Column(token) is not null)
        {
            return null;
        }

        if (result[token] is not { IsString: true } next || next.AsString.Length == 0)
        {
            return $"{token} is missing though more rows follow";
        }

        var again = Matching.With(arguments, cursor, next);
        if (subject.Forge.Validator.Validate(again, out _) is not null)
        {
            return null;
        }

        var answer = session.Call(subject.Tool.Name, again);
        return answer.Ok ? ResultOracle.Rows(tool, answer.Result, rows, total, more) is { } wrong ? $"the next page: {wrong}" : null : "the next page fails";
    }
}
