namespace AgentScaler.Storage;

/// <summary>A collection and the indexes its queries may use; declared beside the type it holds.</summary>
public sealed record CollectionDefinition(string Name, params IReadOnlyList<string> Indexes)
{
    /// <exception cref="ArgumentException">The index is not declared: such a query would read the whole collection.</exception>
    public void RequireIndex(string index)
    {
        if (!Indexes.Contains(index, StringComparer.Ordinal))
        {
            throw new ArgumentException($"Collection '{Name}' declares no index '{index}'; it has: {string.Join(", ", Indexes)}.", nameof(index));
        }
    }

    /// <exception cref="ArgumentException">The document has a value for an index that is not declared.</exception>
    public void RequireIndexes(Document document)
    {
        foreach (var index in document.Indexes.Keys)
        {
            RequireIndex(index);
        }
    }
}
