using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>
/// Tool lists of MCP servers in three shapes: <c>tools/list</c> answers (<c>inputSchema</c>), registry entries
/// (<c>arguments</c>), and crawled lists (<c>parameters</c> as a list without schemas).
/// </summary>
internal sealed class McpImporter : IToolImporter
{
    public string Format => "mcp";

    public bool Recognizes(JsonElement root)
        => Tools(root) is { } tools && (root.Member("server") is not null || tools.GetArrayLength() == 0
            ? root.Member("server") is not null || root.ObjectMember("result") is not null
            : tools.EnumerateArray().Any(tool => tool.Member("inputSchema") is not null || tool.ArrayMember("arguments") is not null));

    public void Import(ImportContext context)
    {
        var root = context.Document.Root;
        var wrapped = root.ObjectMember("result")?.ArrayMember("tools") is not null;
        var server = root.Member("server");
        var provider = server?.Text() ?? server?.TextMember("slug") ?? server?.TextMember("name") ?? FunctionDrafts.ProviderOf(context);
        var license = License(server?.TextMember("license") ?? root.TextMember("license"));
        var index = 0;
        foreach (var tool in Tools(root)!.Value.EnumerateArray())
        {
            var number = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var locator = wrapped ? context.Locator("result", "tools", number) : context.Locator("tools", number);
            index++;
            ImportTool(context, tool, provider.Trim(), license, locator);
        }
    }

    private static void ImportTool(ImportContext context, JsonElement tool, string provider, string? license, string locator)
    {
        var name = tool.TextMember("name") ?? "";
        if (name.Length == 0)
        {
            context.Reject(locator, "", "no_name", "the tool has no name");
            return;
        }

        var schema = tool.ObjectMember("inputSchema") ?? tool.ObjectMember("input_schema");
        var listed = tool.ArrayMember("arguments") ?? tool.ArrayMember("parameters");
        if (schema is null && listed is null)
        {
            context.Reject(locator, name, "parameters_unknown", "the list tells neither parameters nor that there are none");
            return;
        }

        var crawled = schema is null && tool.ArrayMember("parameters") is not null;
        IReadOnlyList<FunctionParameter> parameters = schema is { } declared
            ? FunctionDrafts.OfSchema(context, declared)
            : [.. listed!.Value.EnumerateArray().Select(Parameter).OfType<FunctionParameter>()];
        var description = tool.TextMember("description");
        if (crawled)
        {
            var cleaned = CrawledTools.WithoutNoise(name, description, provider, parameters, out description);
            if (cleaned.Count == 0 && parameters.Count > 0)
            {
                context.Reject(locator, name, "parameters_unknown", "every crawled parameter is a word of the page, not a parameter");
                return;
            }

            context.Repairs.Add("crawled_noise_removed", parameters.Count - cleaned.Count);
            parameters = cleaned;
        }

        FunctionDrafts.Add(context, new FunctionDescription
        {
            Provider = provider,
            Name = name,
            Locator = locator,
            Format = "mcp",
            Description = description ?? tool.ObjectMember("annotations")?.TextMember("title"),
            License = license,
            SchemaRoot = schema ?? tool,
            Parameters = parameters,
            Returns = tool.ObjectMember("outputSchema"),
            DeclaredEffect = Effect(tool.ObjectMember("annotations")),
            Version = schema is not null ? "3" : crawled ? "1" : "2",
        });
    }

    private static FunctionParameter? Parameter(JsonElement argument)
        => argument.TextMember("name") is { } name
            ? new FunctionParameter(
                name.Trim(),
                argument,
                argument.Member("required") is { } required ? required.IsTrue() : !argument.FlagMember("optional"),
                argument.TextMember("desc") ?? argument.TextMember("description"))
            : null;

    private static ToolEffect Effect(JsonElement? annotations)
        => annotations?.Member("readOnlyHint") is { } hint && hint.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? hint.IsTrue() ? ToolEffect.Read : ToolEffect.Write
            : ToolEffect.Unknown;

    private static string? License(string? declared) => declared is null || declared.Equals("Not specified", StringComparison.OrdinalIgnoreCase) ? null : declared.Trim();

    private static JsonElement? Tools(JsonElement root) => root.ObjectMember("result")?.ArrayMember("tools") ?? root.ArrayMember("tools");
}
