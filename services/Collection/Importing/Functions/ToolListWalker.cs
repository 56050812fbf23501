using System.Globalization;
using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>
/// Finds lists of tools in all usual places: a bare array, an answer to <c>tools/list</c> (a single one, or page after page), a request to a model, a
/// catalogue of servers, each with its list. A single function counts only at the top level.
/// </summary>
internal static class ToolListWalker
{
    private const int MaximumDepth = 8;

    private static readonly HashSet<string> FunctionLists =
        new(StringComparer.Ordinal) { "function", "functions", "functionDeclarations", "function_declarations" };

    // Members that contain a list and do not name its owner.
    private static readonly HashSet<string> Wrappers = new(StringComparer.OrdinalIgnoreCase)
    {
        "result", "data", "body", "payload", "params", "request", "response", "toolConfig", "tool_config", "capabilities", "manifest", "config", "config_data",
            "server", "tools",
    };

    // Members under which a page of tools has its entries.
    private static readonly HashSet<string> PageMembers =
        new(StringComparer.OrdinalIgnoreCase) { "items", "list", "data", "entries", "nodes", "results", "values" };

    public static IEnumerable<FoundTool> Find(JsonElement root) => Walk(root, "", new Place(root, null), 0);

    /// <summary>Returns the names of the records of a catalogue without tools, if other records of the same list have some.</summary>
    public static IEnumerable<string> RecordsWithoutTools(JsonElement root)
    {
        var lists = root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().Where(member => !IsList(member)).Select(member => member.Value) : [root];
        foreach (var list in lists.Where(list => list.ValueKind == JsonValueKind.Array && !list.EnumerateArray().Any(FunctionForm.IsFunction)))
        {
            var records = list.EnumerateArray().ToLookup(item => Find(item).Any());
            foreach (var record in records[true].Any() ? records[false] : [])
            {
                if ((record.TextMember("name") ?? record.Member("server")?.TextMember("name") ?? record.TextMember("qualifiedName")) is { } name)
                {
                    yield return name;
                }
            }
        }
    }

    private static IEnumerable<FoundTool> Walk(JsonElement element, string pointer, Place place, int depth)
    {
        if (depth > MaximumDepth)
        {
            return [];
        }

        return element.ValueKind switch
        {
            JsonValueKind.Array => Array(element, pointer, place, depth),
            JsonValueKind.Object => Object(element, pointer, place, depth),
            _ => [],
        };
    }

    private static IEnumerable<FoundTool> Array(JsonElement array, string pointer, Place place, int depth)
    {
        // Only an array at the top level, or directly inside one, is a list without the name of one.
        if (IsTop(pointer) && array.EnumerateArray().Any(FunctionForm.IsFunction))
        {
            return Entries(array, pointer, place, FunctionForm.AreFunctions(array) ? ToolListKind.Functions : ToolListKind.Tools, depth);
        }

        return array.EnumerateArray().SelectMany((item, index) => Walk(item, Child(pointer, index), place.At(item, null), depth + 1));
    }

    private static IEnumerable<FoundTool> Object(JsonElement element, string pointer, Place place, int depth)
    {
        var found = false;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                continue;
            }

            var at = $"{pointer}/{JsonPointer.Escape(member.Name)}";
            var tools = IsList(member) ? Entries(member.Value, at, place, KindOf(member, element), depth)
                : Page(member) is { } page ? Entries(page.Value, $"{at}/{JsonPointer.Escape(page.Name)}", place, KindOf(page, element), depth)
                : Walk(member.Value, at, place.At(member.Value, Wrappers.Contains(member.Name) ? null : member.Name), depth + 1);
            foreach (var tool in tools)
            {
                found = true;
                yield return tool;
            }
        }

        // A record with a list of tools describes their owner. A record without one may itself be a function.
        if (!found && IsTop(pointer) && FunctionForm.IsFunction(element))
        {
            yield return new FoundTool(element, pointer, null, default, null, ToolListKind.Functions);
        }
    }

    private static bool IsTop(string pointer) => pointer.Length == 0 || pointer.Skip(1).All(char.IsAsciiDigit);

    private static bool IsList(JsonProperty member) => member.Name switch
    {
        _ when FunctionLists.Contains(member.Name) => HoldsObjects(member.Value),
        "tools" => member.Value.ValueKind == JsonValueKind.Array ? HoldsObjects(member.Value) : IsMap(member.Value),
        _ => false,
    };

    /// <summary>Returns the entries of a list of tools that is a page: an object with the list under a further member. Null if it is none.</summary>
    private static JsonProperty? Page(JsonProperty member)
    {
        if (member.Name != "tools" || member.Value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var inner in member.Value.EnumerateObject())
        {
            if (PageMembers.Contains(inner.Name) && inner.Value.ValueKind == JsonValueKind.Array && HoldsObjects(inner.Value))
            {
                return inner;
            }
        }

        return null;
    }

    private static bool HoldsObjects(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object)
            : FunctionForm.IsFunction(list) || IsMap(list);

    /// <summary>Whether an element is a map of tools by name.</summary>
    private static bool IsMap(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            && element.EnumerateObject().Any()
            && element.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.Object)
            && element.EnumerateObject().Any(member => FunctionForm.HasParameters(member.Value));

    private static ToolListKind KindOf(JsonProperty member, JsonElement owner) =>
        FunctionLists.Contains(member.Name)
            || (member.Value.ValueKind == JsonValueKind.Array && owner.Member("server") is null && FunctionForm.AreFunctions(member.Value))
            ? ToolListKind.Functions
            : ToolListKind.Tools;

    private static IEnumerable<FoundTool> Entries(JsonElement list, string pointer, Place place, ToolListKind kind, int depth)
    {
        if (list.ValueKind == JsonValueKind.Object)
        {
            return FunctionForm.IsFunction(list)
                ? [new FoundTool(list, pointer, null, place.Owner, place.Key, kind)]
                : list.DistinctMembers()
                    .Select(member => new FoundTool(member.Value, $"{pointer}/{JsonPointer.Escape(member.Name)}", member.Name, place.Owner, place.Key, kind));
        }

        return list.EnumerateArray().SelectMany((item, index) => Entry(item, Child(pointer, index), place, kind, depth));
    }

    /// <summary>Returns an entry, or the entries of a list inside it, because Gemini groups its declarations.</summary>
    private static IEnumerable<FoundTool> Entry(JsonElement item, string pointer, Place place, ToolListKind kind, int depth)
    {
        if (item.ValueKind == JsonValueKind.Object
            && !FunctionForm.IsFunction(item)
            && Walk(item, pointer + "/", place, depth + 1).ToList() is { Count: > 0 } inner)
        {
            return inner.Select(tool => tool with { Pointer = tool.Pointer.Replace("//", "/", StringComparison.Ordinal) });
        }

        return [new FoundTool(item, pointer, null, place.Owner, place.Key, kind)];
    }

    private static string Child(string pointer, int index) => $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";

    private readonly record struct Place(JsonElement Owner, string? Key)
    {
        public Place At(JsonElement element, string? key)
        {
            var isNamed = element.Member("server") is not null || element.TextMember("name") is not null || element.TextMember("slug") is not null;
            return isNamed ? new Place(element, key) : key is not null ? new Place(element, key) : this;
        }
    }
}
