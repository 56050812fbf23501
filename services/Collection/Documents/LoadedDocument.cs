using System.Text.Json;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>A parsed document, or one record of a JSON Lines file. Compared by reference: each is loaded once.</summary>
internal sealed class LoadedDocument(SourceItem item, JsonElement root, string pointerPrefix = "")
{
    public SourceItem Item { get; } = item;

    public JsonElement Root { get; } = root;

    /// <summary>What stands before a JSON pointer into the root: <c>/11</c> for the twelfth line of a file of lines.</summary>
    public string PointerPrefix { get; } = pointerPrefix;
}
