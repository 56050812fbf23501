using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Text;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>The answer of an operation: the schema of its success, examples, and the declared errors.</summary>
internal sealed record OperationResponse(SchemaFragment? Schema, IReadOnlyList<JsonElement> Examples, IReadOnlyList<DeclaredError>? Errors)
{
    private const int MaximumErrors = 12;
    private const int MaximumLength = 600;

    public static OperationResponse Of(ImportContext context, LoadedDocument home, JsonElement operation)
    {
        JsonElement? success = null;
        var successDocument = home;
        var successRank = int.MaxValue;
        var errors = new List<DeclaredError>();
        foreach (var written in operation.ObjectMember("responses")?.DistinctMembers() ?? [])
        {
            var (document, response) = (home, written.Value);
            if (response.TextMember("$ref") is { } reference)
            {
                if (context.References.Resolve(home, reference) is not { } target)
                {
                    context.Repairs.AddBroken("response_unresolved", home, reference);
                    continue;
                }

                (document, response) = (target.Document, target.Element);
            }

            context.Unread.Note("response", response, OpenApiMembers.Response);
            var rank = Rank(written.Name, response);
            if (rank < successRank && response.ValueKind == JsonValueKind.Object)
            {
                (success, successDocument, successRank) = (response, document, rank);
            }

            if (written.Name.Length > 0 && written.Name[0] is '4' or '5' && errors.Count < MaximumErrors)
            {
                var description = response.TextMember("description");
                errors.Add(new DeclaredError(written.Name, description is null ? null : Descriptions.Clean(description, MaximumLength)));
            }
        }

        var (schema, examples) = success is { } chosen ? Read(context, successDocument, chosen) : (null, []);
        return new OperationResponse(schema, examples, errors.Count > 0 ? errors : null);
    }

    private static (SchemaFragment? Schema, IReadOnlyList<JsonElement> Examples) Read(ImportContext context, LoadedDocument document, JsonElement response)
    {
        var media = MediaTypes.Choose(context, document, response.Member("content"));
        var schema = response.ObjectMember("schema") ?? media?.Schema;
        var home = response.ObjectMember("schema") is null && media is not null ? media.Document : document;
        var examples = new List<JsonElement>();
        if (media is { } type)
        {
            examples.AddRange(OperationExamples.Of(type.Element, context.References, type.Document));
        }
        else if (response.ObjectMember("examples") is { } byType)
        {
            examples.AddRange(byType.DistinctMembers().Where(example => example.Name.Contains("json", StringComparison.OrdinalIgnoreCase))
                .Select(example => example.Value));
        }

        if (schema is null || !schema.Value.EnumerateObject().Any())
        {
            return (null, examples);
        }

        if (examples.Count == 0 && schema.Value.Member("example") is { } example)
        {
            examples.Add(example);
        }

        var fragment = context.Responses.Compile(home, schema.Value);
        // A schema with neither a type nor a choice says nothing about the result.
        var tells = fragment.Json.AsSpan().IndexOf("\"type\":"u8) >= 0 || fragment.Json.AsSpan().IndexOf("\"anyOf\":"u8) >= 0;
        return (tells ? fragment : null, examples);
    }

    /// <summary>Ranks responses: 200 and its neighbours first, and "default" only as a last resort, because it is usually the error.</summary>
    private static int Rank(string status, JsonElement response)
    {
        var empty = response.Member("content") is null && response.Member("schema") is null ? 10 : 0;
        return status.ToUpperInvariant() switch
        {
            "200" => empty,
            "201" => 1 + empty,
            "2XX" => 2 + empty,
            { Length: 3 } code when code[0] == '2' => 3 + empty,
            "DEFAULT" => 30 + empty,
            _ => int.MaxValue,
        };
    }
}
