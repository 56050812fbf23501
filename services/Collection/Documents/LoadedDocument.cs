using System.Text.Json;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// A parsed document, one record of a JSON Lines file, or a schema inside a document that has an address of its own.
/// Compared by reference: each is loaded once.
/// </summary>
internal sealed class LoadedDocument(SourceItem item, JsonElement root, string pointerPrefix = "", LoadedDocument? parent = null)
{
    private DocumentAddresses? _addresses;

    public SourceItem Item { get; } = item;

    public JsonElement Root { get; } = root;

    /// <summary>What stands before a JSON pointer into the root: <c>/11</c> for the twelfth line of a file of lines.</summary>
    public string PointerPrefix { get; } = pointerPrefix;

    /// <summary>The document that this one is a part of: where a reference that leads nowhere here is tried.</summary>
    public LoadedDocument? Parent { get; } = parent;

    /// <summary>What can be referred to by address or anchor.</summary>
    public DocumentAddresses Addresses => _addresses ??= new DocumentAddresses(this);
}
