using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>
/// Finds the targets of references in one schema, each once: by pointer (<c>#/$defs/A</c>, <c>#/definitions/A</c>, any other place), by anchor
/// (<c>#a</c>), and by the <c>$id</c> of a part. The Python runtime finds the same ones.
/// </summary>
internal sealed partial class SchemaReferences(ToolSchema root)
{
    private ConcurrentDictionary<string, ToolSchema?>? _targets;
    private Dictionary<string, JsonElement>? _named;

    public ToolSchema? Find(string reference)
    {
        var targets = _targets ?? Interlocked.CompareExchange(ref _targets, new(StringComparer.Ordinal), null) ?? _targets;
        // Two spellings of one place give one node.
        var plain = Escape().Replace(reference, m => ((char)int.Parse(m.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return targets.GetOrAdd(plain, Read);
    }

    private ToolSchema? Read(string plain)
    {
        if (plain == "#")
        {
            return root;
        }

        var hash = plain.IndexOf('#', StringComparison.Ordinal);
        var (document, fragment) = hash < 0 ? (plain, "") : (plain[..hash], plain[(hash + 1)..]);
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            return Named(document + "#" + fragment) is { } anchored ? root.Child(anchored) : null;
        }

        return (document.Length == 0 ? root.Source : Named(document)) is { } from && At(from, fragment) is { } target ? root.Child(target) : null;
    }

    private JsonElement? Named(string name)
    {
        if (_named is null)
        {
            var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            Name(root.Source, named);
            _named = named;
        }

        return _named.TryGetValue(name, out var found) ? found : null;
    }

    /// <summary>Gathers what bears a name; the first of a name has it.</summary>
    private static void Name(JsonElement at, Dictionary<string, JsonElement> named)
    {
        if (at.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in at.EnumerateArray())
            {
                Name(item, named);
            }
        }

        if (at.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var anchor in (ReadOnlySpan<string>)["$anchor", "$dynamicAnchor"])
        {
            if (SchemaKeyword.Text(at, anchor) is { } name)
            {
                named.TryAdd("#" + name, at);
            }
        }

        if (SchemaKeyword.Text(at, "$id") is { } id)
        {
            named.TryAdd(id.TrimEnd('#'), at);
        }

        foreach (var member in at.EnumerateObject())
        {
            Name(member.Value, named);
        }
    }

    private static JsonElement? At(JsonElement from, string pointer)
    {
        var at = from;
        foreach (var segment in pointer.Length == 0 ? [] : pointer[1..].Split('/'))
        {
            var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var member))
            {
                at = member;
            }
            else if (at.ValueKind == JsonValueKind.Array && Index().IsMatch(name) && int.Parse(name, CultureInfo.InvariantCulture) < at.GetArrayLength())
            {
                at = at[int.Parse(name, CultureInfo.InvariantCulture)];
            }
            else
            {
                return null;
            }
        }

        return at;
    }

    [GeneratedRegex("%[0-7][0-9A-Fa-f]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex("^[0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
