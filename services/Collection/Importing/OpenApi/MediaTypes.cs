using System.Collections.Frozen;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>Chooses one of several media types of a body.</summary>
internal static class MediaTypes
{
    private static readonly FrozenSet<string> Read = FrozenSet.Create(
        StringComparer.Ordinal, "schema", "itemSchema", "example", "examples", "$ref", "description");

    /// <summary>Chooses JSON first, then forms, then any other with a schema. The others are counted as unread.</summary>
    public static MediaType? Choose(ImportContext context, LoadedDocument home, JsonElement? content)
    {
        if (content is not { ValueKind: JsonValueKind.Object } types)
        {
            return null;
        }

        MediaType? best = null;
        var bestRank = int.MaxValue;
        foreach (var type in types.DistinctMembers())
        {
            if (Open(context, home, type.Value) is not { } media)
            {
                continue;
            }

            var rank = Rank(type.Name) + (media.Schema is null ? 100 : 0);
            if (rank < bestRank)
            {
                (best, bestRank) = (media, rank);
            }
        }

        var others = types.EnumerateObject().Count() - 1;
        if (others > 0)
        {
            context.Unread.Add("content", "(further media types)", others);
        }

        if (best is not null)
        {
            context.Unread.Note("media_type", best.Element, Read);
        }

        return best;
    }

    private static MediaType? Open(ImportContext context, LoadedDocument document, JsonElement media)
    {
        if (media.TextMember("$ref") is { } reference)
        {
            if (context.References.Resolve(document, reference) is not { } target)
            {
                context.Repairs.AddBroken("media_type_unresolved", document, reference);
                return null;
            }

            (document, media) = (target.Document, target.Element);
        }

        return media.ValueKind == JsonValueKind.Object ? new MediaType(document, media, SchemaOf(media)) : null;
    }

    /// <summary>Returns the schema of the whole body. A stream of items is a list of them.</summary>
    private static JsonElement? SchemaOf(JsonElement media) =>
        media.ObjectMember("schema") ?? (media.ObjectMember("itemSchema") is { } item
            ? JsonBuffer.Element(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("type", "array");
                writer.WritePropertyName("items");
                item.WriteTo(writer);
                writer.WriteEndObject();
            })
            : null);

    private static int Rank(string type)
    {
        var name = type.Split(';')[0].Trim().ToLowerInvariant();
        return name switch
        {
            "application/json" => 0,
            _ when name.EndsWith("+json", StringComparison.Ordinal) || name.EndsWith("/json", StringComparison.Ordinal) => 1,
            "application/x-www-form-urlencoded" => 2,
            "multipart/form-data" => 3,
            "*/*" => 4,
            _ when name.EndsWith("xml", StringComparison.Ordinal) => 5,
            _ => 6,
        };
    }
}
