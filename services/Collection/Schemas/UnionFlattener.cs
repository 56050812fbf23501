using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// Turns objects of several forms into one object. It has the members of all forms, and the conditions of each form (its tag, its required members)
/// as a choice. So a caller sees every member, and a call that fits no form is refused. Forms are the choices of an object schema, or the subtypes of
/// a parent with a discriminator.
/// </summary>
internal sealed partial class UnionFlattener(ReferenceResolver resolver, RepairLog repairs)
{
    private const int MaximumForms = 64;

    /// <summary>
    /// Returns a parent with a discriminator, or the one to which a schema refers, as one object with the members of its subtypes; null if the schema
    /// is not a parent, or has no subtypes.
    /// </summary>
    public (LoadedDocument Document, JsonElement Schema)? Subtypes(LoadedDocument document, JsonElement schema)
    {
        if (Tagged(document, schema) is { } tagged)
        {
            return tagged;
        }

        for (var step = 0; step < 4 && schema.ValueKind == JsonValueKind.Object; step++)
        {
            if (schema.Reference() is { } reference)
            {
                return resolver.Resolve(document, reference) is { } target ? Subtypes(target) : null;
            }

            // "allOf" around a single reference is the usual way to put a description beside it.
            if (schema.ArrayMember("allOf") is not { } all || all.GetArrayLength() != 1 || schema.Member("properties") is not null)
            {
                return null;
            }

            schema = all[0];
        }

        return null;
    }

    public (LoadedDocument Document, JsonElement Schema)? Subtypes(ReferenceTarget target)
    {
        var parent = target.Element;
        if (Tagged(target.Document, parent) is { } tagged)
        {
            return tagged;
        }

        if (Tag(parent) is not { } tag || parent.Member("oneOf") is not null || parent.Member("anyOf") is not null)
        {
            return null;
        }

        var subtypes = resolver.Subtypes(target.Document).Descendants(target.Pointer);
        if (subtypes.Count == 0)
        {
            return null;
        }

        if (subtypes.Count > MaximumForms)
        {
            repairs.Add("subtypes_left_out", subtypes.Count - MaximumForms);
        }

        var root = SchemaParts.Of(target.Document, parent, resolver);
        root.NoteBroken(repairs);
        var union = new SchemaUnion(target.Document, root);
        var tags = Tags(target.Document, parent, subtypes);
        foreach (var subtype in subtypes.Take(MaximumForms))
        {
            var parts = SchemaParts.Of(target.Document, subtype.Schema, resolver);
            parts.NoteBroken(repairs);
            union.AddMembers(parts, repairs);
            foreach (var value in tags.Where(value => value.Pointer == subtype.Pointer))
            {
                AddForms(union, target.Document, subtype, new Dictionary<string, string>(StringComparer.Ordinal) { [tag] = value.Value },
                    [.. tags.Select(known => known.Pointer)]);
            }
        }

        union.Tag = (tag, tags.Select(value => value.Value).Distinct(StringComparer.Ordinal).ToList());
        repairs.Add("subtypes_joined");
        return (target.Document, union.ToSchema("anyOf", repairs));
    }

    /// <summary>
    /// Adds the form of a subtype. For a subtype with its own discriminator it adds the forms of its subtypes, which are told apart by both tags.
    /// </summary>
    /// <param name="told">Subtypes that the outer tag tells apart, so that the inner one need not.</param>
    private void AddForms(
        SchemaUnion union, LoadedDocument document, (string Name, string Pointer, JsonElement Schema) subtype, Dictionary<string, string> tags,
        HashSet<string> told)
    {
        var (parent, tag) = OwnParts(subtype.Schema).Select(part => (Part: part, Tag: Tag(part)))
            .FirstOrDefault(part => part.Tag is not null && !tags.ContainsKey(part.Tag));
        var inner = tag is null ? [] : resolver.Subtypes(document).Descendants(subtype.Pointer).Where(child => !told.Contains(child.Pointer)).ToList();
        var values = inner.Count == 0 ? [] : Tags(document, parent, inner).Where(value => inner.Exists(child => child.Pointer == value.Pointer)).ToList();
        if (values.Count == 0 || union.FormCount >= MaximumForms)
        {
            union.AddForm(SchemaParts.Of(document, subtype.Schema, resolver), tags);
            return;
        }

        union.Narrow(tag!, values.Select(value => value.Value));
        foreach (var (value, pointer) in values)
        {
            var both = new Dictionary<string, string>(tags, StringComparer.Ordinal) { [tag!] = value };
            AddForms(union, document, inner.Find(child => child.Pointer == pointer), both, told);
        }
    }

