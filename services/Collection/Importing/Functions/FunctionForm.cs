using System.Collections.Frozen;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>
/// A function in the form of its list: OpenAI (wrapped or flat, custom tools with free text), MCP, Anthropic, Gemini, Bedrock, Cohere, LangChain,
/// LlamaIndex, smolagents, Semantic Kernel, and research lists with parameters as a map.
/// </summary>
/// <param name="Format">The form's name in <c>source.format</c>.</param>
/// <param name="Pointer">The place of the function inside its entry.</param>
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

    /// <summary>The members of a function that the importer reads, in all forms.</summary>
    public static readonly FrozenSet<string> Read = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. SchemaMembers.Concat(MapMembers).Concat(ListMembers).Select(place => place.Member),
            "name", "description", "type", "format", "function", "custom", "toolSpec", "annotations", "title", "outputSchema", "output_schema", "response",
                "returns", "responseJsonSchema",
            "response_json_schema", "output_type", "input_examples"]);

    /// <summary>Whether this is certainly a function: it has a name and declares its parameters, or is wrapped as a function.</summary>
    public static bool IsFunction(JsonElement element) =>
        (element.ObjectMember("toolSpec") ?? element.ObjectMember("custom"))?.TextMember("name") is not null
            || (element.ObjectMember("function") is { } wrapped && (wrapped.TextMember("name") is not null || element.TextMember("type") == "function"))
            || (element.TextMember("name") is not null && (HasParameters(element) || element.TextMember("type") is "function" or "custom"));

    public static bool HasParameters(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && Of(element) is { } form
        && (form.Schema ?? form.Map ?? form.List) is not null;

    /// <summary>Whether entries without a parameter member have no parameters, because the form of the list allows leaving it out.</summary>
    public static bool AreFunctions(JsonElement list) =>
        list.EnumerateArray().Any(item => item.ObjectMember("function") is not null || item.TextMember("type") is "function" or "custom"
            || (item.ObjectMember("parameters") is not null && item.TextMember("name") is not null));

    /// <summary>Returns the form of an entry; null if it is not an object.</summary>
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

            if (function.TextMember(member) is { } text && OfText(text) is { } written)
            {
                return new FunctionForm(format, function, pointer, written, null, null) { IsText = true };
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

    /// <summary>Returns the member that should declare the parameters but is unreadable; null if there is none.</summary>
    public string? Misunderstood() =>
        (Schema ?? Map ?? List) is not null
            ? null
            : SchemaMembers.Concat(MapMembers).Concat(ListMembers).Select(place => place.Member).FirstOrDefault(member => Function.Member(member) is not null);

    /// <summary>Whether the schema is written as a text that contains JSON.</summary>
    public bool IsText { get; private init; }

    /// <summary>Whether the function declares that it has no parameters: their member exists and is null.</summary>
    public bool TellsNone =>
        (Schema ?? Map ?? List) is null
            && SchemaMembers.Any(place => Function.TryGetProperty(place.Member, out var written) && written.ValueKind == JsonValueKind.Null);

    /// <summary>Returns the schema of the function's result; null if it declares none.</summary>
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

    private static JsonElement? OfText(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{"))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return IsSchema(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Types in capitals are Gemini's.</summary>
    private static string FormatOf(JsonElement function, string format) =>
        function.ObjectMember("parameters")?.TextMember("type") == "OBJECT" ? "gemini_functions" : format;

    private static bool IsSchema(JsonElement element) =>
        !element.EnumerateObject().Any()
            || element.TextMember("type") is not null
            || element.ArrayMember("type") is not null
            || element.ObjectMember("properties") is not null
            || element.ObjectMember("json") is not null
                || element.Reference() is not null
                || element.ArrayMember("oneOf") is not null
                || element.ArrayMember("anyOf") is not null
            || element.ArrayMember("allOf") is not null
                || element.TextMember("$schema") is not null
                || element.Member("additionalProperties") is not null
                || element.ArrayMember("required") is not null;

    /// <summary>Whether an element is a map of parameters by name: each is an object with a type or another member of a parameter.</summary>
    private static bool IsMap(JsonElement element) =>
        element.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.Object
            && (member.Value.Member("type") ?? member.Value.Member("description") ?? member.Value.Member("anyOf") ?? member.Value.Member("$ref")
                ?? member.Value.Member("title")) is not null);
}
