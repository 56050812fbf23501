using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>
/// Which rows a list shows without being asked, and which an argument adds or leaves: "cancelled ones are left out unless you filter for them", "with
/// <c>available_only=true</c> only open shows", "include archived notes".
/// </summary>
internal sealed partial class ShownRows(ToolReading reading, TableModel table, IReadOnlyList<ColumnBinding> filters)
{
    private readonly RowPhrase _rows = new(table);
    private readonly List<RowCondition> _found = [];

    /// <summary>The conditions that the texts of a tool state beside its filters.</summary>
    public static IReadOnlyList<RowCondition> Of(ToolReading reading, TableModel table, IReadOnlyList<ColumnBinding> filters)
    {
        var reader = new ShownRows(reading, table, filters);
        if (!reading.Tool.DescriptionDerived)
        {
            foreach (var sentence in SentenceSplitter.Sentences(reading.Tool.Description))
            {
                reader.ReadOfTool(Wording.Of(sentence));
            }
        }

        foreach (var parameter in reading.Parameters.Where(p => p.Role is ParameterRole.Field or ParameterRole.Boilerplate && !p.InPath
            && filters.All(f => f.Parameter != p)))
        {
            if (FilterColumns.InEntries(table, parameter, c => c.Node) is var (column, member))
            {
                reader._found.Add(new HasEntry(ColumnPath.Own(column), member, parameter, reader.Some(column)));
                continue;
            }

            reader.ReadOfParameter(parameter);
        }

        return reader._found;
    }

    private void ReadOfTool(string words)
    {
        if (Lacking().Match(words) is { Success: true } lacking && Switch(lacking.Groups["when"].Value) is var (lacked, usual) && Rows(lacking) is { } bare)
        {
            _found.Add(new WhereAsked(lacked, lacked.Node.Kind == NodeKind.Boolean ? usual : Value.Null, false, bare));
        }
        else if (Leaving().Match(words) is { Success: true } left && Rows(left) is { } hidden)
        {
            Hide(hidden, left.Groups["when"].Value + left.Groups["yet"].Value);
        }
        else if (Asked().Match(words) is { Success: true } asked && Rows(asked) is { } wanted && Switch(asked.Groups["when"].Value) is var (on, value))
        {
            _found.Add(new WhereAsked(on, value, true, wanted));
        }
        else if (OnlyWith().Match(words) is { Success: true } only && Rows(only) is { } shown)
        {
            Hide(shown, only.Groups["when"].Value);
        }
        else if (Adding().Match(words) is { Success: true } adding && Rows(adding) is { } added && Switch(adding.Groups["when"].Value) is not null)
        {
            Hide(added, adding.Groups["when"].Value);
        }
        else if (Only().Match(words) is { Success: true } those && Rows(those) is { } alone)
        {
            Hide(RowStates.Opposite(alone), those.Groups["when"].Value);
        }
        else if (Bare().Match(words) is { Success: true } title && _rows.AreThose(title.Groups["things"].Value) && Named(title) is { } told)
        {
            Hide(RowStates.Opposite(told), "");
        }
    }

    /// <summary>The number of an entry that the description says there must be one of: "at least one free box of that size".</summary>
    private string? Some(ColumnModel column) => Least().Match(Wording.Of(reading.Tool.Description)) is { Success: true } least
        ? column.Node!.Items.Properties.FirstOrDefault(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number
            && Words.Split(p.Name).All(w => least.Groups["what"].Value.Split(' ').Contains(w)))?.Name
        : null;

    [GeneratedRegex(@"\b(?:at least one|one or more|some|any|an?) (?<what>(?:\w+\s){1,4})")]
    private static partial Regex Least();

