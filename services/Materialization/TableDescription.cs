namespace AgentScaler.Materialization;

/// <summary>One inferred table: its key, its columns with their origin, and how to correct it.</summary>
public sealed record TableDescription(string Name, string Key, IReadOnlyDictionary<string, string> Columns, string ChangeBy)
{
    /// <summary>Who says which column is the key: override, recording, model, text, schema or convention.</summary>
    public string KeySource { get; init; } = "convention";

    /// <summary>Column to fact (type, nullable, enum, references, equality) to who says so.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Sources { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Column sets in which no two rows agree, joined by a plus sign, and who says so.</summary>
    public IReadOnlyDictionary<string, string> Unique { get; init; } = new Dictionary<string, string>();
}
