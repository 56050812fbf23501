using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>
/// Whose keys the names of a map are: a column of rows, or a list of texts, that holds all of them and none twice. The key of <c>{"ann": {…}}</c> beside users
/// with the column <c>username</c> is a username.
/// </summary>
internal sealed class KeyOwners
{
    private const int Depth = 4;

    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal) { "id", "name", "key", "code", "title", "number", "position" };

    private readonly List<(string Name, HashSet<string> Values)> _columns = [];

    public KeyOwners(Value dump) => Collect("", dump, Depth);

    /// <summary>The name of a column for these keys. Null if they stand nowhere else, or are too few to tell.</summary>
    public string? NameOf(IReadOnlyList<string> keys) =>
        keys.Count < 2 ? null : _columns.Where(c => keys.All(c.Values.Contains)).OrderBy(c => c.Values.Count).Select(c => c.Name).FirstOrDefault();

    /// <summary>Whether a column's name says what it is only beside the name of its table.</summary>
    public static bool IsBare(string column) => Bare.Contains(Words.Snake(column).TrimStart('_'));

    private void Collect(string member, Value value, int depth)
    {
        if (depth == 0)
        {
            return;
        }

        var items = value.IsArray ? value.AsArray.ToArray() : value.IsObject ? value.AsObject.Values.ToArray() : [];
        if (value.IsArray && items.Length > 1 && Array.TrueForAll(items, i => i.IsString))
        {
            Add(Words.ResourceKey(Words.Split(member)), items);
        }

        if (items.Length > 1 && Array.TrueForAll(items, i => i.IsObject))
        {
            CollectColumns(Words.ResourceKey(Words.Split(member)), items);
        }

        foreach (var (name, content) in value.IsObject ? value.AsObject : ObjectValue.Empty)
        {
            Collect(name, content, depth - 1);
        }
    }

    private void CollectColumns(string singular, Value[] rows)
    {
        foreach (var name in rows[0].AsObject.Names)
        {
            var values = Array.ConvertAll(rows, r => r[name]);
            if (Array.TrueForAll(values, v => v.IsString))
            {
                Add(IsBare(name) ? $"{singular}_{name}" : name, values);
            }
        }
    }

    private void Add(string name, Value[] values)
    {
        var texts = values.Select(v => v.AsString).ToHashSet(StringComparer.Ordinal);
        if (name.Length > 0 && texts.Count == values.Length)
        {
            _columns.Add((name, texts));
        }
    }
}