    /// <summary>What an argument that filters by no column adds to the list or leaves of it.</summary>
    private void ReadOfParameter(ToolParameter parameter)
    {
        var flag = parameter.Node.Kind == NodeKind.Boolean;
        foreach (var words in SentenceSplitter.Sentences(parameter.Node.Description ?? "").Select(Wording.Of))
        {
            if (flag && Including().Match(words) is { Success: true } including && Rows(including) is { } added)
            {
                _found.Add(new WhereAsked(parameter, Value.True, false, RowStates.Opposite(added)));
                return;
            }

            if (flag && Excluding().Match(words) is { Success: true } excluding && Rows(excluding) is { } left)
            {
                _found.Add(new WhereAsked(parameter, Value.True, true, RowStates.Opposite(left)));
                return;
            }

            if (flag && Restricting().Match(words) is { Success: true } restricting && Rows(restricting) is { } alone)
            {
                _found.Add(new WhereAsked(parameter, Value.True, true, alone));
                return;
            }

            if (!flag && Without().IsMatch(words) && Held(parameter, words) is { } held)
            {
                _found.Add(new WhereAsked(parameter, Value.Null, true, new NotThat(held)));
                return;
            }
        }

        if (flag && _found.TrueForAll(c => c is not WhereAsked w || w.Parameter != parameter))
        {
            ReadName(parameter);
        }
    }

    /// <summary>The name alone: <c>include_archived</c>, <c>only_open</c>, <c>available_only</c>, <c>overdue</c>.</summary>
    private void ReadName(ToolParameter parameter)
    {
        var words = parameter.Words;
        if (words[0] is "include" or "with" or "show" or "including" or "included" or "includes" && _rows.Of([.. words.Skip(1)]) is { } hidden)
        {
            _found.Add(new WhereAsked(parameter, Value.True, false, RowStates.Opposite(hidden)));
        }
        else if (words[0] is "exclude" or "without" or "hide" or "skip" or "omit" or "no" && _rows.Of([.. words.Skip(1)]) is { } gone)
        {
            _found.Add(new WhereAsked(parameter, Value.True, true, RowStates.Opposite(gone)));
        }
        else if (_rows.Of([.. words.Where(w => w is not ("only" or "is" or "just"))]) is { } alone)
        {
            _found.Add(new WhereAsked(parameter, Value.True, true, alone));
        }
    }

    /// <summary>The list column, or the column, in which an argument's value may stand.</summary>
    private RowCondition? Held(ToolParameter parameter, string words)
    {
        var named = words.Split(' ').Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
        var lists = table.Columns.Where(c => c.Type == Environments.Schema.ColumnType.Array).ToList();
        var column = lists.Find(c => c.Words.All(w => named.Contains(Stems.Of(Words.Singular(w)))))
            ?? lists.Find(c => c.Node?.Items.Enum is { } values && parameter.Node.Enum is { } own && own.All(values.Contains));
        return column is not null ? new HasItem(ColumnPath.Own(column), parameter)
            : ColumnMatcher.Told(table, words, c => c.Scalar && (c.Type == ColumnTypes.Of(parameter.Node) || c.Textual)) is { } cell
            ? new SameAs(ColumnPath.Own(cell), parameter, true) : null;
    }

    /// <summary>The rows of a heading: those that it lists between brackets, else those that its words mean.</summary>
    private RowCondition? Named(Match match) => match.Groups["listed"] is { Success: true } listed ? _rows.Of(Split(listed.Value)) : Rows(match);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private RowCondition? Rows(Match match) => _rows.Of(Split(match.Groups["rows"].Value));

    /// <summary>Leaves rows out unless they are asked for: by the argument that the sentence names, else by one that speaks of them.</summary>
    private void Hide(RowCondition rows, string when)
    {
        var shown = RowStates.Opposite(rows);
        _found.Add(Switch(when) is var (on, value) ? new WhereAsked(on, on.Node.Kind == NodeKind.Boolean ? value : Value.Null, false, shown)
            : Filter(rows) is { } filter ? new WhereAsked(filter, Value.Null, false, shown)
            : Including(rows) is { } including ? new WhereAsked(including, Value.True, false, shown)
            : shown);
    }

