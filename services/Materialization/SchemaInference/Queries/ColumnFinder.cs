using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Finds the column that words mean: of the row itself, inside an object that it holds, or of a row that it leads to.
/// </summary>
internal sealed class ColumnFinder(QueryScope scope)
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["receiver"] = "recipient",
        ["to"] = "recipient",
        ["addressee"] = "recipient",
        ["from"] = "sender",
        ["author"] = "sender",
        ["content"] = "body",
        ["message"] = "body",
        ["text"] = "body",
        ["subject"] = "title",
        ["topic"] = "title",
        ["headline"] = "title",
        ["qty"] = "quantity",
        ["mail"] = "email",
        ["mobile"] = "phone",
        ["telephone"] = "phone",
        ["cost"] = "price",
        ["day"] = "date",
        ["zipcode"] = "zip",
        ["kind"] = "type",
        ["begin"] = "start",
        ["finish"] = "end",
    };

    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal) { "new", "specific", "given", "target", "desired", "filter", "by", "the" };

    /// <summary>The path that the words of a parameter or member mean, or null.</summary>
    public ColumnPath? Find(IReadOnlyList<string> name)
    {
        IReadOnlyList<string> words = [.. name.Select(Words.Singular).Where(w => !Qualifiers.Contains(w))];
        return words.Count == 0 ? null : Own(words) is { } own ? ColumnPath.Own(own) : Inside(words) ?? Beyond(words);
    }

    /// <summary>The row's own column that the words mean, or null.</summary>
    public ColumnModel? Own(IReadOnlyList<string> words) =>
        Group(words) ?? Same(words) ?? Alike(words) ?? Place(words) ?? WithoutNoun(words) ?? Key(words) ?? Containing(words);

    /// <summary>The name of a group of rows, where rows stand in a map of lists: the name of a scene is not that of one of its devices.</summary>
    private ColumnModel? Group(IReadOnlyList<string> words) => words is not (["name"] or ["id"]) ? null
        : scope.Table.Columns.FirstOrDefault(c => scope.Added.Contains(c.Name) && c != scope.Table.Key
            && NounWords.Of(c.Name) is { Count: > 1 } own && own[^1] == "id" && own.SkipLast(1).All(NounWords.Of(scope.Table.Name).Contains));

    /// <summary>The name under which a row stands in a map, or by which it refers to the row above it.</summary>
    private ColumnModel? Place(IReadOnlyList<string> words)
    {
        List<string> asked = [.. words.Where(w => w is not ("name" or "id" or "key" or "number" or "code"))];
        return asked.Count == 0 ? null : scope.Table.Columns.FirstOrDefault(c => (c == scope.MapKey || scope.Added.Contains(c.Name))
            && NounWords.Of(c.Name) is { Count: > 0 } own && (own[^1] is "id" ? own.SkipLast(1).ToList() : own) is var named
            && named.Count > 0 && asked.TrueForAll(named.Contains) && (named[^1] == asked[^1] || NounWords.IsGeneral(named[^1])));
    }

    /// <summary>The column of exactly these words.</summary>
    public ColumnModel? Same(IReadOnlyList<string> words) => scope.Table.Columns.FirstOrDefault(c => NounWords.Of(c.Name).SequenceEqual(words));

    private ColumnModel? Alike(IReadOnlyList<string> words)
    {
        if (words is ["dob"])
        {
            return Containing(["date", "birth"]);
        }

        var canonical = words.Select(Canonical).ToList();
        var found = scope.Table.Columns.Where(c => NounWords.Of(c.Name).Select(Canonical).SequenceEqual(canonical)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The name without the table's own noun in front, and the noun in front of the name: event_name and name.</summary>
    private ColumnModel? WithoutNoun(IReadOnlyList<string> words)
    {
        if (words.Count > 1 && scope.Nouns.Contains(words[0]) && Same([.. words.Skip(1)]) is { } plain)
        {
            return plain;
        }

        var found = scope.Table.Columns.Where(c => NounWords.Of(c.Name) is { Count: > 1 } own && scope.Nouns.Contains(own[0])
            && own.Skip(1).Select(Canonical).SequenceEqual(words.Select(Canonical))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The key, by the table's noun alone or with a word that says a key.</summary>
    private ColumnModel? Key(IReadOnlyList<string> words)
    {
        var (noun, says) = words[^1] is "id" or "key" or "number" or "code" or "identifier" or "uuid" ? (words.SkipLast(1).ToList(), true)
            : ([.. words], false);
        if (scope.Single || (noun.Count > 0 && !noun.All(scope.Nouns.Contains)))
        {
            return null;
        }

        return says ? scope.Table.Columns.FirstOrDefault(c => NounWords.Of(c.Name) is ["id"])
            ?? (scope.Added.Contains(scope.Table.Key.Name) ? null : scope.Table.Key)
            : null;
    }

    /// <summary>The one column that says more than the words, or less.</summary>
    private ColumnModel? Containing(IReadOnlyList<string> words)
    {
        var more = scope.Table.Columns.Where(c => words.All(NounWords.Of(c.Name).Contains)).ToList();
        if (more.Count == 1)
        {
            return more[0];
        }

        var less = more.Count > 0 || words.Count < 2 ? []
            : scope.Table.Columns.Where(c => NounWords.Of(c.Name) is { } own && own.All(words.Contains) && own[^1] == words[^1]
                && own[^1] is not ("id" or "name"))
                .ToList();
        return less.Count == 1 ? less[0] : null;
    }

    /// <summary>A member of an object that the row holds: the city of an address.</summary>
    private ColumnPath? Inside(IReadOnlyList<string> words)
    {
        foreach (var column in scope.Table.Columns.Where(c => c.Type == ColumnType.Object))
        {
            var member = scope.Values(column).Where(v => v.IsObject).SelectMany(v => v.AsObject).Where(m => !m.Value.IsArray && !m.Value.IsObject)
                .Select(m => m.Key).Distinct(StringComparer.Ordinal)
                .FirstOrDefault(m => NounWords.Of(m) is var own && (own.SequenceEqual(words) || NounWords.Of(column.Name).Concat(own).SequenceEqual(words)));
            if (member is not null)
            {
                return new ColumnPath([], column) { Members = [member] };
            }
        }

        return null;
    }

    /// <summary>A column of a row that the row leads to: sender_name by sender_id, city by the parent.</summary>
    private ColumnPath? Beyond(IReadOnlyList<string> words)
    {
        foreach (var (hop, target) in scope.Hops)
        {
            var role = NounWords.Of(hop.From.Name).Where(w => w is not ("id" or "key" or "number" or "code")).ToList();
            var other = scope.On(target);
            var finder = new ColumnFinder(other);
            if (words.Count > role.Count && role.Count > 0 && words.Take(role.Count).SequenceEqual(role)
                && (finder.Same([.. words.Skip(role.Count)]) ?? Named(other, [.. words.Skip(role.Count)])) is { } told)
            {
                return new ColumnPath([hop], told);
            }

            if (words.SequenceEqual(role) && Named(other, ["name"]) is { } label)
            {
                return new ColumnPath([hop], label);
            }
        }

        return scope.Hops.Select(h => (h.Hop, Column: new ColumnFinder(scope.On(h.Target)).Near(words)))
            .Where(h => h.Column is not null).Select(h => new ColumnPath([h.Hop], h.Column!)).FirstOrDefault();
    }

    /// <summary>The column that the words mean where they may speak of many tables: of the same words, or with the noun in front.</summary>
    private ColumnModel? Near(IReadOnlyList<string> words) => Same(words) ?? (words.Count > 1 ? WithoutNoun(words) ?? PersonName(words) : null);

    private ColumnModel? PersonName(IReadOnlyList<string> words) =>
        words is [var person, "name"] && QueryScope.IsPerson(person) && scope.Nouns.Any(QueryScope.IsPerson) ? Named(scope, ["name"]) : null;

    /// <summary>The column by which people name a row: its name, or the name under which it stands in a map.</summary>
    private static ColumnModel? Named(QueryScope scope, IReadOnlyList<string> words) =>
        words is ["name"] ? new ColumnFinder(scope).Same(words) ?? scope.MapKey ?? scope.Table.Label : null;

    private static string Canonical(string word) => Synonyms.GetValueOrDefault(word, word);

    /// <summary>Whether a column holds texts.</summary>
    public static bool IsText(QueryScope scope, ColumnModel column) =>
        column.Textual || (column.Type == ColumnType.Any && scope.Values(column).Any(v => v.Kind == ValueKind.String));
}
