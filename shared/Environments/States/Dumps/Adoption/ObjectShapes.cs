using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>
/// Tells objects whose names are data (a map from key to row, or from key to value) from those whose names are fields. Names are data where the items hold
/// them, where they look like no name of a field, where the dump has them as texts elsewhere, where each leads to an id, or where no two objects of one
/// place share them. Items that are alike are rows of one table whatever their names are.
/// </summary>
/// <param name="texts">Every text of the dump that is a value.</param>
/// <param name="owners">The columns in which the keys of a map may stand as values.</param>
internal sealed class ObjectShapes(IReadOnlySet<string> texts, KeyOwners owners)
{
    private const int Depth = 3;

    /// <summary>The form of the objects that stand in one place of a dump. Null if their names are fields.</summary>
    public DumpForm? FormOf(string member, IReadOnlyList<ObjectValue> objects)
    {
        List<KeyValuePair<string, Value>> entries = [.. objects.SelectMany(o => o)];
        var names = entries.Select(e => e.Key).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        List<ObjectValue> items = [.. entries.Where(e => e.Value.IsObject).Select(e => e.Value.AsObject)];
        if (items.Count == entries.Count && HeldKey(entries) is { } held)
        {
            return new MapForm(member, held, true);
        }

        if (!AreData(member, objects, entries, names))
        {
            return null;
        }

        var wanted = owners.NameOf(names);
        // A map of maps has a row for each name, and the maps are tables inside these rows.
        return items.Count < entries.Count || FormOf("", items) is not null
            ? new PairsForm(member, DumpReader.KeyColumn(member, [new ObjectValue([DumpForm.PlainColumn], [Value.Null])], wanted))
            : new MapForm(member, DumpReader.KeyColumn(member, items, wanted), false);
    }

    private bool AreData(string member, IReadOnlyList<ObjectValue> objects, List<KeyValuePair<string, Value>> entries, List<string> names)
    {
        if (!AreOfOneKind(entries.Select(e => e.Value)))
        {
            return false;
        }

        var nested = entries.TrueForAll(e => e.Value.IsObject)
            || entries.Exists(e => e.Value.IsArray && e.Value.AsArray.Length > 0 && e.Value.AsArray[0].IsObject);
        var alike = nested && AreAlike([.. entries.Select(e => e.Value)]);
        if (nested && !alike)
        {
            return false;
        }

        // Names that stand in object after object are fields, however alike what stands under them is.
        var shared = objects.Count > 1 && 2 * names.Count <= entries.Count;
        return shared ? AreNoNames(names)
            : LookLikeData(names) || AreDisjoint(objects, names) || IsIndex(member) || LeadToIds(entries) || (alike && (names.Count > 1 || IsPlural(member)));
    }

    /// <summary>Whether a member's name says that its own names are data: <c>user_map</c>, <c>price_index</c>.</summary>
    private static bool IsIndex(string member) => Words.Split(member) is { Count: > 1 } words
        && words[^1] is "map" or "mapping" or "index" or "lookup" or "dict" or "dictionary";

    /// <summary>Whether what stands under the names is an id each: texts of one pattern that begin with a letter, none of them twice.</summary>
    private static bool LeadToIds(List<KeyValuePair<string, Value>> entries) => entries.Count > 1
        && entries.TrueForAll(e => e.Value.IsString && e.Value.AsString is { Length: > 1 } text && char.IsAsciiLetter(text[0]) && char.IsAsciiDigit(text[^1]))
        && entries.Select(e => PatternOf(e.Value.AsString)).Distinct(StringComparer.Ordinal).Count() == 1
        && entries.Select(e => e.Value.AsString).Distinct(StringComparer.Ordinal).Count() == entries.Count;

    /// <summary>A text with every digit as 0: <c>USR001</c> and <c>USR002</c> are of one pattern.</summary>
    private static string PatternOf(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? '0' : c));

    private bool LookLikeData(IReadOnlyList<string> names) => AreNoNames(names) || (names.Count > 1 && 2 * names.Count(texts.Contains) >= names.Count);

    private static bool AreNoNames(IReadOnlyList<string> names) => 2 * names.Count(n => n.Any(c => !char.IsAsciiLetter(c) && c is not '_')) >= names.Count;

    /// <summary>Whether many objects of one place share no names, as only keys do.</summary>
    private static bool AreDisjoint(IReadOnlyList<ObjectValue> objects, List<string> names)
    {
        var filled = objects.Count(o => o.Count > 0);
        return filled > 2 && 10 * names.Count >= 9 * objects.Sum(o => o.Count);
    }

    private static bool IsPlural(string member) => Words.Split(member) is { Count: > 0 } words && Words.IsPlural(words[^1]);

    /// <summary>Whether values are all objects, all lists, or all plain and of one type.</summary>
    private static bool AreOfOneKind(IEnumerable<Value> values) => values.Where(v => !v.IsNull).Select(v => v.Kind).Distinct().Count() == 1;

    private static string? HeldKey(List<KeyValuePair<string, Value>> entries) =>
        entries[0].Value.AsObject.Names.ToArray().FirstOrDefault(n => entries.TrueForAll(e => DumpReader.IsText(e.Value[n], e.Key)));

    /// <summary>Whether most items share names with most others. Empty ones are like any.</summary>
    private bool AreAlike(IReadOnlyList<Value> items)
    {
        var signatures = items.Select(i => SignatureOf(i, Depth)).Where(s => s.Count > 0).ToList();
        var common = signatures.SelectMany(s => s).GroupBy(n => n, StringComparer.Ordinal)
            .Where(g => 2 * g.Count() >= signatures.Count && (g.Count() > 1 || signatures.Count == 1)).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return signatures.Count == 0 || 2 * signatures.Count(s => 2 * s.Count(common.Contains) >= s.Count && s.Overlaps(common)) > signatures.Count;
    }

    /// <summary>The names of a value's fields, those of its items where its own names are data.</summary>
    private HashSet<string> SignatureOf(Value value, int depth)
    {
        if (depth > 0 && value.IsArray)
        {
            return [.. value.AsArray.ToArray().SelectMany(i => SignatureOf(i, depth - 1))];
        }

        var names = value.IsObject ? value.AsObject.Names.ToArray() : [];
        return depth > 0 && names.Length > 0 && value.AsObject.All(m => m.Value.IsObject) && LookLikeData(names)
            ? [.. value.AsObject.SelectMany(m => SignatureOf(m.Value, depth - 1))]
            : [.. names];
    }
}