    /// <summary>The argument that filters by the column that tells which rows are left out.</summary>
    private ToolParameter? Filter(RowCondition rows) => Column(rows) is { } column ? filters.FirstOrDefault(f => f.Column == column)?.Parameter : null;

    private ToolParameter? Including(RowCondition rows) => reading.Parameters.FirstOrDefault(p => p.Node.Kind == NodeKind.Boolean
        && p.Words[0] is "include" or "with" or "show" or "including" && _rows.Of([.. p.Words.Skip(1)]) is { } own && Column(own) == Column(rows));

    private static ColumnModel? Column(RowCondition rows) => rows switch
    {
        IsFixed of => of.Path.Column,
        Stands of => of.Path.Column,
        NotThat not => Column(not.Condition),
        EitherOf either => Column(either.Conditions[0]),
        _ => null,
    };

    /// <summary>The argument that a clause names, and the value that it speaks of.</summary>
    private (ToolParameter Parameter, Value Value)? Switch(string when)
    {
        var words = $" {when} ";
        var named = reading.Parameters.Where(p => words.Contains($" {string.Join(' ', p.Words)} ", StringComparison.Ordinal)).MaxBy(p => p.Words.Count);
        return named is null ? null : (named, words.Contains(" false ", StringComparison.Ordinal) ? Value.False : Value.True);
    }

    private const string Gone = "(?:not (?:be )?(?:included|returned|shown|listed|part of (?:the|this) list|in (?:the|this|our) \\w+|appear|there)|gone|absent|never (?:included|returned|shown|listed)|excluded|omitted|left (?:out|off|aside)|hidden|skipped|missing|filtered out|suppressed|dropped)";

    /// <summary>"Retired items are omitted unless asked for with status=retired", "the list leaves out cancelled ones".</summary>
    [GeneratedRegex($@"^(?:(?:by default|normally|usually|unless\s(?<when>[^,]+))\s(?:,\s)?)?(?:(?<rows>[^,]+?)\s(?:are|is|will be|get|stay|do|does)\s(?:by default\s|normally\s|usually\s)?{Gone}\s(?:(?:from|by|in) (?:the|this) (?:list|results?|answer|operation|call|endpoint|search|response)\s)?(?:by default\s|in the list\s)?|(?:[^,]*\s,\s)?(?:(?:it|this|the \w+|\w+ \w+|)\s?)(?:leaves out|leave out|omits|excludes|hides|skips|drops|omitting|excluding|leaving out|does not include|does not return|does not list|do not include|without)\s(?<rows>[^,]+?)\s(?:by default\s)?)(?:(?:,\s)?(?:unless|except (?:when|if|where)|if not)\s(?<when>.+))?(?:,\s(?:although|though|even though|yet|but)\s(?<yet>.+))?$")]
    private static partial Regex Leaving();

    /// <summary>"Without status, only open loans are returned", "without all the list holds only plans on sale".</summary>
    [GeneratedRegex(@"^(?:without|unless|if no|when no)\s(?<when>[^,]*?)\s(?:,\s)?(?:(?:the list|it|this)\s(?:holds|has|returns|shows|lists|gives|contains)\s)?only\s(?<rows>[^,]+?)\s(?:(?:are|is)\s(?:returned|listed|shown|included|told|given)\s)?$")]
    private static partial Regex Lacking();

    /// <summary>"Active bookings only (held and confirmed), in queue order": a heading that says which rows there are.</summary>
    [GeneratedRegex(@"^(?:only\s(?<rows>(?:[^,\s]+\s){1,3}(?<things>[^,\s]+))|(?<rows>(?:[^,\s]+\s){1,3}(?<things>[^,\s]+))\sonly)\s(?:,\s(?<listed>[^,]+?)\s)?(?:,\s.*)?$")]
    private static partial Regex Bare();