    /// <summary>Returns the parts of a subtype itself, without those of its parents.</summary>
    private static IEnumerable<JsonElement> OwnParts(JsonElement subtype) =>
        (subtype.ArrayMember("allOf")?.EnumerateArray() ?? default).Where(part => part.Reference() is null).Append(subtype);

    /// <summary>
    /// Returns an object schema whose forms add members, as one object; null if there is no such choice. Forms that are not objects cannot be
    /// arguments and are left out.
    /// </summary>
    public (LoadedDocument Document, JsonElement Schema)? Choices(LoadedDocument document, JsonElement schema) =>
        Choices(SchemaParts.Of(document, schema, resolver));

    public (LoadedDocument Document, JsonElement Schema)? Choices(SchemaParts parts)
    {
        if (parts.Choices().ToList() is not [var choice, ..])
        {
            return null;
        }

        if (parts.Properties().Any(property => property.Document != choice.Document))
        {
            // Schemas of two documents cannot be written as one.
            repairs.Add("form_in_other_document");
            return null;
        }

        var union = new SchemaUnion(choice.Document, parts);
        var combiner = choice.Keyword;
        var own = parts.Properties().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var bringsMembers = false;
        var closed = new List<int>();
        var opened = new List<SchemaParts> { parts };
        foreach (var form in choice.List.EnumerateArray().Take(MaximumForms))
        {
            var members = SchemaParts.Of(choice.Document, form, resolver);
            var names = members.Properties().Select(property => property.Name).ToList();
            if (names.Count == 0 && members.Required().Count == 0 && members.Keyword("type")?.Value.Text() != "object")
            {
                repairs.Add("form_not_an_object");
                continue;
            }

            opened.Add(members);
            bringsMembers |= names.Exists(name => !own.Contains(name));
            union.AddMembers(members, repairs);
            union.AddForm(members);
            if (members.Keyword("additionalProperties")?.Value.ValueKind == JsonValueKind.False)
            {
                closed.Add(names.Count);
            }
        }

        if (bringsMembers && closed.Exists(count => count < union.MemberCount))
        {
            // A form that forbids the members of the others is not told apart from them.
            repairs.Add("forms_not_exclusive");
        }

        if (!bringsMembers)
        {
            return null;
        }

        // The joined schema does not refer to these schemas any more.
        opened.ForEach(form => form.NoteBroken(repairs));
        return (choice.Document, union.ToSchema(combiner, repairs));
    }

    private static string? Tag(JsonElement parent) => parent.TextMember("discriminator") ?? parent.ObjectMember("discriminator")?.TextMember("propertyName");

    /// <summary>Returns the values of the tag, each with its schema: from the mapping, else the names of the schemas.</summary>
    private List<(string Value, string Pointer)> Tags(
        LoadedDocument document, JsonElement parent, IReadOnlyList<(string Name, string Pointer, JsonElement Schema)> subtypes)
    {
        if (parent.ObjectMember("discriminator")?.ObjectMember("mapping") is { } mapping)
        {
            return [.. mapping.DistinctMembers().Where(entry => entry.Value.Text() is not null)
                .Select(entry => (entry.Name, PointerOf(document, entry.Value.GetString()!, subtypes)))];
        }

        return [.. subtypes.Select(subtype =>
            (subtype.Schema.TextMember("x-ms-discriminator-value") ?? OwnTag(subtype.Schema, parent) ?? subtype.Name, subtype.Pointer))];
    }

    /// <summary>Returns the value of the tag that a subtype itself fixes.</summary>
    private static string? OwnTag(JsonElement subtype, JsonElement parent)
    {
        foreach (var part in (subtype.ArrayMember("allOf")?.EnumerateArray() ?? default).Append(subtype))
        {
            if (part.ObjectMember("properties")?.ObjectMember(Tag(parent)!) is { } tag)
            {
                return tag.TextMember("const") ?? (tag.ArrayMember("enum") is { } values && values.GetArrayLength() == 1 ? values[0].Text() : null);
            }
        }

        return null;
    }

    private string PointerOf(LoadedDocument document, string written, IReadOnlyList<(string Name, string Pointer, JsonElement Schema)> subtypes) =>
        subtypes.FirstOrDefault(subtype => subtype.Name == written).Pointer ?? resolver.Resolve(document, written)?.Pointer ?? "";
}
