using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>What all operations of a document share.</summary>
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
    /// Whether the document itself says that a parameter is a credential or part of the protocol: those the caller's
    /// software sends, not the agent. (OpenAPI: parameters named Accept, Content-Type and Authorization are ignored.)
    /// </summary>
    public bool IsTransport(string name, string location)
        => _credentials.Contains($"{location} {name}")
            || (location == "header" && (name.Equals("accept", StringComparison.OrdinalIgnoreCase)
                || name.Equals("content-type", StringComparison.OrdinalIgnoreCase)
                || name.Equals("authorization", StringComparison.OrdinalIgnoreCase)));
}
