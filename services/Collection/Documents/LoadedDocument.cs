using System.Text.Json;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// A parsed document, one record of a JSON Lines file, or a schema inside a document that has its own address. Documents are compared by reference,
/// because each is loaded once.
/// </summary>
internal sealed class LoadedDocument(SourceItem item, JsonElement root, string pointerPrefix = "", LoadedDocument? parent = null)
{
    private DocumentAddresses? _addresses;

    public SourceItem Item { get; } = item;

    public JsonElement Root { get; } = root;

    /// <summary>The prefix of JSON pointers into the root: <c>/11</c> for the twelfth line of a file of lines.</summary>
    public string PointerPrefix { get; } = pointerPrefix;

    /// <summary>The document of which this one is a part. References that lead nowhere here are tried there.</summary>
    public LoadedDocument? Parent { get; } = parent;

    /// <summary>The document in which this one is written: the outermost of which it is a part, or itself.</summary>
    public LoadedDocument Written => Parent?.Written ?? this;

    /// <summary>The schemas of several documents that this synthetic one joins, by the private address of each; null for any other document.</summary>
    public IReadOnlyDictionary<string, ReferenceTarget>? Joined { get; init; }

    /// <summary>The targets of references by address or anchor.</summary>
    public DocumentAddresses Addresses => _addresses ??= new DocumentAddresses(this);
}
