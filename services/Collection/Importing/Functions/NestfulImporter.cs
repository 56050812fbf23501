using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Importing.OpenApi;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>NESTFUL: parameters by name under one of four members, and <c>output_parameters</c>.</summary>
internal sealed class NestfulImporter : IToolImporter
{
    private static readonly (string Member, string Location)[] Places =
    [
        ("path_parameters", "path"), ("query_parameters", "query"), ("parameters", "argument"), ("arguments", "argument"),
    ];

    public string Format => "nestful";

    public bool Recognizes(JsonElement root) => Tool(root).TextMember("name") is not null && Tool(root).Member("output_parameters") is not null;

    public void Import(ImportContext context)
    {
        var root = context.Document.Root;
        var tool = Tool(root);
        var host = tool.TextMember("host");
        var name = tool.TextMember("name")!;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var parameters = new List<FunctionParameter>();
        foreach (var (member, location) in Places)
        {
            foreach (var parameter in tool.ObjectMember(member)?.DistinctMembers() ?? [])
            {
                parameters.Add(new FunctionParameter(
                    parameter.Name, Schema(parameter.Value), parameter.Value.FlagMember("required"), parameter.Value.TextMember("description"), location));
            }
        }

        FunctionDrafts.Add(context, new FunctionDescription
        {
            Provider = host is not null
                ? host.Split('.')[0]
                : dot > 0
                ? ApiIdentity.Slug(name[..dot])
                : root.TextMember("source") ?? FunctionDrafts.ProviderOf(context),
            Name = name,
            Locator = root.ObjectMember("tool") is null ? context.Document.PointerPrefix : context.Locator("tool"),
            Format = Format,
            Description = tool.TextMember("description"),
            SchemaRoot = tool,
            Parameters = parameters,
            Returns = tool.ObjectMember("output_parameters") is { } outputs && SealToolsImporter.ObjectOf(OfOutputs(outputs)) is { } returns ? returns : null,
            Http = tool.TextMember("method") is { } method && tool.TextMember("endpoint") is { } endpoint
                ? new HttpOperation(method.ToUpperInvariant(), endpoint)
                : null,
            Resource = dot > 0 ? name[..dot] : "",
        });
    }

    private static JsonElement Tool(JsonElement root) => root.ObjectMember("tool") ?? root;

    /// <summary>Returns a parameter as a schema. Without a type every value is text.</summary>
    private static JsonElement Schema(JsonElement parameter) =>
        parameter.ValueKind != JsonValueKind.Object ? parameter : Enumerated(parameter, parameter.Member("type") is null ? "string" : null);

    /// <summary>Returns a schema with values under <c>enum</c> and a default under <c>default</c>. This format has other names for both.</summary>
    private static JsonElement Enumerated(JsonElement schema, string? type) =>
        JsonBuffer.Element(writer =>
        {
            writer.WriteStartObject();
            if (type is not null)
            {
                writer.WriteString("type", type);
            }

            foreach (var member in schema.DistinctMembers())
            {
                var keyword = member.Name switch
                {
                    "allowed_values" or "possible_values" when member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0 => "enum",
                    "allowed_values" or "possible_values" => null,
                    "default_value" => "default",
                    _ => member.Name,
                };
                if (keyword is not null)
                {
                    writer.WritePropertyName(keyword);
                    member.Value.WriteClean(writer);
                }
            }

            writer.WriteEndObject();
        });

    private static JsonElement OfOutputs(JsonElement outputs) =>
        JsonBuffer.Element(writer =>
        {
            writer.WriteStartObject();
            foreach (var output in outputs.DistinctMembers())
            {
                writer.WritePropertyName(output.Name);
                (output.Value.ValueKind == JsonValueKind.Object ? Enumerated(output.Value, null) : output.Value).WriteClean(writer);
            }

            writer.WriteEndObject();
        });
}
