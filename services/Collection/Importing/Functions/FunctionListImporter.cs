using System.Globalization;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>
/// OpenAI function lists: bare functions, <c>{"type":"function","function":{...}}</c>, arrays of either, objects that hold
/// them under <c>function</c>, <c>functions</c> or <c>tools</c>, and Anthropic's <c>input_schema</c>. The types of the
/// Berkeley leaderboard (<c>dict</c>, <c>float</c>, <c>tuple</c>) are read as what they mean.
/// </summary>
internal sealed class FunctionListImporter : IToolImporter
{
    private static readonly string[] ListMembers = ["function", "functions", "tools"];

    public string Format => "openai_functions";

    public bool Recognizes(JsonElement root) => Functions(root, "").Any();

    public void Import(ImportContext context)
    {
        var provider = context.Document.Root.TextMember("provider") ?? context.Document.Root.TextMember("name") ?? FunctionDrafts.ProviderOf(context);
        if (IsFunction(context.Document.Root))
        {
            provider = FunctionDrafts.ProviderOf(context);
        }

        var license = context.Document.Root.TextMember("license");
        foreach (var (function, pointer) in Functions(context.Document.Root, ""))
        {
            var locator = context.Document.PointerPrefix + pointer;
            if (function.TextMember("name") is not { } name)
            {
                context.Reject(locator, "", "no_name", "the function has no name");
                continue;
            }

            var schema = function.ObjectMember("parameters") ?? function.ObjectMember("input_schema") ?? function.ObjectMember("inputSchema");
            FunctionDrafts.Add(context, new FunctionDescription
            {
                Provider = provider,
                Name = name,
                Locator = locator,
                Format = Format,
                Description = function.TextMember("description"),
                License = license,
                SchemaRoot = schema ?? function,
                Parameters = schema is { } declared ? FunctionDrafts.OfSchema(context, declared) : [],
                Returns = function.ObjectMember("response") ?? function.ObjectMember("returns") ?? function.ObjectMember("outputSchema"),
                Resource = Qualifier(name),
            });
        }
    }

    private static string Qualifier(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : "";
    }

    private static IEnumerable<(JsonElement Function, string Pointer)> Functions(JsonElement root, string pointer)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in root.EnumerateArray())
            {
                var place = $"{pointer}/{index++.ToString(CultureInfo.InvariantCulture)}";
                if (item.ValueKind == JsonValueKind.Object)
                {
                    foreach (var function in Functions(item, place))
                    {
                        yield return function;
                    }
                }
            }
        }
        else if (root.ObjectMember("function") is { } wrapped && IsFunction(wrapped))
        {
            yield return (wrapped, pointer + "/function");
        }
        else if (IsFunction(root))
        {
            yield return (root, pointer);
        }
        else
        {
            foreach (var member in ListMembers)
            {
                if (root.ArrayMember(member) is { } list)
                {
                    foreach (var function in Functions(list, $"{pointer}/{member}"))
                    {
                        yield return function;
                    }
                }
            }
        }
    }

    private static bool IsFunction(JsonElement element)
        => element.ValueKind == JsonValueKind.Object
            && element.TextMember("name") is not null
            && (element.ObjectMember("parameters") is not null || element.ObjectMember("input_schema") is not null
                || (element.TextMember("description") is not null && element.ArrayMember("tools") is null && element.ArrayMember("functions") is null
                    && element.Member("parameters") is null));
}
