using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>Imports lists of tools and functions in every common form, wherever <see cref="ToolListWalker"/> finds them.</summary>
internal sealed class ToolListImporter : IToolImporter
{
    private const int MaximumExamples = 2;

    // Tools that a model's provider runs itself. Their parameters are unknown.
    private static readonly HashSet<string> Hosted = new(StringComparer.OrdinalIgnoreCase)
    {
        "codeExecution", "code_execution", "googleSearch", "google_search", "googleSearchRetrieval", "google_search_retrieval", "urlContext", "url_context",
            "computerUse",
        "computer_use", "fileSearch", "file_search", "googleMaps", "google_maps", "retrieval", "enterpriseWebSearch", "systemTool",
    };

    // Entries of a list of tools that are not tools.
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal) { "cachePoint", "cache_control", "guardContent" };

    public string Format => "tool_list";

    public bool Recognizes(JsonElement root) => ToolListWalker.Find(root).Any() || IsEmptyList(root);

    public void Import(ImportContext context)
    {
        foreach (var tool in ToolListWalker.Find(context.Document.Root))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Import(context, tool);
        }

        foreach (var name in ToolListWalker.RecordsWithoutTools(context.Document.Root))
        {
            context.Unread.Add("server_without_tools", name);
        }
    }

    /// <summary>Whether the document is an empty list of a server, which is a list too.</summary>
    private static bool IsEmptyList(JsonElement root) =>
        (root.ObjectMember("result")?.ArrayMember("tools") ?? (root.Member("server") is not null ? root.ArrayMember("tools") : null)) is { } list
            && list.GetArrayLength() == 0;

    private static void Import(ImportContext context, FoundTool found)
    {
        var locator = context.Document.PointerPrefix + found.Pointer;
        if (FunctionForm.Of(found.Item) is not { } form)
        {
            context.Reject(locator, found.Key ?? "", "malformed_operation", $"the tool is {found.Item.ValueKind}, not an object");
            return;
        }

        locator += form.Pointer;
        context.Unread.Note("tool", form.Function, FunctionForm.Read);
        var name = form.Function.TextMember("name") ?? found.Key;
        if (Refusal(found, form, name) is var (reason, detail))
        {
            if (reason.Length > 0)
            {
                context.Reject(locator, name ?? HostedName(found.Item) ?? "", reason, detail);
            }
            else
            {
                context.Unread.Add("tool", found.Item.EnumerateObject().First().Name);
            }

            return;
        }

        Accept(context, found, form, name!, locator);
    }

    /// <summary>Explains why an entry is not a function; an empty reason if it was never meant as one.</summary>
    private static (string Reason, string Detail)? Refusal(FoundTool found, FunctionForm form, string? name)
    {
        var item = found.Item;
        if (item.EnumerateObject().Select(member => member.Name).FirstOrDefault() is { } first && Marks.Contains(first))
        {
            return ("", "");
        }

        var told = form.Schema is not null || form.Map is not null || form.List is not null;
        if (!told && HostedName(item) is { } hosted)
        {
            return ("hosted_tool", $"'{hosted}' is run by the model's provider; the list tells nothing of its parameters");
        }

        if (name is null)
        {
            return ("no_name", "the tool has no name");
        }

        if (form.Misunderstood() is { } member)
        {
            return ("parameters_not_understood", $"its '{member}' is neither a schema nor parameters by name nor a list of them");
        }

        return !told && found.List == ToolListKind.Tools && !IsFreeText(item) && !form.TellsNone
            ? ("parameters_unknown", "the list tells neither parameters nor that there are none")
            : null;
    }

    private static string? HostedName(JsonElement item) =>
        item.TextMember("type") is { } type && type is not ("function" or "custom" or "object") ? type
            : item.EnumerateObject().Take(2).ToList() is [var only] && Hosted.Contains(only.Name) ? only.Name
            : null;

    private static bool IsFreeText(JsonElement item) => item.TextMember("type") == "custom";

    private static void Accept(ImportContext context, FoundTool found, FunctionForm form, string name, string locator)
    {
        var provider = ProviderOf(context, found);
        var description = form.Function.TextMember("description");
        var arguments = ArgumentsOf(context, found.Item, form);
        if (arguments.Refusal is { } refusal)
        {
            context.Reject(locator, name, "parameters_not_understood", refusal);
            return;
        }

        var crawled = form is { List: not null, Format: "mcp" } && form.Function.ArrayMember("arguments") is null;
        if (crawled && arguments.Parameters.Count > 0)
        {
            var believed = CrawledTools.WithoutNoise(name, description, provider, arguments.Parameters, out description);
            if (believed.Count == 0)
            {
                context.Reject(locator, name, "parameters_unknown", "every crawled parameter is a word of the page, not a parameter");
                return;
            }

            context.Repairs.Add("crawled_noise_removed", arguments.Parameters.Count - believed.Count);
            arguments = arguments with { Parameters = believed };
        }

        if (form.IsText)
        {
            context.Repairs.Add("schema_as_text");
        }

        var isServer = form.Format == "mcp";
        FunctionDrafts.Add(context, new FunctionDescription
        {
            Provider = provider,
            Name = name,
            Locator = locator,
            Format = form.Format,
            Description = description ?? form.Function.ObjectMember("annotations")?.TextMember("title") ?? form.Function.TextMember("title"),
            License = LicenseOf(context, found.Owner),
            SchemaRoot = form.Schema ?? form.Function,
            Parameters = arguments.Parameters,
            Demands = arguments.Demands,
            Returns = form.Returns(),
            DeclaredEffect = Effect(form.Function.ObjectMember("annotations")),
            Resource = isServer ? "" : Qualifier(name),
            Examples = Examples(form.Function),
            Version = !isServer ? "" : form.Schema is not null ? "3" : crawled ? "1" : "2",
        });
    }

    private static FunctionArguments ArgumentsOf(ImportContext context, JsonElement item, FunctionForm form)
    {
        if (form.Schema is { } schema)
        {
            return FunctionDrafts.OfSchema(context, schema);
        }

        if (form.Map is { } map)
        {
            return new FunctionArguments(OfMap(map));
        }

        if (form.List is { } list)
        {
            return new FunctionArguments([.. list.EnumerateArray().Select(OfListed).OfType<FunctionParameter>()]);
        }

        return new FunctionArguments(IsFreeText(item) ? [new FunctionParameter("input", FreeText, true, FreeTextOf(form.Function))] : []);
    }

    private static readonly JsonElement FreeText = JsonBuffer.Element("""{"type":"string"}"""u8.ToArray());

    /// <summary>Returns the form of the free text, if the tool declares it.</summary>
    private static string FreeTextOf(JsonElement function)
    {
        var format = function.ObjectMember("format");
        return (format?.ObjectMember("grammar") ?? format)?.TextMember("definition") is { } grammar ? $"Text in the grammar: {grammar}" : "Free text.";
    }

    /// <summary>
    /// Reads parameters by name. If some say whether they are required, the others are optional. If none does, those without a default that are not
    /// called optional are required.
    /// </summary>
    private static List<FunctionParameter> OfMap(JsonElement map)
    {
        var members = map.DistinctMembers().ToList();
        var isTold = members.Exists(member => member.Value.Member("required") is { ValueKind: not JsonValueKind.Array });
        return members.ConvertAll(member => new FunctionParameter(
            member.Name,
            member.Value,
            isTold ? member.Value.FlagMember("required") : !IsOptional(member.Value),
            member.Value.TextMember("description")));
    }

    private static bool IsOptional(JsonElement parameter) =>
        parameter.ValueKind == JsonValueKind.Object
            && (parameter.TryGetProperty("default", out _) || parameter.FlagMember("optional") || parameter.FlagMember("nullable")
                || parameter.TextMember("type")?.Contains("optional", StringComparison.OrdinalIgnoreCase) == true);

    private static FunctionParameter? OfListed(JsonElement argument) =>
        argument.TextMember("name") is { } name
            ? new FunctionParameter(
                name.Trim(),
                argument.ObjectMember("schema") ?? argument,
                (argument.Member("required") ?? argument.Member("isRequired")) is { } required ? required.IsTrue() : !argument.FlagMember("optional"),
                argument.TextMember("desc") ?? argument.TextMember("description"))
            : null;

    private static string ProviderOf(ImportContext context, FoundTool found)
    {
        var server = found.Owner.Member("server");
        var own = server?.Text() ?? server?.TextMember("slug") ?? server?.TextMember("name")
            ?? found.Owner.TextMember("provider") ?? found.Owner.TextMember("name") ?? found.Owner.TextMember("slug") ?? found.OwnerKey;
        return (own ?? FunctionDrafts.ProviderOf(context)).Trim();
    }

    private static string? LicenseOf(ImportContext context, JsonElement owner)
    {
        var declared = owner.Member("server")?.TextMember("license") ?? owner.TextMember("license") ?? context.Document.Root.TextMember("license");
        return declared is null || declared.Equals("Not specified", StringComparison.OrdinalIgnoreCase) ? null : declared.Trim();
    }

    private static ToolEffect Effect(JsonElement? annotations) =>
        annotations?.Member("readOnlyHint") is { } hint && hint.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? hint.IsTrue() ? ToolEffect.Read : ToolEffect.Write
            : ToolEffect.Unknown;

    private static List<ToolExample>? Examples(JsonElement function)
    {
        var examples = (function.ArrayMember("input_examples")?.EnumerateArray() ?? default)
            .Where(example => example.ValueKind == JsonValueKind.Object).Take(MaximumExamples).Select(example => new ToolExample(example.Clean(), null))
                .ToList();
        return examples.Count > 0 ? examples : null;
    }

    private static string Qualifier(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : "";
    }
}
