namespace AgentScaler.Storage;

/// <summary>A collection and the indexes that its queries may use.</summary>
/// <param name="Indexes">Names of the indexed values; a document gives at most one value for each.</param>
public sealed record CollectionDefinition(string Name, params IReadOnlyList<string> Indexes)
{
    /// <summary>Checks that an index is declared.</summary>
    /// <exception cref="ArgumentException">The index is not declared, so the query would read the whole collection.</exception>
    public void RequireIndex(string index)
    {
        if (!Indexes.Contains(index, StringComparer.Ordinal))
        {
            throw new ArgumentException($"Collection '{Name}' declares no index '{index}'; it has: {string.Join(", ", Indexes)}.", nameof(index));
        }
    }

    /// <summary>Checks that every indexed value of a document belongs to a declared index.</summary>
    /// <exception cref="ArgumentException">The document has a value for an index that is not declared.</exception>
    public void RequireIndexes(Document document)
    {
        foreach (var index in document.Indexes.Keys)
        {
            RequireIndex(index);
        }
    }
}
