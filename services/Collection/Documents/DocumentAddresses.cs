using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// The schemas of a document that have an address (<c>$id</c>, <c>id</c>) or an anchor (<c>$anchor</c>, <c>$dynamicAnchor</c>, an id that is only a
/// fragment), and the document's own address (<c>$self</c>, or the <c>$id</c> of its root). The document is searched once, at the first reference
/// that needs it.
/// </summary>
internal sealed class DocumentAddresses
{
    private const int MaximumDepth = 200;

    // Relative addresses need a base. No document has this one.
    private static readonly Uri Nowhere = new("relative://document/");

    private readonly LoadedDocument _document;
    // The oldest drafts write the address as "id", which elsewhere is a property like any other.
    private readonly bool _idIsAddress;
    private readonly Dictionary<string, LoadedDocument> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReferenceTarget> _anchors = new(StringComparer.Ordinal);

    public DocumentAddresses(LoadedDocument document)
    {
        _document = document;
        var root = document.Root;
        var text = root.ValueKind == JsonValueKind.Undefined ? default : JsonMarshal.GetRawUtf8Value(root);
        _idIsAddress = Holds(text, "draft-03/schema", "draft-04/schema");
        var own = root.TextMember("$self") ?? IdOf(root);
        Base = Absolute(document.Parent?.Addresses.Base ?? Nowhere, own ?? "") ?? Nowhere;
        if (own is not null)
        {
            _resources[Key(Base)] = document;
        }

        // Most documents have neither addresses nor anchors, and are not searched for them.
        if (_idIsAddress || Holds(text, "$id\"", "$anchor\"", "$dynamicAnchor\""))
        {
            Visit(root, Base, "", document, 0);
        }
    }

    /// <summary>The document's own address.</summary>
    public Uri Base { get; }

    public bool IsAddressed => Base != Nowhere;

    /// <summary>Finds the document, or the schema inside it, at an address that this document uses.</summary>
    public LoadedDocument? Resource(string address) =>
        Absolute(Base, address) is { } absolute && _resources.TryGetValue(Key(absolute), out var resource) ? resource : null;

    public ReferenceTarget? Anchor(string name) => _anchors.GetValueOrDefault(name);

    /// <summary>Returns an address relative to the document's own if both are in one place; else null.</summary>
    public string? Relative(string address)
    {
        if (!IsAddressed || Absolute(Base, address) is not { } absolute || absolute.Scheme != Base.Scheme || absolute.Authority != Base.Authority)
        {
            return null;
        }

        return Uri.UnescapeDataString(Base.MakeRelativeUri(absolute).ToString());
    }

    public static Uri? Absolute(Uri home, string address) => Uri.TryCreate(home, address, out var absolute) ? absolute : null;

    private static string Key(Uri address) => address.GetLeftPart(UriPartial.Query);

    private string? IdOf(JsonElement element) => element.TextMember("$id") ?? (_idIsAddress ? element.TextMember("id") : null);

    private static bool Holds(ReadOnlySpan<byte> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Visit(JsonElement element, Uri home, string pointer, LoadedDocument resource, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
            {
                Visit(item, home, $"{pointer}/{(index++).ToString(CultureInfo.InvariantCulture)}", resource, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            (home, resource, pointer) = Note(element, home, pointer, resource, depth);
            foreach (var member in element.EnumerateObject())
            {
                // Examples and values are data, so an address in them names nothing.
                if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                    && member.Name is not ("example" or "examples" or "default" or "enum" or "const"))
                {
                    Visit(member.Value, home, $"{pointer}/{JsonPointer.Escape(member.Name)}", resource, depth + 1);
                }
            }
        }
    }

    private (Uri Home, LoadedDocument Resource, string Pointer) Note(JsonElement element, Uri home, string pointer, LoadedDocument resource, int depth)
    {
        var id = IdOf(element);
        if (depth > 0 && id is not null && !id.StartsWith('#') && Absolute(home, id) is { } address)
        {
            // A schema with an address is a separate document, and pointers inside it begin there.
            (home, resource, pointer) = (address, new LoadedDocument(_document.Item, element, _document.PointerPrefix + pointer, _document), "");
            _resources.TryAdd(Key(address), resource);
        }

        var target = new ReferenceTarget(resource, pointer, element);
        foreach (var anchor in (ReadOnlySpan<string?>)[element.TextMember("$anchor"), element.TextMember("$dynamicAnchor"), id is ['#', ..] ? id[1..] : null])
        {
            if (anchor is { Length: > 0 })
            {
                // Of equal anchors the outermost counts, because a dynamic reference means that one.
                _anchors.TryAdd(anchor, target);
            }
        }

        return (home, resource, pointer);
    }
}
