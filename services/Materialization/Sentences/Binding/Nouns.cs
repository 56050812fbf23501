using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Finds what the noun phrases of sentences mean among tables, columns, states and parameters.</summary>
internal static class Nouns
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "number", "of", "amount", "current", "the", "a", "an", "its", "their", "new", "same", "given", "specified", "respective", "own", "asked", "for", "s", "value",
        "field", "is", "all", "any", "existing", "requested", "to", "this", "that", "old", "present", "previous",
    };

    /// <summary>Words that only say that something is there to be taken.</summary>
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "left", "available", "remaining", "free", "stock", "remain", "spare" };

    /// <summary>The table whose rows a phrase names by their own noun: "the assigned tickets" are rows of tickets.</summary>
    public static TableModel? Table(IEnumerable<TableModel> tables, string phrase)
    {
        var words = Words.Split(phrase).Select(Words.Singular).ToList();
        return tables.Where(t => Ends(words, t.Singular)).MaxBy(t => t.Singular.Length)
            ?? tables.FirstOrDefault(t => words.Count > 0 && t.Singular.Split('_')[^1] == words[^1]);
    }

    /// <summary>Whether a phrase can stand for a row of the table: by its noun, or as "it".</summary>
    public static bool IsRowOf(TableModel table, string phrase) =>
        phrase is "it" or "they" or "this" or "record" or "resource" or "item" or "entity" or "object" || Table([table], phrase) is not null;

    /// <summary>The column of a phrase: by its words, then by the part that it plays, where only one column plays it.</summary>
    public static ColumnModel? Column(TableModel table, string phrase, Func<ColumnModel, bool> fits)
    {
        var all = Words.Split(phrase).Where(w => !Fillers.Contains(w)).ToList();
        var words = all.Select(Words.Singular).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var own = table.Singular.Split('_');
        var bare = words.Count > own.Length && words.Take(own.Length).SequenceEqual(own) ? words.Skip(own.Length).ToList() : words;
        var named = Words.Split(phrase).Where(w => w is not ("the" or "a" or "an" or "of" or "its" or "their") && w != own[^1]).ToList();
        if (named.Count > 1 && ColumnMatcher.Exact(table, named) is { } full && fits(full))
        {
            return full;
        }

        if ((ColumnMatcher.Match(table, all) ?? ColumnMatcher.Match(table, bare)) is { } exact && fits(exact))
        {
            return exact;
        }

        var columns = table.Columns.Where(fits).ToList();
        return columns.Find(c => Singulars(c) is var own && own.Count > 1 && Units.Are(own[^1]) && own.SkipLast(1).All(bare.Contains)) is { } measured
                ? measured
            : columns.Find(c => bare.TrueForAll(w => Singulars(c).Contains(w))) is { } wider ? wider
            : words.FindAll(w => w != own[^1]) is { Count: > 0 } others && others.Count < words.Count && !others.Exists(Free.Contains)
                && ColumnMatcher.Match(table, others) is { } owned && fits(owned) ? owned
            : !bare.Exists(Free.Contains) && columns.Find(c => Singulars(c).Count > 0 && Singulars(c).TrueForAll(bare.Contains)) is { } part ? part
            : ByRole(table, columns, bare);
    }

    /// <summary>The parameter of a phrase, in the same way.</summary>
    public static ToolParameter? Parameter(IEnumerable<ToolParameter> parameters, string phrase)
    {
        var words = Words.Split(phrase).Where(w => !Fillers.Contains(w)).Select(Words.Singular).ToList();
        var all = parameters.ToList();
        return words.Count == 0 ? null
            : all.Find(p => p.Words.Select(Words.Singular).SequenceEqual(words))
            ?? all.Find(p => p.Words.Select(Words.Singular).Where(w => w is not "id").SequenceEqual(words))
            ?? all.Find(p => words.TrueForAll(w => p.Words.Select(Words.Singular).Contains(w)))
            ?? all.Find(p => p.Words.Count > 0 && p.Words.Select(Words.Singular).All(words.Contains));
    }

    /// <summary>The parameter that says how many or how much a call asks for; null where it is about one.</summary>
    public static ToolParameter? Asked(IReadOnlyList<ToolParameter> parameters, string have)
    {
        var counted = Words.Split(have).Select(Words.Singular).ToHashSet(StringComparer.Ordinal);
        var numbers = parameters.Where(p => p.Node.Kind is NodeKind.Integer or NodeKind.Number).ToList();
        return numbers.Find(p => p.Words.Select(Words.Singular).Any(counted.Contains))
            ?? numbers.Find(p => AsksPlainly(p) && (ColumnRoles.IsQuantity(p.Name, p.Node.Kind) || ColumnRoles.IsMoney(p.Name, p.Node.Kind)));
    }

    /// <summary>Whether a parameter counts no things of its own: <c>quantity</c> and <c>passengers</c>, and not <c>checked_bags</c>.</summary>
    private static bool AsksPlainly(ToolParameter parameter) =>
        parameter.Words.Count == 1 || parameter.Words.Any(w => w is "quantity" or "amount" or "count" or "number");

    /// <summary>The value of a column that the words name, or null: "in progress" is <c>IN_PROGRESS</c>.</summary>
    public static Value? State(ColumnModel column, string words)
    {
        var name = Words.Snake(words);
        return column.Enum?.Where(v => v.IsString).FirstOrDefault(v => Words.Snake(v.AsString) is var own
            && (own == name || own.Replace("_", "", StringComparison.Ordinal) == name.Replace("_", "", StringComparison.Ordinal) || own == Words.Singular(name)
                || own.Replace("cancell", "cancel", StringComparison.Ordinal) == name.Replace("cancell", "cancel", StringComparison.Ordinal))) is { IsNull: false } found
                ? found : default(Value?);
    }

    /// <summary>Words for states by the part that they play in a life: what is open has just begun, what is over has ended.</summary>
    private static readonly HashSet<string> Begun = new(StringComparer.Ordinal) { "open", "undecided", "unprocessed", "outstanding", "unanswered" };

    private static readonly HashSet<string> Over = new(StringComparer.Ordinal) { "over", "ended", "finished", "past", "closed", "concluded" };

    /// <summary>The values of a column that the words name: one of this name, or those that play the part that the words stand for.</summary>
    public static IReadOnlyList<Value> States(ColumnModel column, string words) => State(column, words) is { } named ? [named]
        : column.LifeCycle is not { } life ? []
        : Begun.Contains(words) ? [life.Initial]
        : Over.Contains(words) ? [.. column.Enum!.Where(v => LifeCycles.IsFinal(v))]
        : [];

    /// <summary>The column that counts acts: "renewed" is counted by <c>renewals</c>, "times renewed" too.</summary>
    public static ColumnModel? Counter(TableModel table, string acts)
    {
        var stems = Words.Split(acts).Where(w => w.Length > 4).Select(w => w[..5]).ToList();
        return table.Columns.FirstOrDefault(c => c.Type == ColumnType.Integer && c != table.Key && c.References is null
            && c.Words.Any(w => w.Length > 4 && stems.Contains(w[..5])));
    }

    /// <summary>Whether a phrase names what stands before the call: "the old one", "the current due date".</summary>
    public static bool IsPresent(string phrase) => phrase.Split(' ').Any(w => w is "old" or "current" or "present" or "previous" or "existing" or "original");

    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["online"] = "offline",
        ["offline"] = "online",
        ["enabled"] = "disabled",
        ["disabled"] = "enabled",
        ["visible"] = "hidden",
        ["hidden"] = "visible",
        ["public"] = "private",
        ["open"] = "closed",
        ["connected"] = "disconnected",
        ["on"] = "off",
        ["present"] = "absent",
    };

    /// <summary>The yes-or-no column that the words name, with the value that they mean.</summary>
    public static (ColumnModel Column, bool Value)? Flag(TableModel table, string words)
    {
        var name = Words.Snake(words);
        foreach (var column in table.Columns.Where(c => c.Type == ColumnType.Boolean))
        {
            var own = Words.Snake(column.Name);
            own = own.Split('_') is ["is" or "has", .. var rest] ? string.Join('_', rest) : own;
            if (own == name || own == $"{name}d" || $"{own}d" == name)
            {
                return (column, true);
            }

            if (name == $"un{own}" || name == $"in{own}" || name == $"not_{own}" || (Opposites.TryGetValue(own, out var opposite) && opposite == name))
            {
                return (column, false);
            }
        }

        return null;
    }

    /// <summary>The column that tells when a row came into a state: <c>returned_at</c>, empty until then.</summary>
    public static ColumnModel? Mark(TableModel table, string words) => table.Columns.FirstOrDefault(c => c.Textual && c.Nullable
        && Words.Snake(c.Name) is var own && Words.Snake(words) is var name && (own == $"{name}_at" || own == $"{name}_on" || own == $"{name}_date" || own == $"date_{name}"));

    /// <summary>Whether a phrase speaks of what is there to be taken.</summary>
    public static bool IsFree(string phrase) => Words.Split(phrase).Any(Free.Contains);

    /// <summary>"repeats left" are repeats where nothing counts what is left of them; null where the phrase says nothing of the kind.</summary>
    public static string? WithoutFree(string phrase)
    {
        var words = Words.Split(phrase);
        return words.Any(Free.Contains) && words.Any(w => !Free.Contains(w) && !Fillers.Contains(w))
            ? string.Join(' ', words.Where(w => !Free.Contains(w))) : null;
    }

    public static ColumnRole Role(string phrase, string owner)
    {
        var words = Words.Split(phrase).Where(w => !Fillers.Contains(w)).ToList();
        return words.Count == 0 ? ColumnRole.None
            : words.Exists(w => w is "balance" or "funds" or "fund" or "credit" or "credits" or "wallet" or "money") ? ColumnRole.Balance
            : words.Exists(Free.Contains) || words[^1] is "inventory" ? ColumnRole.Stock
            : words[^1] is "capacity" or "places" ? ColumnRole.Capacity
            : ColumnRoles.Of(Words.Snake(words), NodeKind.Integer, owner);
    }

    private static ColumnModel? ByRole(TableModel table, List<ColumnModel> columns, List<string> words)
    {
        var role = Role(string.Join(' ', words), table.Singular);
        if (role == ColumnRole.None)
        {
            return null;
        }

        var playing = columns.Where(c => ColumnRoles.Of(c.Name, NodeKind.Number, table.Singular) == role
            || (role == ColumnRole.Stock && words.Exists(Singulars(c).Contains) && c.Words.Any(Free.Contains))).ToList();
        return playing.Count == 1 ? playing[0] : playing.Find(c => words.Exists(Singulars(c).Contains));
    }

    private static List<string> Singulars(ColumnModel column) => [.. column.Words.Select(Words.Singular).Where(w => w is not "id" and not "at")];

    private static bool Ends(List<string> words, string singular)
    {
        var own = singular.Split('_');
        return words.Count >= own.Length && words.TakeLast(own.Length).SequenceEqual(own);
    }
}
