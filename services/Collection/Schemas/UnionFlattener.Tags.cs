using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>Handles choices whose forms are told apart by a discriminator.</summary>
internal sealed partial class UnionFlattener
{
    /// <summary>
    /// Adds to each form of a choice with a discriminator its values of the tag, if the form does not declare them itself. Returns null if there is
    /// nothing to add.
    /// </summary>
    private (LoadedDocument Document, JsonElement Schema)? Tagged(LoadedDocument document, JsonElement schema)
    {
        var keyword = schema.ArrayMember("oneOf") is not null ? "oneOf" : "anyOf";
        if (Tag(schema) is not { } tag || schema.ArrayMember(keyword) is not { } list || list.GetArrayLength() < 2)
        {
            return null;
        }

        var mapping = (schema.ObjectMember("discriminator")?.ObjectMember("mapping")?.DistinctMembers() ?? [])
            .Where(entry => entry.Value.Text() is not null).Select(entry => (entry.Name, Target: Mapped(document, entry.Value.GetString()!))).ToList();
        var otherwise = schema.ObjectMember("discriminator")?.TextMember("defaultMapping") is { } written ? Mapped(document, written) : null;
        var forms = new List<JsonElement>();
        var isChanged = false;
        foreach (var form in list.EnumerateArray())
        {
            var values = ValuesOf(form);
            isChanged |= values.Count > 0;
            forms.Add(values.Count > 0 ? WithTag(form, tag, values) : form);
        }

        return isChanged ? (document, WithForms(schema, keyword, forms)) : null;

        List<string> ValuesOf(JsonElement form)
        {
            if (form.Reference() is not { } reference || resolver.Resolve(document, reference) is not { } target || IsTold(target, tag))
            {
                return [];
            }

            var mapped = mapping.Where(entry => IsSame(entry.Target, target)).Select(entry => entry.Name).ToList();
            if (mapped.Count == 0 && IsSame(otherwise, target))
            {
                // Every value that no other form has means this form, which a list of values cannot express.
                repairs.Add("default_form_not_told_apart");
                return [];
            }

            return mapped.Count > 0 ? mapped : [target.Element.TextMember("x-ms-discriminator-value") ?? NameOf(reference)];
        }
    }

    private static bool IsSame(ReferenceTarget? one, ReferenceTarget other) => one is not null
        && one.Document == other.Document
        && one.Pointer == other.Pointer;

    /// <summary>Whether a form declares its tag itself, or is a choice or a parent of others, which stays unchanged.</summary>
    private bool IsTold(ReferenceTarget target, string tag)
    {
        var parts = SchemaParts.Of(target.Document, target.Element, resolver);
        return Enumerable.Range(0, parts.Count).Any(index => parts[index].Element.Member("discriminator") is not null)
            || parts.Choices().Any()
            || parts.Properties().Any(property => property.Name == tag && SchemaUnion.Values(property.Schema) is not null)
            || resolver.Subtypes(target.Document).Descendants(target.Pointer).Count > 0;
    }

    /// <summary>Returns the target of a mapping: by the name of a schema, or by a reference.</summary>
    private ReferenceTarget? Mapped(LoadedDocument document, string written) =>
        (written.AsSpan().IndexOfAny("/#") < 0 ? resolver.Resolve(document, "#/components/schemas/" + JsonPointer.Escape(written)) : null)
            ?? resolver.Resolve(document, written);

    private static string NameOf(string reference) =>
        Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]).Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal);

    private static JsonElement WithTag(JsonElement form, string tag, List<string> values) => JsonBuffer.Element(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("allOf");
        form.WriteTo(writer);
        writer.WriteStartObject();
        writer.WriteStartObject("properties");
        writer.WritePropertyName(tag);
        SchemaUnion.Words(values).WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static JsonElement WithForms(JsonElement schema, string keyword, List<JsonElement> forms) => JsonBuffer.Element(writer =>
    {
        writer.WriteStartObject();
        foreach (var member in schema.DistinctMembers())
        {
            if (member.Name != keyword)
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteStartArray(keyword);
        forms.ForEach(form => form.WriteTo(writer));
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
