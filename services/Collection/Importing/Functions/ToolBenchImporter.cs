using System.Globalization;
using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>
/// ToolBench and RapidAPI: a tool with an <c>api_list</c> of operations, parameters in two lists, and a response whose leaves are names of Python types.
/// </summary>
internal sealed class ToolBenchImporter : IToolImporter
{
    public string Format => "toolbench";

    public bool Recognizes(JsonElement root) => root.ArrayMember("api_list") is not null;

    public void Import(ImportContext context)
    {
        var root = context.Document.Root;
        var index = 0;
        foreach (var api in root.ArrayMember("api_list")!.Value.EnumerateArray())
        {
            var locator = context.Locator("api_list", index++.ToString(CultureInfo.InvariantCulture));
            var name = api.TextMember("api_name") ?? api.TextMember("name");
            if (name is null)
            {
                context.Reject(locator, "", "no_name", "the operation has no name");
                continue;
            }

            var tool = api.TextMember("tool_name") ?? root.TextMember("tool_name") ?? FunctionDrafts.ProviderOf(context);
            FunctionDrafts.Add(context, new FunctionDescription
            {
                Provider = tool.Trim(),
                Name = name,
                Locator = locator,
                Format = Format,
                Description = api.TextMember("api_description") ?? api.TextMember("description"),
                SchemaRoot = api,
                Parameters = [.. Parameters(api, "required_parameters", true), .. Parameters(api, "optional_parameters", false)],
                Returns = api.Member("template_response") is { } template && template.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                    ? ResponseTemplate.ToSchema(template)
                    : null,
                Http = api.TextMember("method") is { } method ? new HttpOperation(method.ToUpperInvariant(), "/" + name) : null,
            });
        }
    }

    private static IEnumerable<FunctionParameter> Parameters(JsonElement api, string list, bool required)
    {
        foreach (var parameter in api.ArrayMember(list)?.EnumerateArray() ?? default)
        {
            if (parameter.TextMember("name") is { } name)
            {
                yield return new FunctionParameter(name.Trim(), parameter, required, parameter.TextMember("description"));
            }
        }
    }
}
