using System.Collections.Frozen;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>
/// A function in whichever form its list has: OpenAI (wrapped or flat, custom tools with free text), MCP, Anthropic, Gemini,
/// Bedrock, Cohere, LangChain, LlamaIndex, smolagents, Semantic Kernel, and the research lists that write parameters as a map.
/// </summary>
/// <param name="Format">The form's name in <c>source.format</c>.</param>
/// <param name="Pointer">Where the function stands inside its entry.</param>
/// <param name="Schema">The parameters as a schema, or null.</param>
/// <param name="Map">The parameters by name, each with whether it is required, or null.</param>
/// <param name="List">The parameters as a list, or null.</param>
internal sealed record FunctionForm(string Format, JsonElement Function, string Pointer, JsonElement? Schema, JsonElement? Map, JsonElement? List)
{
    private static readonly (string Member, string Format)[] SchemaMembers =
    [
        ("inputSchema", "mcp"), ("input_schema", "openai_functions"), ("parameters", "openai_functions"), ("parametersJsonSchema", "gemini_functions"),
        ("parameters_json_schema", "gemini_functions"), ("args_schema", "langchain_tools"), ("fn_schema", "llamaindex_tools"),
    ];

    private static readonly (string Member, string Format)[] MapMembers =
    [
        ("parameter_definitions", "cohere_tools"), ("parameters", "openai_functions"), ("args", "langchain_tools"), ("inputs", "smolagents_tools"),
    ];

    private static readonly (string Member, string Format)[] ListMembers = [("arguments", "mcp"), ("parameters", "mcp")];

    /// <summary>Members that the importer reads of a function, in any of the forms.</summary>
    public static readonly FrozenSet<string> Read = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. SchemaMembers.Concat(MapMembers).Concat(ListMembers).Select(place => place.Member),
            "name", "description", "type", "format", "function", "custom", "toolSpec", "annotations", "title", "outputSchema", "output_schema", "response", "returns", "responseJsonSchema",
            "response_json_schema", "output_type", "input_examples"]);

    /// <summary>Whether this is a function beyond doubt: it has a name and tells its parameters, or is wrapped as one.</summary>
    public static bool IsFunction(JsonElement element)
        => (element.ObjectMember("toolSpec") ?? element.ObjectMember("custom"))?.TextMember("name") is not null
            || (element.ObjectMember("function") is { } wrapped && (wrapped.TextMember("name") is not null || element.TextMember("type") == "function"))
            || (element.TextMember("name") is not null && (HasParameters(element) || element.TextMember("type") is "function" or "custom"));

    public static bool HasParameters(JsonElement element) => element.ValueKind == JsonValueKind.Object && Of(element) is { } form && (form.Schema ?? form.Map ?? form.List) is not null;

    /// <summary>Whether entries without parameters take none: the list is in a form that lets them be left out.</summary>
    public static bool AreFunctions(JsonElement list)
        => list.EnumerateArray().Any(item => item.ObjectMember("function") is not null || item.TextMember("type") is "function" or "custom"
            || (item.ObjectMember("parameters") is not null && item.TextMember("name") is not null));

    /// <summary>The form of an entry; null where it is no object.</summary>
    public static FunctionForm? Of(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (entry.ObjectMember("toolSpec") is { } specification)
        {
            var input = specification.ObjectMember("inputSchema");
            return new FunctionForm("bedrock_tools", specification, "/toolSpec", input?.ObjectMember("json") ?? input, null, null);
        }

        var (function, pointer) = entry.ObjectMember("function") is { } wrapped ? (wrapped, "/function")
            : entry.ObjectMember("custom") is { } custom ? (custom, "/custom")
            : (entry, "");
        foreach (var (member, format) in SchemaMembers)
        {
            if (function.ObjectMember(member) is { } schema && IsSchema(schema))
            {
                return new FunctionForm(FormatOf(function, format), function, pointer, schema.ObjectMember("json") ?? schema, null, null);
            }
        }

        foreach (var (member, format) in MapMembers)
        {
            if (function.ObjectMember(member) is { } map && IsMap(map))
            {
                return new FunctionForm(format, function, pointer, null, map, null);
            }
        }

        foreach (var (member, format) in ListMembers)
        {
            if (function.ArrayMember(member) is { } list)
            {
                return new FunctionForm(format, function, pointer, null, null, list);
            }
        }

        return new FunctionForm("openai_functions", function, pointer, null, null, null);
    }

    /// <summary>The member that should tell the parameters and tells nothing that could be read; null where none is there.</summary>
    public string? Misunderstood()
        => (Schema ?? Map ?? List) is not null
            ? null
            : SchemaMembers.Concat(MapMembers).Concat(ListMembers).Select(place => place.Member).FirstOrDefault(member => Function.Member(member) is not null);

    /// <summary>Whether the parameters are told to be none: their member stands there and is null.</summary>
    public bool TellsNone
        => (Schema ?? Map ?? List) is null
            && SchemaMembers.Any(place => Function.TryGetProperty(place.Member, out var written) && written.ValueKind == JsonValueKind.Null);

    /// <summary>What the function returns, as a schema; null where nothing is said.</summary>
    public JsonElement? Returns()
    {
        foreach (var member in (ReadOnlySpan<string>)["outputSchema", "output_schema", "response", "returns", "responseJsonSchema", "response_json_schema"])
        {
            if (Function.ObjectMember(member) is { } schema)
            {
                return schema;
            }
        }

        return Function.TextMember("output_type") is { } type
            ? JsonBuffer.Element(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("type", type);
                writer.WriteEndObject();
            })
            : null;
    }

    /// <summary>Types in capitals are Gemini's.</summary>
    private static string FormatOf(JsonElement function, string format)
        => function.ObjectMember("parameters")?.TextMember("type") == "OBJECT" ? "gemini_functions" : format;

    private static bool IsSchema(JsonElement element)
        => !element.EnumerateObject().Any() || element.TextMember("type") is not null || element.ArrayMember("type") is not null || element.ObjectMember("properties") is not null
            || element.ObjectMember("json") is not null || element.Reference() is not null || element.ArrayMember("oneOf") is not null || element.ArrayMember("anyOf") is not null
            || element.ArrayMember("allOf") is not null || element.TextMember("$schema") is not null || element.Member("additionalProperties") is not null || element.ArrayMember("required") is not null;

    /// <summary>Parameters by name: each is an object that tells its type, or something of itself.</summary>
    private static bool IsMap(JsonElement element)
        => element.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.Object
            && (member.Value.Member("type") ?? member.Value.Member("description") ?? member.Value.Member("anyOf") ?? member.Value.Member("$ref") ?? member.Value.Member("title")) is not null);
}
