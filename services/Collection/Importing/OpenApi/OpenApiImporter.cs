using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>
/// OpenAPI 3.0 and 3.1 and Swagger 2.0. Text is parsed by libraries; the walk over the JSON tree is our own, because
/// damaged documents must yield what is sound in them, and every tool keeps the JSON pointer it came from.
/// </summary>
internal sealed class OpenApiImporter : IToolImporter
{
    private static readonly HashSet<string> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    };

    public string Format => "openapi";

    public bool Recognizes(JsonElement root)
        => root.ValueKind == JsonValueKind.Object
            && (root.TryGetProperty("openapi", out _) || root.TryGetProperty("swagger", out _)
                || (root.ObjectMember("paths") is not null && root.ObjectMember("info") is not null));

    public void Import(ImportContext context)
    {
        var document = context.Document;
        var api = new OpenApiDocument(document);
        if (document.Root.ObjectMember("paths") is not { } paths)
        {
            return;
        }

        foreach (var path in paths.DistinctMembers())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (path.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var item = path.Value;
            var home = document;
            var pointer = context.Locator("paths", path.Name);
            if (item.TextMember("$ref") is { } reference && !item.EnumerateObject().Any(member => Methods.Contains(member.Name)))
            {
                if (context.References.Resolve(document, reference) is not { } target)
                {
                    // How many operations stand behind it nobody can tell: noted, and no operation counted.
                    context.Repairs.Add("path_item_unresolved");
                    continue;
                }

                (home, item) = (target.Document, target.Element);
                pointer = target.Document == document ? context.Document.PointerPrefix + target.Pointer : $"{target.Document.Item.Uri}#{target.Pointer}";
            }

            foreach (var member in item.DistinctMembers())
            {
                if (Methods.Contains(member.Name))
                {
                    var operation = new OpenApiOperation(context, api, home, path.Name, item, member.Name.ToUpperInvariant(), member.Value, $"{pointer}/{member.Name}");
                    operation.Import();
                }
            }
        }
    }
}