    /// <summary>"With bookable=true, you get planned courses", "say available_only=true to see just the open ones".</summary>
    [GeneratedRegex(@"^(?:(?:with|if|when|where|given|for|setting|pass|passing|send|set|say|use|using)\s(?<when>[^,]*?)\s(?:is (?:set|given|true)\s|are given\s)?(?:,\s|to\s)(?:only\s|then\s)?(?:you\s|the list\s|it\s)?(?:get|gets|see|list|lists|return|returns|show|shows|find|are|have|holds)?\s?(?:only\s|just\s|the\s)*(?<rows>.+?)\s(?:(?:are|is)\s(?:returned|listed|shown)\s)?)$")]
    private static partial Regex Asked();

    /// <summary>"Withdrawn dishes are shown only with all=true", "deceased patients appear only if include_deceased is set".</summary>
    [GeneratedRegex(@"^(?<rows>[^,]+?)\s(?:(?:are|is|will be)\s)?(?:(?:only\s)?(?:shown|listed|included|returned|visible|appear|appears|told)\s(?:only\s)?(?:with|if|when|where|on|by))\s(?<when>.+)$")]
    private static partial Regex OnlyWith();

    /// <summary>"Pass include_archived=true to see archived ones as well".</summary>
    [GeneratedRegex(@"^(?:(?:pass|send|set|say|use|add|with)\s(?<when>[^,]+?)\s(?:to\s|,\s)(?:include|also (?:see|get|list|return|include)|get|see|list|return)\s(?<rows>[^,]+?)\s(?:too|as well|also)?\s?|to (?:include|also see|also list|see|list)\s(?<rows>[^,]+?)\s(?:too\s|as well\s|also\s)?(?:,\s)?(?:pass|send|set|say|use|add)\s(?<when>.+))$")]
    private static partial Regex Adding();

    /// <summary>"Returns only active members by default", "only published posts are listed".</summary>
    [GeneratedRegex(@"^(?:by default\s(?:,\s)?)?(?:(?:it\s|this\s|the list\s)?(?:returns|lists|shows|gives|includes|holds|contains|tells|return|list|show)\s(?:only|just)\s(?<rows>[^,]+?)|only\s(?<rows>[^,]+?)\s(?:are|is)\s(?:returned|listed|shown|included|told|given))\s(?:by default\s)?(?:(?:,\s)?unless\s(?<when>.+))?$")]
    private static partial Regex Only();

    [GeneratedRegex(@"^(?:(?:if|when|set to|true to|true|whether to|set this to|pass)\s)*(?:true\s)?(?:,\s|to\s)?(?:also\s)?(?:include|includes|including|also (?:list|return|returns|show|shows|lists|get|see|tell|tells)|show)\s(?:also\s)?(?<rows>[^,]+?)\s(?:too\s|as well\s|also\s|in the (?:list|results?|answer)\s|(?:are|should be) (?:included|listed|shown)\s)?$")]
    private static partial Regex Including();

    [GeneratedRegex(@"^(?:(?:if|when|set to|true to|true|whether to)\s)*(?:true\s)?(?:,\s|to\s)?(?:exclude|excludes|leave out|leaves out|omit|omits|hide|hides|skip|skips)\s(?<rows>[^,]+?)\s$")]
    private static partial Regex Excluding();

    [GeneratedRegex(@"^(?:(?:if|when|set to|true to|true|whether to|set this to)\s)*(?:true\s)?(?:,\s|to\s|for\s|means\s)?(?:show|shows|return|returns|list|lists|get|gets|restrict|restricts|limit|limits|filter|filters|keep|keeps|see|find|select|selects)?\s?(?:the (?:list|results?)\s)?(?:to|for)?\s?(?:only|just|nothing but)\s(?:the\s|return\s|list\s|show\s|those\s)*(?<rows>.+?)\s(?:(?:are|is)\s(?:returned|listed|shown|included)\s)?$")]
    private static partial Regex Restricting();

    [GeneratedRegex(@"(?:^|\s)(?:leave out|leaves out|leaving out|exclude|excludes|excluding|without|omit|omits|do not (?:contain|have|include)|free of|free from|not containing|skip|skips)\s")]
    private static partial Regex Without();
}
