using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Text;

namespace AgentScaler.Collection.Schemas;

/// <summary>A choice of constants or lists of values, the form in which newer schemas write an enumeration with descriptions.</summary>
/// <param name="Meaning">The members' descriptions of their values; null if there are none.</param>
internal sealed record ConstantChoice(IReadOnlyList<JsonElement> Values, string? Meaning)
{
    // Beyond this number a separate schema is better than written-out values.
    private const int MaximumValues = 48;
    private const int MaximumWords = 60;

    public static ConstantChoice? Of(SchemaParts parts, ReferenceResolver resolver)
    {
        if (!parts.Has("oneOf") && !parts.Has("anyOf"))
        {
            return null;
        }

        var lists = parts.Choices().Take(2).ToList();
        if (lists is not [var choice])
        {
            return null;
        }

        var values = new List<JsonElement>();
        var meanings = new List<string>();
        foreach (var member in choice.List.EnumerateArray())
        {
            var form = SchemaParts.Of(choice.Document, member, resolver);
            if (ValuesOf(form) is not { } own || values.Count + own.Count > MaximumValues)
            {
                return null;
            }

            values.AddRange(own);
            if (own is [var only] && (form.Keyword("title") ?? form.Keyword("description"))?.Value.Text() is { } words && words != only.ToString())
            {
                meanings.Add($"{only.GetRawText().Trim('"')}: {Descriptions.Clean(words, MaximumWords)}");
            }
        }

        return new ConstantChoice(values, meanings.Count > 0 ? string.Join("; ", meanings) : null);
    }

    private static List<JsonElement>? ValuesOf(SchemaParts form)
    {
        List<JsonElement>? values = null;
        for (var index = 0; index < form.Count; index++)
        {
            foreach (var member in form[index].Element.EnumerateObject())
            {
                switch (member.Name)
                {
                    case "const" when IsScalar(member.Value):
                        values = [member.Value];
                        break;
                    case "enum" when member.Value.ValueKind == JsonValueKind.Array && member.Value.EnumerateArray().All(IsScalar):
                        values ??= [.. member.Value.EnumerateArray()];
                        break;
                    case "type" when member.Value.Text() == "null":
                        values ??= [JsonBuffer.Element(writer => writer.WriteNullValue())];
                        break;
                    case "type" or "title" or "description" or "$ref" or "deprecated" or "example" or "examples" or "$comment" or "allOf":
                    case var name when name.StartsWith("x-", StringComparison.Ordinal):
                        break;
                    default:
                        return null;
                }
            }
        }

        return values is { Count: > 0 } ? values : null;
    }

    private static bool IsScalar(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) && !value.IsNoNumber();
}
