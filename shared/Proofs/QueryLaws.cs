using AgentScaler.Language;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>What the answer to a query must tell, said straight from its conditions and the rows.</summary>
internal sealed class QueryLaws(ToolModel tool, QueryEffect effect, Situation situation, Value result) : IQueryAnswerVisitor<string?>
{
    private const double Tolerance = 1e-6;
    private const int DayLength = 10;

    public static string? Broken(ToolModel tool, QueryEffect effect, Situation situation, Value result) =>
        effect.Answer.Message is { } message
            ? result["message"] != Value.From(message) ? "the documented message is not told"
            : effect.Answer.Accept(new QueryLaws(tool, effect, situation, result[effect.Found]))
        : effect.Answer.Accept(new QueryLaws(tool, effect, situation, result));

    public string? Visit(RowAnswer answer) => Rows().FirstOrDefault() is not { } row
        ? effect.Preconditions.Count > 0 ? "a row is told where none matches" : null
        : tool.Result.Kind == ResultKind.Unknown ? Told(result, row, answer.Shown, answer.Hidden, answer.Bare)
        : ResultOracle.Row(tool, result, Shown(row, answer.Hidden));

    public string? Visit(RowsAnswer answer)
    {
        var matching = Rows().ToList();
        var most = answer.Limit is { } limit && situation.Given(limit) is { IsNumber: true } given ? Math.Max(0, (int)Math.Floor(given.AsNumber))
            : answer.Limit is null ? answer.Most : null;
        List<ObjectValue> rows = [.. matching.Take(most ?? int.MaxValue)];
        if (tool.Result.Kind != ResultKind.Unknown)
        {
            return ResultOracle.Rows(tool, result, [.. rows.Select(r => Shown(r, answer.Hidden))], rows.Count, false);
        }

        if (answer.Named is { } name)
        {
            return !result.IsObject || result.AsObject.Count != rows.Select(r => r[name.Name]).Distinct().Count()
                ? $"{rows.Count} rows match, the result holds {(result.IsObject ? result.AsObject.Count : 0)}" : null;
        }

        return !result.IsArray || result.AsArray.Length != rows.Count
            ? $"{rows.Count} rows match, the result holds {(result.IsArray ? result.AsArray.Length : 0)}"
            : result.AsArray.ToArray().Zip(rows).Select(p => Told(p.First, p.Second, answer.Shown, answer.Hidden, answer.Bare)).OfType<string>()
                .FirstOrDefault();
    }

    public string? Visit(ChosenAnswer answer) => Rows().FirstOrDefault() is not { } row ? "a column is told where no row matches"
        : situation.Given(answer.Field) is { IsString: true } field && answer.Columns.Any(c => c.Name == field.AsString && c.Scalar)
            && result[field.AsString] != row[field.AsString] ? $"{field.AsString} is not what the row holds" : null;

    public string? Visit(FigureAnswer answer)
    {
        var rows = Rows().ToList();
        if (answer.Day is not { } date)
        {
            var told = result.IsNumber || result.IsNull ? result : result.AsObject.Select(m => m.Value).FirstOrDefault(v => v.IsNumber || v.IsNull);
            return Close(told, Figure(answer, rows)) ? null : $"the figure is {told.ToJson()}, not {Figure(answer, rows)}";
        }

        var days = rows.Where(r => r[date.Name].IsString).GroupBy(r => Day(r[date.Name].AsString)).ToList();
        return days.Count != result.AsObject.Count ? $"{result.AsObject.Count} days are told, {days.Count} have rows"
            : days.Select(d => Close(result[d.Key], Figure(answer, [.. d.Where(r => answer.Counted.All(c => c.Holds(situation, r)))])) ? null
                : $"the figure of {d.Key} is {result[d.Key].ToJson()}").OfType<string>().FirstOrDefault();
    }

    public string? Visit(FiguresAnswer answer)
    {
        var told = tool.Result.Path.Aggregate(result, (value, name) => value[name]);
        return answer.Members.Where(m => told[m.Name] != Value.From(m.In(situation)))
            .Select(m => $"{m.Name} is {told[m.Name].ToJson()}, not {m.In(situation)}").FirstOrDefault();
    }

    private IEnumerable<ObjectValue> Rows() => effect.Order switch
    {
        null => effect.Matching(situation),
        { Descending: false } order => effect.Matching(situation).OrderBy(order.Key, ValueOrder.Comparer),
        var order => effect.Matching(situation).OrderByDescending(order.Key, ValueOrder.Comparer),
    };

    /// <summary>A row as it is told: whole where the documents name no members, and then without what is hidden.</summary>
    private ObjectValue Shown(ObjectValue row, IReadOnlyList<ColumnModel> hidden) => tool.Result.Payload.Kind != NodeKind.Any ? situation.Shown(tool, row)
        : hidden.Aggregate(situation.Shown(tool, row), (shown, column) => shown.Without(column.Name));

    /// <summary>A row is told with everything that it holds, the rows inside it as well, and that is not hidden.</summary>
    private string? Told(Value told, ObjectValue row, IReadOnlyList<ColumnModel> shown, IReadOnlyList<ColumnModel> hidden, bool bare)
    {
        var whole = situation.Shown(tool, row);
        Value Cell(string column) => whole.TryGet(column, out var cell) ? cell : row[column];
        if (bare)
        {
            return told == Cell(shown[0].Name) ? null : $"{shown[0].Name} is not what the row holds";
        }

        if (!told.IsObject)
        {
            return "the result is no row";
        }

        var members = shown.Count > 0 ? shown.Select(c => c.Name) : whole.Select(m => m.Key).Where(n => hidden.All(c => c.Name != n));
        return members.Where(n => !Cell(n).IsNull && told[n] != Cell(n)).Select(n => $"{n} is not what the row holds").FirstOrDefault()
            ?? hidden.Where(c => !told[c.Name].IsNull).Select(c => $"{c.Name} is told though it is a secret").FirstOrDefault();
    }

    private static double? Figure(FigureAnswer answer, List<ObjectValue> rows)
    {
        if (answer.Column is not { } column)
        {
            return rows.Count;
        }

        List<double> numbers = [.. rows.Select(r => Number(r[column.Name])).OfType<double>()];
        return answer.Kind switch
        {
            AggregateKind.Count => numbers.Count,
            AggregateKind.Sum => numbers.Sum(),
            AggregateKind.Average when numbers.Count > 0 => numbers.Average(),
            AggregateKind.Min when numbers.Count > 0 => numbers.Min(),
            AggregateKind.Max when numbers.Count > 0 => numbers.Max(),
            _ => null,
        };
    }

    private static double? Number(Value value) => value.IsNumber ? value.AsNumber
        : value.IsString && double.TryParse(value.AsString, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Close(Value told, double? figure) => figure is not { } number ? told.IsNull
        : told.IsNumber && Math.Abs(told.AsNumber - number) <= Tolerance * Math.Max(1, Math.Abs(number));

    private static string Day(string date) => date.Length > DayLength ? date[..DayLength] : date;
}
