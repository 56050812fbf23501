using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Importing.OpenApi;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>Seal-Tools: <c>api_name</c>, parameters by name, <c>required</c>, and <c>responses</c> by name.</summary>
internal sealed class SealToolsImporter : IToolImporter
{
    public string Format => "seal_tools";

    public bool Recognizes(JsonElement root) => root.TextMember("api_name") is not null
        && root.ObjectMember("parameters") is not null
        && root.Member("api_list") is null;

    public void Import(ImportContext context)
    {
        var root = context.Document.Root;
        var required = root.ArrayMember("required")?.EnumerateArray().Select(name => name.Text()).ToHashSet(StringComparer.Ordinal) ?? [];
        FunctionDrafts.Add(context, new FunctionDescription
        {
            // The list names a field and no provider. The last part of the field is common to its tools.
            Provider = ApiIdentity.Slug(root.TextMember("field")?.Split('/')[^1] ?? FunctionDrafts.ProviderOf(context)),
            Name = root.TextMember("api_name")!,
            Locator = context.Document.PointerPrefix,
            Format = Format,
            Description = root.TextMember("api_description"),
            SchemaRoot = root,
            Parameters = [.. (root.ObjectMember("parameters")?.DistinctMembers() ?? []).Select(parameter =>
                new FunctionParameter(parameter.Name, parameter.Value, required.Contains(parameter.Name), parameter.Value.TextMember("description")))],
            Returns = root.ObjectMember("responses") is { } responses ? ObjectOf(responses) : null,
        });
    }

    /// <summary>Makes a schema from a map of properties; null if the map is empty.</summary>
    public static JsonElement? ObjectOf(JsonElement properties) =>
        properties.EnumerateObject().Any()
            ? JsonBuffer.Element(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("type", "object");
                writer.WritePropertyName("properties");
                properties.WriteClean(writer);
                writer.WriteEndObject();
            })
            : null;
}
