using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Decides what a read tells of the rows that it finds: a row, rows, some of their columns, or a figure.</summary>
internal sealed partial class AnswerFinder(QueryScope scope, ToolReading reading, ToolNoun noun, IReadOnlyList<RowCondition> conditions,
    IReadOnlySet<string> used, ListOrder? stated)
{
    private static readonly string[] Secret = ["password", "passwd", "secret", "passcode"];

    /// <summary>Last words of columns that are told to nobody who does not ask for them.</summary>
    private static readonly string[] Credentials = ["token", "pin", "hash", "salt", "cvv", "key"];

    /// <summary>Words of one thing that holds many.</summary>
    private static readonly string[] Collective = ["history", "log"];

    /// <summary>So many members of a declared result say that it names the columns one by one.</summary>
    private const int Many = 4;

    private const int MaxMark = 40;

    private readonly IReadOnlyList<string> _said = Words.Split(reading.Tool.Description);
    private readonly ColumnFinder _columns = new(scope);

    /// <summary>The order that the name asks for: the latest, the cheapest.</summary>
    public ListOrder? Order { get; private set; }

    public QueryAnswer Find()
    {
        var answer = Answered();
        return answer is RowAnswer or RowsAnswer && Message() is { } message ? answer with { Message = message } : answer;
    }

    /// <summary>The message that is documented as the result: "Orders retrieved successfully."</summary>
    private string? Message() => reading.Result.Kind == ResultKind.Unknown && reading.Returns.Description is { } described
        && MessagePattern().IsMatch(described) ? described : null;

    [GeneratedRegex(@"^[A-Z][^:{}\[\]\n]* (?:retrieved|found|fetched|loaded|completed|listed|obtained)(?: successfully)?[.!](?=\s|$)")]
    private static partial Regex MessagePattern();

    private QueryAnswer Answered()
    {
        if (reading.Parameters.FirstOrDefault(p => ConditionFinder.IsField(p)) is { } field)
        {
            return new ChosenAnswer(field, [.. scope.Table.Columns.Where(c => !scope.Added.Contains(c.Name))]);
        }

        if (Figure() is { } figure)
        {
            return figure;
        }

        Order = Extreme();
        var shown = Shown();
        var one = IsOne();
        var hidden = scope.Table.Columns.Where(c => !shown.Contains(c) && (IsSecret(c) || scope.Added.Contains(c.Name)
            || (one && c == scope.MapKey))).ToList();
        var members = reading.Result.Kind == ResultKind.Unknown ? [] : new MemberFinder(scope, shown).Of(reading.Result.Payload).ToList();
        var bare = shown.Count == 1 && !scope.Single || shown.Count == 1 && NounWords.Of(shown[0].Name).All(w => noun.Head.Contains(w));
        if (one)
        {
            return new RowAnswer(shown, hidden, bare) { Members = members, Unnamed = Unnamed(hidden) };
        }

        var rows = new RowsAnswer(shown, hidden, bare)
        {
            Members = members,
            Unnamed = Unnamed(hidden),
            Most = Most(),
            Limit = reading.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Limit),
            Named = shown.Count == 0 && reading.Result.Kind == ResultKind.Unknown ? scope.MapKey : null,
        };
        Order ??= stated ?? Recent();
        Order ??= rows.Most is not null || rows.Limit is not null ? ByDate() : null;
        return rows;
    }

    /// <summary>The one column that a declared result forgets, where it names all others: a short mark or number beside them.</summary>
    private IReadOnlyList<ColumnModel> Unnamed(List<ColumnModel> hidden)
    {
        if (reading.Result.Kind is not (ResultKind.Entity or ResultKind.Collection)
            || reading.Result.Payload is not { Kind: NodeKind.Object, Closed: false } item
            || item.Properties.Count < Many)
        {
            return [];
        }

        var named = item.Properties.Select(p => _columns.Own(NounWords.Of(p.Name))).ToList();
        return named.TrueForAll(c => c is not null)
            && scope.Table.Columns.Where(c => !hidden.Contains(c) && !named.Contains(c)).ToList() is [{ Scalar: true } only]
            && !Credentials.Contains(NounWords.Of(only.Name)[^1]) && scope.Values(only).All(v => !v.IsString || v.AsString.Length <= MaxMark) ? [only] : [];
    }

    /// <summary>Whether a column holds what no answer tells where nobody declared that it does.</summary>
    public static bool IsSecret(ColumnModel column) => Secret.Contains(NounWords.Of(column.Name)[^1]);

    /// <summary>"most recent first", where no column is named: when the thing came to be.</summary>
    private ListOrder? Recent() => RecentPattern().IsMatch(reading.Tool.Description + "\n" + reading.Returns.Description)
        && (new DatedColumns(scope).Begin ?? scope.Table.Columns.FirstOrDefault(scope.IsMonthFirst)) is { } begin ? new ListOrder(begin, true) : null;

    [GeneratedRegex(@"\b(?:newest|latest|(?:most )?recent)[\w ]{0,20}\s+first\b|\breverse chronological", RegexOptions.IgnoreCase)]
    private static partial Regex RecentPattern();

    /// <summary>The order of a list that is cut short where nothing else is said: what begins soonest, or what came last.</summary>
    private ListOrder? ByDate() => new DatedColumns(scope).Begin is { } begin
        ? new ListOrder(begin, !NounWords.Of(begin.Name).Any(w => w is "start" or "begin" or "due" or "departure"))
        : null;

    /// <summary>Whether the read is about one row.</summary>
    private bool IsOne()
    {
        if (scope.Single)
        {
            return true;
        }

        if (reading.Result.Kind is ResultKind.Entity or ResultKind.Scalar)
        {
            return true;
        }

        if (reading.Result.Kind == ResultKind.Collection || TellsList())
        {
            return false;
        }

        // A span of days or numbers, and a text to look for, are met by many.
        if (conditions.Any(c => c is AtLeast or AtMost or Mentions) && Order is null)
        {
            return false;
        }

        // What refers to the row above it, or by an id that many have, is one of many.
        if (conditions.OfType<SameAs>().Any(c => c.Path.IsOwn && c.Path.Column is var column && (column == scope.Group
            || (!scope.IsUnique(column)
                && (scope.Added.Contains(column.Name) || column.References is not null || NounWords.Of(column.Name)[^1] is "id")))))
        {
            return false;
        }

        var many = noun.Plural || reading.Said.Any(Collective.Contains);
        var keyed = conditions.OfType<SameAs>().Any(c => c.Path.IsOwn && c.Parameter.Node.Kind != NodeKind.Array && IsDemanded(c)
            && scope.IsUnique(c.Path.Column) && (!many || IsOwnName(c.Path.Column)));
        return keyed || (Order is not null && !many)
            || (!many && (reading.VerbClass is not (VerbClass.List or VerbClass.Search) || reading.Verb is "find")
                && conditions.Any(c => c is ParameterCondition { Parameter.Required: true }));
    }

    /// <summary>Whether a column names the rows themselves, and nothing else that may have many of them.</summary>
    private bool IsOwnName(ColumnModel column) => column.References is null
        && NounWords.Of(column.Name).All(w => w is "id" or "key" or "code" or "number" or "name" || scope.Nouns.Contains(w));

    private bool IsDemanded(SameAs condition) => condition.Parameter.Required || reading.Parameters.Count(p => p.Role == ParameterRole.Field) == 1;

    private bool TellsList()
    {
        var told = Words.Split(reading.Returns.Description ?? "");
        return told.Contains("list") || told.Contains("array") || (told.Count > 0 && told[0] == "list") || noun.Head.Contains("list")
            || (noun.Plural && AllPattern().Match(reading.Tool.Description) is { Success: true } all
                && NounWords.Of(all.Groups[1].Value).Any(noun.Head.TakeLast(1).Contains))
            || Words.Find(_said, ["list", "of"]) >= 0 || Words.Find(_said, ["all", "the"]) >= 0 || reading.VerbClass is VerbClass.List;
    }

    [GeneratedRegex(@"\ball ((?:\w+ ){0,4}\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex AllPattern();

    /// <summary>The columns that the name asks for; none where it asks for the rows.</summary>
    private IReadOnlyList<ColumnModel> Shown()
    {
        if (scope.MapKey is null && scope.Table.Columns.Where(c => !scope.Added.Contains(c.Name)).ToList() is [var only])
        {
            // The rows are plain values.
            return [only];
        }

        var head = noun.Head.Where(w => !used.Contains(w) && !NounWords.IsAsking(w)).ToList();
        if (scope.Single)
        {
            var asked = NounWords.Speaking(head).Where(w => !NounWords.IsGeneral(w)).ToList();
            if (noun.Head.Any(w => w is "login" or "authentication") && MemberFinder.SignedIn(scope.Table.Columns) is { } session)
            {
                return [session];
            }

            var whole = scope.Table.Columns.Where(c => NounWords.Of(c.Name).SequenceEqual(head)).ToList();
            if (whole.Count == 0 && noun.Head.Any(w => w is "status" or "state") && asked.Count > 0)
            {
                // How a thing is, is told with all that says so.
                asked.Add("status");
            }

            return whole.Count > 0 ? whole
                : [.. scope.Table.Columns.Where(c => !scope.Added.Contains(c.Name) && NounWords.Of(c.Name).Any(asked.Contains))];
        }

        if (reading.Said.Contains("to") && noun.Head is [var given] && conditions.Count > 0 && reading.Parameters.Any(p => p.Name == given)
            && noun.Tail.Select(w => _columns.Same([w])).ToList() is { Count: > 0 } made && made.TrueForAll(c => c is not null))
        {
            // "address_to_position" tells the position of an address.
            return [.. made.Select(c => c!)];
        }

        if (IsPair && scope.MapKey is { } name && NounWords.Speaking(head).SequenceEqual(NounWords.Of(name.Name)) && conditions.Count > 0
            && conditions.All(c => c is HasItem))
        {
            return [name];
        }

        if (IsPair && PairOf(head) is { } half)
        {
            return [half];
        }

        if (head.Count > 0 && head[^1] == "id" && (_columns.Own([.. head]) ?? _columns.Own(["id"])) is { } key)
        {
            return [key];
        }

        // What is asked for stands last: the tickets of a user are tickets, the balance of a user is a balance.
        List<string> rest = head.Count == 0 || scope.Nouns.Contains(head[^1]) ? []
            : [.. head.Where(w => !scope.Nouns.Contains(w) && !NounWords.IsGeneral(w))];
        if (rest.Count > 0 && !rest.TrueForAll(w => NounWords.IsTold(w, ColumnWords)) && (_columns.Same(rest) ?? Containing(rest)) is { } column)
        {
            return [column];
        }

        return IsPair && reading.VerbClass != VerbClass.List && !noun.Plural ? [scope.Table.Columns.First(c => c != scope.Table.Key)] : [];
    }

    private HashSet<string> ColumnWords => field ??= scope.Table.Columns.SelectMany(c => NounWords.Of(c.Name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a row is a name and one value.</summary>
    private bool IsPair => scope.Table.Columns.Count == 2 && scope.MapKey is not null;

    /// <summary>Which half of names with one value each is asked for: what a name leads to, or the names where they lead to ids alone.</summary>
    private ColumnModel? PairOf(List<string> head)
    {
        var value = scope.Table.Columns.First(c => c != scope.MapKey);
        return conditions.OfType<SameAs>().Any(c => c.Path.IsOwn && c.Path.Column == scope.MapKey) ? value
            : noun.Plural && !head.Contains("id") && reading.Result is { Kind: ResultKind.Collection, Payload.Scalar: true } && HoldsIds(value) ? scope.MapKey
            : null;
    }

    private bool HoldsIds(ColumnModel column) => scope.IsUnique(column)
        && scope.Values(column).All(v => v.IsNumber || (v.IsString && v.AsString.Any(char.IsAsciiDigit)));

    private ColumnModel? Containing(List<string> words) =>
        scope.Table.Columns.Where(c => words.TrueForAll(NounWords.Of(c.Name).Contains)).ToList() is [var only] ? only : null;

    /// <summary>"latest", "cheapest", "most expensive": the order in which the first row is the one.</summary>
    private ListOrder? Extreme()
    {
        var dates = new DatedColumns(scope);
        var money = scope.Table.Columns.FirstOrDefault(c => c.Numeric && c.Semantic == "money");
        foreach (var word in reading.Said)
        {
            var (column, descending) = word switch
            {
                "latest" or "recent" or "newest" or "last" => (dates.Begin, true),
                "earliest" or "oldest" or "first" or "next" or "upcoming" => (dates.Begin, false),
                "expensive" => (money, true),
                "cheapest" => (money, false),
                _ => (null, false),
            };
            if (column is not null)
            {
                return new ListOrder(column, descending);
            }
        }

        return null;
    }

    private int? Most() => AtMostPattern().Match(reading.Tool.Description + " " + reading.Returns.Description) is { Success: true } match
        ? int.Parse(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"\b(?:at most|up to|maximum of|max(?:imum)?|first|top|returning(?: the)?|limited to) (\d{1,3})\b|\b(\d{1,3}) most recent", RegexOptions.IgnoreCase)]
    private static partial Regex AtMostPattern();

    private FigureAnswer? Figure()
    {
        var whole = reading.Result.Kind is ResultKind.Unknown or ResultKind.Scalar
            || (reading.Result.Kind == ResultKind.Entity
                && reading.Result.Payload.Properties.Count(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number) == 1
                && reading.Result.Payload.Properties.Count <= 2);
        if (!whole || scope.Single)
        {
            return null;
        }

        var words = reading.Said;
        List<string> rest = [.. noun.Head.Where(w => !NounWords.IsAsking(w) && !NounWords.IsGeneral(w) && !used.Contains(w))];
        if (words.Contains("count") || reading.VerbClass == VerbClass.Count || (words.Contains("number") && _said.Contains("number") && rest.Count > 0))
        {
            return Told(AggregateKind.Count, null);
        }

        var kind = words.Contains("average") || words.Contains("mean") ? AggregateKind.Average
            : words.Contains("sum") || words.Contains("total") ? AggregateKind.Sum : (AggregateKind?)null;
        return kind is { } figure && (Numbers(rest) ?? Numbers([.. rest.Skip(1)]) ?? Numbers([.. rest.TakeLast(1)])) is { } column
            ? Told(figure, column) : null;
    }

    private ColumnModel? Numbers(List<string> words) => words.Count == 0 ? null
        : scope.Table.Columns.FirstOrDefault(c => words.TrueForAll(NounWords.Of(c.Name).Contains) && (c.Numeric
            || (c.Textual && scope.Values(c) is { Count: > 0 } held
                && held.All(v => v.IsString && double.TryParse(v.AsString, System.Globalization.CultureInfo.InvariantCulture, out _)))));

    private FigureAnswer Told(AggregateKind kind, ColumnModel? column)
    {
        var told = Words.Split(reading.Returns.Description ?? "");
        var day = conditions.FirstOrDefault(c => c is AtLeast or AtMost) is ParameterCondition { Path: { IsOwn: true } path }
            && (told.Contains("dict") || told.Contains("dictionary") || told.Contains("daily") || Words.Find(told, ["per", "day"]) >= 0
                || Words.Find(_said, ["per", "day"]) >= 0 || Words.Find(_said, ["by", "day"]) >= 0) ? path.Column : null;
        return new FigureAnswer(kind, column, day, day is null ? [] : [.. conditions.Where(c => c is not (AtLeast or AtMost))]);
    }
}
