using System.Globalization;
using System.Text.Json;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Writes schemas of several documents as one: a new document whose schema refers to each of them by a private address, so that the references
/// inside each are still resolved where it is written.
/// </summary>
internal static class JoinedDocument
{
    private const string Address = "joined:";

    /// <summary>Returns the document whose root demands the same as all schemas together.</summary>
    public static LoadedDocument Of(IReadOnlyList<(LoadedDocument Document, JsonElement Schema)> schemas)
    {
        var targets = new Dictionary<string, ReferenceTarget>(StringComparer.Ordinal);
        var root = JsonBuffer.Element(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("allOf");
            foreach (var (document, schema) in schemas)
            {
                var address = Address + targets.Count.ToString(CultureInfo.InvariantCulture);
                targets.Add(address, new ReferenceTarget(document, address, schema));
                writer.WriteStartObject();
                writer.WriteString("$ref", address);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return new LoadedDocument(schemas[0].Document.Item, root) { Joined = targets };
    }
}
