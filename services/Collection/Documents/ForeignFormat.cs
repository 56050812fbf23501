using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// An unread format that describes interfaces, or often comes with such documents. A document in it is named with its format, so that silence never suggests
/// "no tools in it".
/// </summary>
/// <param name="Name">The usual name, with an article if it needs one.</param>
/// <param name="IsInterface">Whether it describes operations, so that the document was given on purpose.</param>
/// <param name="Remedy">The document to give instead.</param>
internal sealed partial record ForeignFormat(string Name, bool IsInterface, string Remedy = "")
{
    private const int Head = 65_536;
    private const string ToOpenApi = "; convert it to OpenAPI";

    /// <summary>Whether this is a message of a session, which comes with the answers that describe tools.</summary>
    public bool IsExchange { get; init; }

    /// <summary>The sentence about the document in an error message.</summary>
    public string Sentence => $"looks like {Name}, which is not read{Remedy}";

    /// <summary>Recognises a format by the first members of its documents; null if none fits.</summary>
    public static ForeignFormat? Of(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root.GetArrayLength() == 0 ? null
                : root[0].ObjectMember("info")?.TextMember("_postman_id") is not null ? Postman("collections")
                : root.EnumerateArray().All(IsSchema) ? new("a list of JSON Schemas", true, "; give each a 'name' and put its schema under 'parameters'")
                : null;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Interface(root) ?? Neighbour(root);
    }

    private static ForeignFormat? Interface(JsonElement root)
    {
        var schema = root.ObjectMember("info")?.TextMember("schema") ?? "";
        return root switch
        {
            _ when root.TextMember("kind") == "discovery#restDescription"
                || (root.Member("discoveryVersion") is not null && root.Member("resources") is not null) =>
                new("a Google Discovery document", true, ToOpenApi),
            _ when root.TextMember("kind") == "discovery#directoryList" => new("a directory of Google Discovery documents", true),
            _ when root.Member("swaggerVersion") is { } version =>
                new($"a Swagger {version} document", true, "; convert it to OpenAPI 3 (Swagger 2.0 is read)"),
            _ when root.Member("asyncapi") is { } version => new($"an AsyncAPI {version} document", true),
            _ when schema.Contains("getpostman.com", StringComparison.Ordinal) =>
                Postman(schema.Contains("v2.1", StringComparison.Ordinal) ? "2.1 collection" : "collection"),
            _ when root.ObjectMember("info")?.TextMember("_postman_id") is not null
                || (root.ObjectMember("collection")?.ArrayMember("item") is not null) => Postman("collection"),
            _ when root.TextMember("_type") == "export" && root.ArrayMember("resources") is not null => new("an Insomnia export", true, ToOpenApi),
            _ when root.Member("openrpc") is { } version => new($"an OpenRPC {version} document", true),
            _ when root.Member("arazzo") is { } version => new($"an Arazzo {version} document", false),
            _ when root.Member("overlay") is not null && root.ArrayMember("actions") is not null => new("an OpenAPI overlay", false),
            _ when root.TextMember("smithy") is not null => new("a Smithy model", true),
            _ when root.ObjectMember("__schema") is not null
                || root.ObjectMember("data")?.ObjectMember("__schema") is not null => new("a GraphQL introspection result", true),
            _ when root.TextMember("_format") == "bruno" || root.TextMember("bruno") is not null => new("a Bruno collection", true, ToOpenApi),
            _ when root.ObjectMember("log")?.ArrayMember("entries") is not null =>
                new("recorded traffic (HAR)", true, " as tools; 'materialize --traffic FILE' measures environments against it"),
            _ when root.TextMember("name_for_model") is not null => new("a plugin manifest", true, "; give the OpenAPI document that its 'api' names"),
            _ when root.TextMember("_format_version") is not null && root.ArrayMember("services") is not null => new("a Kong configuration", false),
            _ when root.ArrayMember("file") is { } files
                && files.EnumerateArray().Any(file => file.Member("messageType") is not null) => new("a protobuf descriptor set", true),
            _ => null,
        };
    }

    private static bool IsSchema(JsonElement item) =>
        item.ObjectMember("properties") is not null
            && item.TextMember("type") == "object"
            && item.TextMember("title") is not null
            && item.Member("name") is null;

