using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Pipeline.Documents;

/// <summary>Stores and reads records of the contract. A document's body is exactly the record's JSON.</summary>
public static class TypedDocuments
{
    /// <summary>Makes a document from a record.</summary>
    /// <param name="indexes">Values of declared indexes. Null values are left out.</param>
    public static Document Of<T>(string run, string id, T body, params ReadOnlySpan<(string Index, string? Value)> indexes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, value) in indexes)
        {
            if (value is not null)
            {
                values[index] = value;
            }
        }

        return new Document(run, id, JsonSerializer.Serialize(body, ContractJson.Options), values);
    }

    /// <summary>Reads the record from a document.</summary>
    /// <exception cref="UnrecoverableException">The stored text is not a <typeparamref name="T"/>.</exception>
    public static T Read<T>(this Document document)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(document.Body, ContractJson.Options)
                ?? throw new JsonException("the text is null");
        }
        catch (JsonException exception)
        {
            throw new UnrecoverableException($"Document '{document.Id}' of run '{document.Run}' is not a {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    public static async Task<T?> FindAsync<T>(this IDocumentStore store, CollectionDefinition collection, string run, string id,
        CancellationToken cancellationToken)
        where T : class =>
        (await store.GetAsync(collection, run, id, cancellationToken))?.Read<T>();

    /// <summary>Reads a record that must exist.</summary>
    /// <exception cref="UnrecoverableException">The document does not exist.</exception>
    public static async Task<T> LoadAsync<T>(this IDocumentStore store, CollectionDefinition collection, string run, string id,
        CancellationToken cancellationToken)
        where T : class =>
        await store.FindAsync<T>(collection, run, id, cancellationToken)
        ?? throw new UnrecoverableException($"Collection '{collection.Name}' has no document '{id}' of run '{run}'.");

    /// <summary>Reads a record from the first collection, or from the second if the first does not have it.</summary>
    /// <exception cref="UnrecoverableException">Neither collection has it.</exception>
    public static async Task<T> LoadAsync<T>(
        this IDocumentStore store, CollectionDefinition first, CollectionDefinition second, string run, string id, CancellationToken cancellationToken)
        where T : class =>
        await store.FindAsync<T>(first, run, id, cancellationToken)
        ?? await store.LoadAsync<T>(second, run, id, cancellationToken);

    /// <summary>Streams every record of a run in ordinal order of id.</summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        this IDocumentStore store, CollectionDefinition collection, string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.StreamAsync(collection, run, null, cancellationToken))
        {
            yield return document.Read<T>();
        }
    }

    /// <summary>Streams the records of a run that have this value of an index, in ordinal order of id.</summary>
    public static async IAsyncEnumerable<T> WhereAsync<T>(
        this IDocumentStore store, CollectionDefinition collection, string run, string index, string value,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.QueryAsync(collection, run, index, value, cancellationToken))
        {
            yield return document.Read<T>();
        }
    }
}
