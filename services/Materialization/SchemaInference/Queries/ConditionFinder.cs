using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Finds what each parameter of a read asks of a row.</summary>
internal sealed class ConditionFinder(QueryScope scope, ToolReading reading, ToolNoun noun)
{
    private static readonly HashSet<string> Searching = new(StringComparer.Ordinal)
    {
        "query", "keyword", "search", "term", "text", "phrase", "q", "needle",
    };

    private static readonly HashSet<string> Exact = new(StringComparer.Ordinal)
    {
        "id", "uuid", "key", "code", "number", "email", "username", "token", "iban", "symbol", "sku", "isbn", "path", "url",
    };

    private static readonly string[] Lower = ["from", "after", "since", "min", "minimum", "start", "begin", "gte", "above"];
    private static readonly string[] Upper = ["to", "before", "until", "max", "maximum", "end", "lte", "below"];
    private static readonly string[] Spans = ["range", "between", "within", "period", "span", "interval", "from"];

    private readonly ColumnFinder _columns = new(scope);
    private readonly DatedColumns _dates = new(scope);
    private readonly HashSet<string> _described = [.. Words.Split(reading.Tool.Description).Select(Words.Singular)];

    /// <summary>Parameters of which no column was found.</summary>
    public List<ToolParameter> Unbound { get; } = [];

    /// <summary>Columns of the row itself that parameters are compared with.</summary>
    public HashSet<ColumnModel> Bound { get; } = [];

    public IReadOnlyList<RowCondition> Find()
    {
        var conditions = new List<RowCondition>();
        foreach (var parameter in reading.Parameters.Where(p => p.Container is null && IsAsking(p)))
        {
            if (Of(parameter) is { } found)
            {
                conditions.Add(found);
                if (found is ParameterCondition { Path.IsOwn: true } own)
                {
                    Bound.Add(own.Path.Column);
                }
            }
            else
            {
                Unbound.Add(parameter);
            }
        }

        // A map is asked for an item by the one thing that has no other meaning.
        if (Unbound.Where(p => p.Required && p.Node.Kind is NodeKind.String or NodeKind.Integer).ToList() is [var single]
            && Name is { } name && !Bound.Contains(name) && !(scope.OwnRows.Count == 0 && NamesOther(single)))
        {
            conditions.Add(new SameAs(ColumnPath.Own(name), single, false));
            Bound.Add(name);
            Unbound.Remove(single);
        }

        return conditions;
    }

    /// <summary>Whether a parameter is credentials of the caller.</summary>
    public static bool IsToken(ToolParameter parameter) => parameter.Words[^1] == "token" && parameter.Node.Kind == NodeKind.String;

    /// <summary>Whether a parameter names the column that is told.</summary>
    public static bool IsField(ToolParameter parameter) =>
        parameter.Words[^1] is "field" or "attribute" or "column" or "property" && parameter.Node.Kind == NodeKind.String;

    /// <summary>Whether a parameter is the id of another thing than the rows.</summary>
    private bool NamesOther(ToolParameter parameter) => parameter.Words is [.., var thing, "id"] && !scope.Nouns.Contains(Words.Singular(thing));

    private ColumnModel? Name => scope.MapKey ?? scope.Group ?? (scope.Table.Form is not null && !scope.Single && !scope.Added.Contains(scope.Table.Key.Name)
        ? scope.Table.Key : null);

    private static bool IsAsking(ToolParameter parameter) => !IsToken(parameter) && !IsField(parameter)
        && parameter.Role is ParameterRole.Field or ParameterRole.From or ParameterRole.To or ParameterRole.Search;

    private RowCondition? Of(ToolParameter parameter)
    {
        List<string> words = [.. parameter.Words.Select(Words.Singular)];
        if (Searching.Contains(words[^1]) && _columns.Same(words) is null && parameter.Node.Kind is NodeKind.String or NodeKind.Array or NodeKind.Any)
        {
            var texts = Texts(parameter);
            return texts.Count == 0 ? null : new Mentions(texts, parameter, _described.Contains("word") && _described.Contains("all"));
        }

        return Bounded(parameter, words) ?? Compared(parameter, words);
    }

    /// <summary>The bound that a parameter sets, where its name says one.</summary>
    private ParameterCondition? Bounded(ToolParameter parameter, List<string> words)
    {
        var lower = parameter.Role == ParameterRole.From || (words.Count > 1 && (Lower.Contains(words[0]) || Lower.Contains(words[^1])));
        var upper = parameter.Role == ParameterRole.To || (words.Count > 1 && (Upper.Contains(words[0]) || Upper.Contains(words[^1])));
        if (lower == upper || parameter.Node.Kind is NodeKind.Boolean or NodeKind.Array or NodeKind.Object)
        {
            return null;
        }

        var named = _columns.Same(words);
        if (named is not null && !Spans.Any(_described.Contains) && Others(parameter) > 1)
        {
            return null;
        }

        var rest = words.Where(w => !Lower.Contains(w) && !Upper.Contains(w) && w is not "range").ToList();
        var numeric = parameter.Node.Kind is NodeKind.Integer or NodeKind.Number;
        var column = numeric ? rest.Count > 0 ? _columns.Own(rest) : null
            : _dates.All.FirstOrDefault(d => rest.Count > 0 && rest.TrueForAll(NounWords.Of(d.Name).Contains) && rest is not (["date"] or ["time"]))
                ?? (named is not null && _dates.End is { } end ? lower ? end : _dates.Begin : _dates.Begin);
        return column is null || !column.Scalar || column.Type == ColumnType.Boolean ? null
            : lower ? new AtLeast(ColumnPath.Own(column), parameter) : new AtMost(ColumnPath.Own(column), parameter);
    }

