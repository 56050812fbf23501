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

        foreach (var path in paths.EnumerateObject().ToLookup(path => path.Name, path => path.Value, StringComparer.Ordinal))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (path.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                context.Unread.Add("paths", path.Key);
                continue;
            }

            // A path that stands twice is one to readers of JSON, who keep its last place: the operations of the others are read
            // here all the same, those that the last place overrides are rejected by name.
            var items = path.ToList();
            var seen = ImportPath(context, api, document, path.Key, items[^1], context.Locator("paths", path.Key));
            foreach (var item in items.SkipLast(1).Reverse())
            {
                context.Repairs.Add("path_repeated");
                seen.UnionWith(ImportItem(context, api, document, path.Key, item, context.Locator("paths", path.Key), seen, isRepeated: true));
            }
        }
    }

    /// <summary>The operations that stand in a path item, and then those behind its reference that it does not override.</summary>
    /// <returns>The methods that the item holds.</returns>
    private static HashSet<string> ImportPath(ImportContext context, OpenApiDocument api, LoadedDocument home, string path, JsonElement item, string pointer)
    {
        var seen = ImportItem(context, api, home, path, item, pointer, []);
        if (item.TextMember("$ref") is not { } reference)
        {
            return seen;
        }

        if (context.References.Resolve(home, reference) is not { } target)
        {
            // How many operations stand behind it nobody can tell: noted, and no operation counted.
            context.Repairs.Add("path_item_unresolved");
            return seen;
        }

        var place = target.Document == home ? context.Document.PointerPrefix + target.Pointer : $"{target.Document.Item.Uri}#{target.Pointer}";
        seen.UnionWith(ImportItem(context, api, target.Document, path, target.Element, place, seen));
        return seen;
    }

    /// <param name="overridden">Methods of the path that were read already.</param>
    /// <param name="isRepeated">Whether such a method is an operation that is lost, not one that is meant to give way.</param>
    /// <returns>The methods that the item holds.</returns>
    private static HashSet<string> ImportItem(
        ImportContext context, OpenApiDocument api, LoadedDocument home, string path, JsonElement item, string pointer, HashSet<string> overridden, bool isRepeated = false)
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
            if (Methods.Contains(operation.Name) && item.EnumerateObject().Any(member => member.Name.Equals(operation.Name, StringComparison.OrdinalIgnoreCase)))
            {
                context.Reject(
                    locator, NameOf(operation), "operation_repeated",
                    $"'{operation.Name}' may not stand under additionalOperations, and the path has an operation of this method");
                return;
            }

            Import(operation, locator);
        }
    }

    /// <summary>Rejects what stands under a method that comes again behind it: readers of JSON keep the last.</summary>
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
                context.Reject($"{pointer}/{member.Name}", NameOf(member), "operation_repeated", $"the method '{member.Name}' stands twice in the path; the later place is read");
            }
        }
    }

    private static string NameOf(JsonProperty operation) => operation.Value.TextMember("operationId") ?? operation.Name;
}
