using System.Collections.Frozen;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>
/// OpenAPI 3.0 to 3.2 and Swagger 2.0. Text is parsed by libraries; the walk over the JSON tree is our own, because
/// damaged documents must yield what is sound in them, and every tool keeps the JSON pointer it came from.
/// </summary>
internal sealed class OpenApiImporter : IToolImporter
{
    private static readonly FrozenSet<string> Methods = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private static readonly FrozenSet<string> PathItemMembers = FrozenSet.Create(
        StringComparer.Ordinal, "$ref", "summary", "description", "servers", "parameters", "additionalOperations");

    // One of these makes an object an operation, under whatever name it stands.
    private static readonly string[] OperationMembers = ["responses", "operationId", "requestBody"];

    public string Format => "openapi";

    public bool Recognizes(JsonElement root)
        => root.ValueKind == JsonValueKind.Object
            && (root.TryGetProperty("openapi", out _) || root.TryGetProperty("swagger", out _)
                || (root.ObjectMember("paths") is not null && root.ObjectMember("info") is not null && !root.TryGetProperty("asyncapi", out _)));

    public void Import(ImportContext context)
    {
        var document = context.Document;
        var api = new OpenApiDocument(document);
        context.Unread.Note("document", document.Root, OpenApiMembers.Document);
        context.Unread.Note("info", document.Root.ObjectMember("info") ?? default, OpenApiMembers.Info);
        if (document.Root.ObjectMember("paths") is not { } paths)
        {
            return;
        }

        foreach (var path in paths.DistinctMembers())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (path.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                context.Unread.Add("paths", path.Name);
                continue;
            }

            ImportPath(context, api, document, path.Name, path.Value, context.Locator("paths", path.Name));
        }
    }

    /// <summary>The operations that stand in a path item, and then those behind its reference that it does not override.</summary>
    private static void ImportPath(ImportContext context, OpenApiDocument api, LoadedDocument home, string path, JsonElement item, string pointer)
    {
        var seen = ImportItem(context, api, home, path, item, pointer, []);
        if (item.TextMember("$ref") is not { } reference)
        {
            return;
        }

        if (context.References.Resolve(home, reference) is not { } target)
        {
            // How many operations stand behind it nobody can tell: noted, and no operation counted.
            context.Repairs.Add("path_item_unresolved");
            return;
        }

        var place = target.Document == home ? context.Document.PointerPrefix + target.Pointer : $"{target.Document.Item.Uri}#{target.Pointer}";
        ImportItem(context, api, target.Document, path, target.Element, place, seen);
    }

    /// <returns>The methods that the item holds.</returns>
    private static HashSet<string> ImportItem(
        ImportContext context, OpenApiDocument api, LoadedDocument home, string path, JsonElement item, string pointer, HashSet<string> overridden)
    {
        var methods = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in item.DistinctMembers())
        {
            if (Methods.Contains(member.Name))
            {
                Import(member, $"{pointer}/{member.Name}");
            }
            else if (member.Name == "additionalOperations")
            {
                foreach (var operation in member.Value.DistinctMembers())
                {
                    Import(operation, $"{pointer}/additionalOperations/{JsonPointer.Escape(operation.Name)}");
                }
            }
            else if (!PathItemMembers.Contains(member.Name))
            {
                if (Array.Exists(OperationMembers, known => member.Value.Member(known) is not null) && !member.Name.StartsWith("x-", StringComparison.Ordinal))
                {
                    context.Reject(
                        $"{pointer}/{JsonPointer.Escape(member.Name)}", member.Value.TextMember("operationId") ?? member.Name, "unknown_method",
                        $"'{member.Name}' is no HTTP method of OpenAPI; version 3.2 puts others under additionalOperations");
                }
                else
                {
                    context.Unread.Add("path_item", member.Name);
                }
            }
            else if (member.Name == "servers")
            {
                context.Unread.Add("path_item", member.Name);
            }
        }

        return methods;

        void Import(JsonProperty operation, string locator)
        {
            var method = operation.Name.ToUpperInvariant();
            methods.Add(method);
            if (!overridden.Contains(method))
            {
                new OpenApiOperation(context, api, home, path, item, method, operation.Value, locator).Import();
            }
        }
    }
}