    private RowCondition? Compared(ToolParameter parameter, List<string> words)
    {
        var path = _columns.Find(words);
        if ((path is null || (path.IsOwn && !_dates.All.Contains(path.Column) && words[^1] is "date" or "day")) && words[^1] is "date" or "day" or "time"
            && _dates.Begin is { } begin)
        {
            return new OnDay(ColumnPath.Own(begin), parameter);
        }

        if (path is null)
        {
            return ListOf(parameter, words);
        }

        var (column, kind) = (path.Column, parameter.Node.Kind);
        if (column.Type == ColumnType.Array)
        {
            return kind is NodeKind.Array or NodeKind.Object ? null : new HasItem(path, parameter);
        }

        if (path.IsOwn && _dates.All.Contains(column) && kind == NodeKind.String)
        {
            return new OnDay(path, parameter);
        }

        if ((!column.Scalar && path.Members.Count == 0 && column.Type != ColumnType.Any) || (kind is NodeKind.Integer or NodeKind.Number && IsWording(path)))
        {
            return null;
        }

        var exact = words[^1] is not "name" && (Exact.Contains(words[^1]) || column == scope.Table.Key || column.Enum is not null
            || Exact.Contains(NounWords.Of(column.Name)[^1]));
        return reading.VerbClass == VerbClass.Search && !exact && kind == NodeKind.String && column.Textual && column.Semantic is not "status"
            ? new ContainsText(path, parameter)
            : new SameAs(path, parameter, !exact || Words.OfMember(column.Name)[^1] is "email");
    }

    /// <summary>Whether a column holds texts none of which is a number.</summary>
    private bool IsWording(ColumnPath path) => path is { IsOwn: true, Column.Textual: true } && scope.Values(path.Column) is { Count: > 0 } held
        && held.All(v => v.IsString && !decimal.TryParse(v.AsString, System.Globalization.CultureInfo.InvariantCulture, out _));

    /// <summary>A list of the row's that holds the argument: channels of a user, by the channel.</summary>
    private HasItem? ListOf(ToolParameter parameter, List<string> words) => parameter.Node.Kind is NodeKind.String or NodeKind.Integer
        && scope.Table.Columns.FirstOrDefault(c => c.Type == ColumnType.Array
            && (NounWords.Of(c.Name).Any(words.Contains) || (c.Name == "value" && scope.Nouns.Contains(words[^1])))) is { } list
            ? new HasItem(ColumnPath.Own(list), parameter) : null;

    private int Others(ToolParameter parameter) =>
        reading.Parameters.Count(p => p != parameter && IsAsking(p) && _columns.Same([.. p.Words.Select(Words.Singular)]) is not null);

    /// <summary>The columns that a search looks in: those that the name or a description says, else all texts of the row.</summary>
    private IReadOnlyList<ColumnModel> Texts(ToolParameter parameter)
    {
        var described = _described.Concat(Words.Split(parameter.Node.Description ?? "").Select(Words.Singular)).ToHashSet(StringComparer.Ordinal);
        var texts = scope.Table.Columns.Where(c => ColumnFinder.IsText(scope, c) && !scope.Added.Contains(c.Name)).ToList();
        if (noun.Tail.Count > 0 && texts.Where(c => NounWords.Of(c.Name) is var own && noun.Tail.Any(own.Contains)).ToList() is { Count: > 0 } named)
        {
            return named;
        }

        IReadOnlyList<string> wording = [.. Words.Split(parameter.Node.Description ?? "").Select(Words.Singular)];
        var said = texts.Where(c => NounWords.Of(c.Name) is var own && ((own.Count > 1 && Words.Find(wording, [.. own]) >= 0)
            || (own.Any(w => !scope.Nouns.Contains(w) && w is not ("id" or "name"))
                && own.Where(w => !scope.Nouns.Contains(w)) is var telling && telling.Count(described.Contains) * 2 >= telling.Count()
                && !own.SequenceEqual(noun.Head)))).ToList();
        var open = texts.Where(c => !Exact.Contains(NounWords.Of(c.Name)[^1]) && c.Enum is null && !_dates.All.Contains(c)).ToList();
        return said.Count > 0 ? said : open.Count > 0 ? open : texts;
    }
}
