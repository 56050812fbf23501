using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>Writes choices: between schemas, and between conditions on members that are already declared.</summary>
internal sealed partial class SchemaCompiler
{
    /// <summary>Writes the first choice as the schema's own, and further choices and patterns as demands beside it.</summary>
    private void WriteChoices(
        Utf8JsonWriter writer, SchemaParts parts, ConstantChoice? constants, HashSet<string> names, List<string> patterns, SchemaFragment fragment, int depth)
    {
        var choices = constants is null && (parts.Has("oneOf") || parts.Has("anyOf"))
            ? parts.Choices().Select(choice => ChoiceOf(choice, names)).OfType<Choice>().ToList()
            : [];
        if (choices.Count > 0)
        {
            WriteChoice(writer, choices[0], names, fragment, depth);
        }

        if (choices.Count <= 1 && patterns.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("allOf");
        foreach (var choice in choices.Skip(1))
        {
            writer.WriteStartObject();
            WriteChoice(writer, choice, names, fragment, depth);
            writer.WriteEndObject();
        }

        foreach (var pattern in patterns)
        {
            writer.WriteStartObject();
            writer.WriteString("pattern", pattern);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Returns a choice with its demands on declared members; null if one of its forms demands nothing, so that any value fits.</summary>
    private Choice? ChoiceOf((LoadedDocument Document, string Keyword, JsonElement List) written, HashSet<string> names)
    {
        if (written.List.GetArrayLength() > MaximumChoices)
        {
            repairs.Add("choices_left_out", written.List.GetArrayLength() - MaximumChoices);
        }

        var members = written.List.EnumerateArray().Take(MaximumChoices).ToList();
        var conditions = names.Count == 0 ? null : members.ConvertAll(member => ConditionOf(written.Document, member, names));
        if (conditions is null || conditions.Exists(condition => condition is null))
        {
            return new Choice(written.Document, "anyOf", members, null);
        }

        if (conditions.Exists(condition => condition!.Required.Count + condition.Narrowed.Count == 0))
        {
            return null;
        }

        return new Choice(written.Document, written.Keyword == "oneOf" && AreExclusive(conditions!) ? "oneOf" : "anyOf", members, conditions!);
    }

    /// <summary>Returns a form's demands on members that the object declares; null if it is a separate schema.</summary>
    private Condition? ConditionOf(LoadedDocument document, JsonElement member, HashSet<string> names)
    {
        if (member.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var parts = SchemaParts.Of(document, member, resolver);
        var properties = parts.Properties();
        var required = parts.Required();
        for (var index = 0; index < parts.Count; index++)
        {
            foreach (var keyword in parts[index].Element.EnumerateObject())
            {
                var isCondition = keyword.Name switch
                {
                    "type" => keyword.Value.Text() == "object",
                    "required" or "properties" or "description" or "title" or "$ref" or "allOf" or "$comment" => true,
                    _ => keyword.Name.StartsWith("x-", StringComparison.Ordinal),
                };
                if (!isCondition)
                {
                    return null;
                }
            }
        }

        return properties.All(property => names.Contains(property.Name)) && required.All(names.Contains)
            ? new Condition(required, [.. properties.Where(property => Narrows(property.Schema))])
            : null;
    }

    /// <summary>Whether a schema narrows a declared member. Only the member's values distinguish forms.</summary>
    private static bool Narrows(JsonElement schema) => schema.ValueKind == JsonValueKind.False
        || schema.Member("enum") is not null
        || (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("const", out _));

    /// <summary>
    /// Whether "exactly one" can be meant: no form demands everything that another demands. Otherwise a call that meets the one would meet both, and
    /// no such call would be valid.
    /// </summary>
    private static bool AreExclusive(List<Condition> conditions)
    {
        for (var one = 0; one < conditions.Count; one++)
        {
            for (var other = 0; other < conditions.Count; other++)
            {
                if (one != other && conditions[one].Required.IsSubsetOf(conditions[other].Required) && !Differ(conditions[one], conditions[other]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool Differ(Condition one, Condition other) =>
        one.Narrowed.Exists(member => other.Narrowed.Exists(same => same.Name == member.Name && same.Schema.GetRawText() != member.Schema.GetRawText()));

    private void WriteChoice(Utf8JsonWriter writer, Choice choice, HashSet<string> names, SchemaFragment fragment, int depth)
    {
        writer.WriteStartArray(choice.Keyword);
        for (var index = 0; index < choice.Members.Count; index++)
        {
            if (choice.Conditions is { } conditions)
            {
                WriteCondition(writer, conditions[index], fragment, depth);
            }
            else
            {
                Write(writer, choice.Document, choice.Members[index], fragment, depth + 1);
            }
        }

        writer.WriteEndArray();
    }

    private void WriteCondition(Utf8JsonWriter writer, Condition condition, SchemaFragment fragment, int depth)
    {
        writer.WriteStartObject();
        if (condition.Narrowed.Count > 0)
        {
            writer.WriteStartObject("properties");
            foreach (var (name, document, schema) in condition.Narrowed)
            {
                writer.WritePropertyName(name);
                if (schema.ValueKind == JsonValueKind.False)
                {
                    writer.WriteBooleanValue(false);
                }
                else
                {
                    Write(writer, document, schema, fragment, depth + 2);
                }
            }

            writer.WriteEndObject();
        }

        WriteNames(writer, "required", condition.Required);
        writer.WriteEndObject();
    }

    /// <param name="Conditions">One for each form, if all forms are conditions on declared members.</param>
    private sealed record Choice(LoadedDocument Document, string Keyword, List<JsonElement> Members, List<Condition>? Conditions);

    private sealed record Condition(HashSet<string> Required, List<(string Name, LoadedDocument Document, JsonElement Schema)> Narrowed);
}