    private static ForeignFormat? Neighbour(JsonElement root) => root switch
    {
        _ when root.TextMember("apiVersion") is not null
            && root.TextMember("kind") is not null
            && root.ObjectMember("metadata") is not null => new("a Kubernetes manifest", false),
        _ when root.TextMember("name") is not null && (root.TextMember("$schema")?.Contains("modelcontextprotocol", StringComparison.Ordinal) == true
                || (root.TextMember("version") is not null && (root.ArrayMember("packages") ?? root.ArrayMember("remotes")) is not null)) =>
            new("a record of an MCP server without its tools", false),
        _ when root.TextMember("name") is not null && root.TextMember("version") is not null
            && (root.Member("dependencies") ?? root.Member("devDependencies") ?? root.Member("scripts") ?? root.Member("main") ?? root.Member("lockfileVersion")
                ?? root.Member("private")) is not null =>
            new("an npm package manifest", false),
        _ when root.TextMember("name")?.Contains('/', StringComparison.Ordinal) == true
            && (root.Member("require") ?? root.Member("autoload")) is not null => new("a Composer manifest", false),
        _ when root.ObjectMember("compilerOptions") is not null => new("a TypeScript configuration", false),
        _ when root.ObjectMember("mcpServers") is not null =>
            new("a list of MCP servers without their tools", true, "; give the answers to their 'tools/list'"),
        _ when root.TextMember("jsonrpc") is not null => new("a JSON-RPC message without tools", false) { IsExchange = true },
        _ when root.TextMember("$schema") is not null
            || (root.Member("type") is not null && root.ObjectMember("properties") is not null) => new("a JSON Schema", false),
        _ when root.ObjectMember("components") is not null
            || root.ObjectMember("definitions") is not null
            || root.ObjectMember("schemas") is not null => new("a part of an OpenAPI document", false),
        _ when root.ArrayMember("messages") is not null => new("a conversation without tools", false),
        _ => null,
    };

    private static ForeignFormat Postman(string what) => new($"a Postman {what}", true, ToOpenApi);

    /// <summary>Recognises a format by the first words of the text; null if none fits.</summary>
    public static ForeignFormat? OfText(ReadOnlySpan<byte> text)
    {
        var head = Encoding.UTF8.GetString(text[..Math.Min(text.Length, Head)]);
        return head switch
        {
            _ when head.StartsWith("#%RAML", StringComparison.Ordinal) => new("a RAML document", true, ToOpenApi),
            _ when ApiBlueprint().IsMatch(head) => new("an API Blueprint document", true, ToOpenApi),
            _ when Xml().IsMatch(head) => OfXml(head),
            _ when Proto().IsMatch(head) => new("a protobuf file (gRPC)", true),
            _ when GraphQl().IsMatch(head) => new("a GraphQL schema", true),
            _ when Thrift().IsMatch(head) => new("a Thrift file", true),
            _ when TypeSpec().IsMatch(head) => new("a TypeSpec file", true, "; compile it to OpenAPI"),
            _ when SmithyText().IsMatch(head) => new("a Smithy model", true),
            _ when Bruno().IsMatch(head) => new("a Bruno request", true, ToOpenApi),
            _ when Curl().IsMatch(head) => new("a list of curl commands", false),
            _ => null,
        };
    }

    private static ForeignFormat? OfXml(string head) => head switch
    {
        _ when head.Contains("schemas.xmlsoap.org/wsdl", StringComparison.Ordinal)
            || head.Contains("www.w3.org/ns/wsdl", StringComparison.Ordinal) => new("a WSDL document", true, ToOpenApi),
        _ when head.Contains("wadl", StringComparison.OrdinalIgnoreCase) => new("a WADL document", true, ToOpenApi),
        _ when head.Contains("<edmx:Edmx", StringComparison.Ordinal) => new("OData metadata (CSDL)", true, ToOpenApi),
        _ when head.Contains("<html", StringComparison.OrdinalIgnoreCase) => new("a web page", false),
        _ => new("an XML document", false),
    };

    [GeneratedRegex(@"^\s*(FORMAT:\s*1A|HOST:\s*http)", RegexOptions.None)]
    private static partial Regex ApiBlueprint();

    [GeneratedRegex(@"^\s*<(\?xml|!doctype|[a-z]+[:>\s])", RegexOptions.IgnoreCase)]
    private static partial Regex Xml();

    [GeneratedRegex(@"^\s*(syntax\s*=\s*[""']proto[23]|service\s+\w+\s*\{\s*(//[^\n]*\s*)*rpc\s)", RegexOptions.Multiline)]
    private static partial Regex Proto();

    [GeneratedRegex(
        @"^\s*(extend\s+)?(type\s+(Query|Mutation|Subscription)\b[^:\n]*\{|schema\s*(@[^{]*)?\{\s*(query|mutation)\s*:|type\s+\w+[^:\n]*\{\s*(""|#|\w+\s*[(:]))",
        RegexOptions.Multiline)]
    private static partial Regex GraphQl();

    [GeneratedRegex(@"^\s*(namespace\s+(\*|java|py|cpp|go)\s|service\s+\w+(\s+extends\s+[\w.]+)?\s*\{\s*\w+[\w<>.,\s]*\()", RegexOptions.Multiline)]
    private static partial Regex Thrift();

    [GeneratedRegex(@"^\s*import\s+""@typespec/", RegexOptions.Multiline)]
    private static partial Regex TypeSpec();

    [GeneratedRegex(@"^\s*\$version:\s*""", RegexOptions.None)]
    private static partial Regex SmithyText();

    [GeneratedRegex(@"^\s*meta\s*\{\s*\n\s*(name|type|seq)\s*:", RegexOptions.None)]
    private static partial Regex Bruno();

    [GeneratedRegex(@"^\s*curl\s+(-|https?:)", RegexOptions.None)]
    private static partial Regex Curl();
}
