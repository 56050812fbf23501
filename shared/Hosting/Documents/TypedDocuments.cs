using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Hosting.Documents;

/// <summary>Documents of the store as records of the contract: a body is the record's JSON, exactly.</summary>
public static class TypedDocuments
{
    /// <summary>A document to be written.</summary>
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

    /// <exception cref="UnrecoverableException">The stored text does not have the record's form.</exception>
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

    public static async Task<T?> FindAsync<T>(this IDocumentStore store, CollectionDefinition collection, string run, string id, CancellationToken cancellationToken)
        where T : class =>
        (await store.GetAsync(collection, run, id, cancellationToken).ConfigureAwait(false))?.Read<T>();

    /// <exception cref="UnrecoverableException">The document is not there.</exception>
    public static async Task<T> LoadAsync<T>(this IDocumentStore store, CollectionDefinition collection, string run, string id, CancellationToken cancellationToken)
        where T : class =>
        await store.FindAsync<T>(collection, run, id, cancellationToken).ConfigureAwait(false)
        ?? throw new UnrecoverableException($"Collection '{collection.Name}' has no document '{id}' of run '{run}'.");

    /// <summary>The document of the first collection, or, where that has none, of the second.</summary>
    /// <exception cref="UnrecoverableException">Neither has it.</exception>
    public static async Task<T> LoadAsync<T>(
        this IDocumentStore store, CollectionDefinition first, CollectionDefinition second, string run, string id, CancellationToken cancellationToken)
        where T : class =>
        await store.FindAsync<T>(first, run, id, cancellationToken).ConfigureAwait(false)
        ?? await store.LoadAsync<T>(second, run, id, cancellationToken).ConfigureAwait(false);

    /// <summary>Every record of a run in ordinal order of id.</summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        this IDocumentStore store, CollectionDefinition collection, string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.StreamAsync(collection, run, null, cancellationToken).ConfigureAwait(false))
        {
            yield return document.Read<T>();
        }
    }

    /// <summary>Every record of a run whose index has this value, in ordinal order of id.</summary>
    public static async IAsyncEnumerable<T> WhereAsync<T>(
        this IDocumentStore store, CollectionDefinition collection, string run, string index, string value, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.QueryAsync(collection, run, index, value, cancellationToken).ConfigureAwait(false))
        {
            yield return document.Read<T>();
        }
    }
}
