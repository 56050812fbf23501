namespace AgentScaler.Compose.Tests;

/// <summary>A mapping of a YAML file; what is asked of it and is not there is null or empty.</summary>
/// <param name="Place">Where it stands, for messages.</param>
internal sealed record YamlMap(string Place, IReadOnlyDictionary<object, object?> Content)
{
    public IEnumerable<string> Keys => Content.Keys.Select(key => (string)key);

    public bool Has(string key) => Content.ContainsKey(key);

    /// <summary>The text at a path of keys.</summary>
    public string? Text(params string[] path) => At(path) as string;

    public YamlMap Map(params string[] path) =>
        new($"{Place}: {string.Join('.', path)}", At(path) as IReadOnlyDictionary<object, object?> ?? new Dictionary<object, object?>());

    public IReadOnlyList<YamlMap> Maps(params string[] path) =>
        [.. List(path).OfType<IReadOnlyDictionary<object, object?>>().Select((item, i) => new YamlMap($"{Place}: {string.Join('.', path)}[{i}]", item))];

    public IReadOnlyList<string> Texts(params string[] path) => [.. List(path).OfType<string>()];

    /// <summary>The text values of a mapping, by key.</summary>
    public IReadOnlyDictionary<string, string> Pairs(params string[] path) =>
        Map(path).Content.ToDictionary(pair => (string)pair.Key, pair => pair.Value as string ?? "");

    private IEnumerable<object?> List(string[] path) => At(path) as IEnumerable<object?> ?? [];

    private object? At(string[] path)
    {
        object? at = Content;
        foreach (var key in path)
        {
            at = at is IReadOnlyDictionary<object, object?> map && map.TryGetValue(key, out var next) ? next : null;
        }

        return at;
    }
}
