using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>The repairs of one document, counted by kind.</summary>
internal sealed class RepairLog
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The references that lead nowhere, of which each place is named.</summary>
    public BrokenReferences Broken { get; } = new();

    /// <summary>Counts a reference that leads nowhere.</summary>
    public void AddBroken(string kind, LoadedDocument document, string reference)
    {
        Add(kind);
        Broken.Add(document, reference);
    }

    public void Add(string kind, int count = 1) => _counts[kind] = _counts.GetValueOrDefault(kind) + count;

    public void Add(RepairLog other)
    {
        foreach (var (kind, count) in other._counts)
        {
            Add(kind, count);
        }
    }
}
