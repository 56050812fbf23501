using System.Text.Json.Nodes;
using AgentScaler.Collection.Documents;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>
/// The types of the keys that a document's arguments declare. An inferred result takes them, so that the id that one tool tells is an argument of
/// the other tools.
/// </summary>
internal sealed class InferredKeys
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    public static InferredKeys Of(IEnumerable<ImportResult> results)
    {
        var keys = new InferredKeys();
        var declared = results.Select(result => result.Draft).OfType<ToolDraft>()
            .SelectMany(draft => ToolSchema.Read(JsonBuffer.Element(draft.Parameters)).Properties)
            .Where(property => IsKey(property.Name))
            .GroupBy(property => property.Name, property => (property.Schema.Resolved ?? property.Schema).Source.TextMember("type"), StringComparer.Ordinal);
        foreach (var name in declared)
        {
            if (name.Distinct().ToList() is ["integer"])
            {
                keys._types[name.Key] = "integer";
            }
        }

        return keys;
    }

    /// <summary>The draft with the keys of its inferred result in the types that the document's arguments have.</summary>
    public ToolDraft Typed(ToolDraft draft)
    {
        if (draft.ReturnsOrigin != ReturnsOrigin.Inferred || _types.Count == 0)
        {
            return draft;
        }

        var returns = JsonNode.Parse(draft.Returns)!;
        var changed = false;
        if ((returns["items"] ?? returns)["properties"] is JsonObject members)
        {
            foreach (var (name, member) in members)
            {
                if (_types.TryGetValue(name, out var type) && member!["type"]?.GetValue<string>() == "string")
                {
                    member["type"] = type;
                    changed = true;
                }
            }
        }

        return changed ? draft with { Returns = JsonBuffer.Bytes(writer => returns.WriteTo(writer)) } : draft;
    }

    private static bool IsKey(string name) => Words.Split(name) is { Count: > 0 } words && words[^1] is "id" or "number";
}
