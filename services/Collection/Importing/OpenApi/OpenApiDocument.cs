using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>The parts that all operations of a document share.</summary>
internal sealed class OpenApiDocument
{
    private readonly HashSet<string> _credentials = new(StringComparer.OrdinalIgnoreCase);

    public OpenApiDocument(LoadedDocument document)
    {
        var root = document.Root;
        Identity = ApiIdentity.Of(root, System.IO.Path.GetFileNameWithoutExtension(document.Item.Path));
        Format = root.TryGetProperty("swagger", out _) ? "swagger2" : "openapi3";
        var schemes = root.ObjectMember("components")?.ObjectMember("securitySchemes") ?? root.ObjectMember("securityDefinitions");
        foreach (var scheme in schemes?.DistinctMembers() ?? [])
        {
            if (scheme.Value.TextMember("type") == "apiKey" && scheme.Value.TextMember("name") is { } name)
            {
                _credentials.Add($"{scheme.Value.TextMember("in")} {name}");
            }
        }
    }

    public ApiIdentity Identity { get; }

    public string Format { get; }

    /// <summary>
    /// Whether the document itself declares a parameter as a credential or as part of the protocol. The caller's software sends these, and not the
    /// agent. (OpenAPI ignores parameters named Accept, Content-Type and Authorization.)
    /// </summary>
    public bool IsTransport(string name, string location) =>
        _credentials.Contains($"{location} {name}")
            || (location == "header" && (name.Equals("accept", StringComparison.OrdinalIgnoreCase)
                || name.Equals("content-type", StringComparison.OrdinalIgnoreCase)
                || name.Equals("authorization", StringComparison.OrdinalIgnoreCase)));
}
