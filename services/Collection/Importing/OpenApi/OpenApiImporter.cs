using System.Collections.Frozen;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>
/// OpenAPI 3.0 to 3.2 and Swagger 2.0. Libraries parse the text. The walk over the JSON tree is our own, because a damaged document must still yield
/// its sound parts, and every tool keeps the JSON pointer of its origin.
/// </summary>
internal sealed class OpenApiImporter : IToolImporter
{
    private static readonly FrozenSet<string> Methods = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private static readonly FrozenSet<string> PathItemMembers = FrozenSet.Create(
        StringComparer.Ordinal, "$ref", "summary", "description", "servers", "parameters", "additionalOperations");

    // One of these members makes an object an operation, under any name.
    private static readonly string[] OperationMembers = ["responses", "operationId", "requestBody"];

    public string Format => "openapi";

    public bool Recognizes(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
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
            if (document.Root.Member("paths") is { } other)
            {
                context.Reject(context.Locator("paths"), "paths", "malformed_paths", $"the paths are {other.ValueKind}, not an object");
            }

            return;
        }

        foreach (var path in paths.EnumerateObject().ToLookup(path => path.Name, path => path.Value, StringComparer.Ordinal))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (path.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                context.Unread.Add("paths", path.Key);
                continue;
            }

            // Readers of JSON keep only the last of a repeated path. Here the operations of the earlier ones are read too, and those that the last
            // one overrides are rejected by name.
            var items = path.ToList();
            var seen = ImportPath(context, api, document, path.Key, items[^1], context.Locator("paths", path.Key));
            foreach (var item in items.SkipLast(1).Reverse())
            {
                context.Repairs.Add("path_repeated");
                seen.UnionWith(ImportItem(context, api, document, path.Key, item, context.Locator("paths", path.Key), seen, isRepeated: true));
            }
        }
    }

    /// <summary>Imports the operations of a path item, and then those of its reference that it does not override.</summary>
    /// <returns>The methods of the item.</returns>
    private static HashSet<string> ImportPath(ImportContext context, OpenApiDocument api, LoadedDocument home, string path, JsonElement item, string pointer)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            context.Reject(pointer, path, "malformed_path_item", $"the path item is {item.ValueKind}, not an object");
            return [];
        }

        var seen = ImportItem(context, api, home, path, item, pointer, []);
        if (item.TextMember("$ref") is not { } reference)
        {
            return seen;
        }

        if (context.References.Resolve(home, reference) is not { } target)
        {
            // The number of its operations is unknown, so it is recorded and no operation is counted.
            context.Repairs.AddBroken("path_item_unresolved", home, reference);
            return seen;
        }

        var place = target.Document == home ? context.Document.PointerPrefix + target.Pointer : $"{target.Document.Item.Uri}#{target.Pointer}";
        seen.UnionWith(ImportItem(context, api, target.Document, path, target.Element, place, seen));
        return seen;
    }

    /// <param name="overridden">Methods of the path that were read already.</param>
    /// <param name="isRepeated">Whether such a method is a lost operation and not one that is overridden on purpose.</param>
    /// <returns>The methods of the item.</returns>
    private static HashSet<string> ImportItem(
        ImportContext context, OpenApiDocument api, LoadedDocument home, string path, JsonElement item, string pointer, HashSet<string> overridden,
            bool isRepeated = false)
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
                    ImportAdditional(operation, $"{pointer}/additionalOperations/{JsonPointer.Escape(operation.Name)}");
                }
            }
            else if (!PathItemMembers.Contains(member.Name))
            {
                if (Array.Exists(OperationMembers, known => member.Value.Member(known) is not null) && !member.Name.StartsWith("x-", StringComparison.Ordinal))
                {
                    context.Reject(
                        $"{pointer}/{JsonPointer.Escape(member.Name)}", NameOf(member), "unknown_method",
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

        RejectRepeated(context, item, pointer);
        return methods;

        void Import(JsonProperty operation, string locator)
        {
            var method = operation.Name.ToUpperInvariant();
            methods.Add(method);
            if (!overridden.Contains(method))
            {
                new OpenApiOperation(context, api, home, path, item, method, operation.Value, locator).Import();
            }
            else if (isRepeated)
            {
                context.Reject(locator, NameOf(operation), "operation_repeated", $"'{path}' stands twice with the method {method}; the later place is read");
            }
        }

        void ImportAdditional(JsonProperty operation, string locator)
        {
            if (Methods.Contains(operation.Name)
                && item.EnumerateObject().Any(member => member.Name.Equals(operation.Name, StringComparison.OrdinalIgnoreCase)))
            {
                context.Reject(
                    locator, NameOf(operation), "operation_repeated",
                    $"'{operation.Name}' may not stand under additionalOperations, and the path has an operation of this method");
                return;
            }

            Import(operation, locator);
        }
    }

    /// <summary>Rejects an operation whose method is repeated later, because readers of JSON keep the last one.</summary>
    private static void RejectRepeated(ImportContext context, JsonElement item, string pointer)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var repeated in item.EnumerateObject().Where(member => Methods.Contains(member.Name)).GroupBy(member => member.Name, StringComparer.Ordinal))
        {
            foreach (var member in repeated.SkipLast(1))
            {
                context.Reject($"{pointer}/{member.Name}", NameOf(member), "operation_repeated",
                    $"the method '{member.Name}' stands twice in the path; the later place is read");
            }
        }
    }

    private static string NameOf(JsonProperty operation) => operation.Value.TextMember("operationId") ?? operation.Name;
}
