using System.Text.Json;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Follows <c>$ref</c> inside the document and to other documents of the same archive or folder, but never to a host and never outside of the given sources.
/// </summary>
internal sealed class ReferenceResolver(DocumentReader reader, CancellationToken cancellationToken)
{
    // A chain of references ends, unless it leads to itself.
    private const int MaximumChain = 32;

    // A neighbour must be read to learn its address.
    private const int MaximumNeighbours = 64;

    private readonly Dictionary<(LoadedDocument, string), ReferenceTarget?> _targets = [];
    private readonly Dictionary<(ISourceContainer, string), LoadedDocument?> _siblings = [];
    private readonly Dictionary<LoadedDocument, SubtypeIndex> _subtypes = [];
    private readonly HashSet<(LoadedDocument, string)> _circles = [];

    /// <summary>Returns the final target of a reference, which is not merely another reference; null if it leads nowhere, outside or in a circle.</summary>
    public ReferenceTarget? Resolve(LoadedDocument document, string reference)
    {
        if (_targets.TryGetValue((document, reference), out var known))
        {
            return known;
        }

        var target = Follow(document, reference);
        var passed = new HashSet<(LoadedDocument, string)>();
        for (var step = 0; target is not null && NextReference(target) is { } next; step++)
        {
            if (!passed.Add((target.Document, target.Pointer)))
            {
                _circles.Add((document.Written, reference));
                target = null;
                break;
            }

            target = step < MaximumChain ? Follow(target.Document, next) : null;
        }

        _targets[(document, reference)] = target;
        return target;
    }

    /// <summary>Whether a reference was followed and leads back to itself.</summary>
    public bool IsCircle(LoadedDocument document, string reference) => _circles.Contains((document, reference));

    /// <summary>Returns the index of the subtypes in a document.</summary>
    public SubtypeIndex Subtypes(LoadedDocument document)
    {
        if (!_subtypes.TryGetValue(document, out var index))
        {
            _subtypes[document] = index = new SubtypeIndex(document, this);
        }

        return index;
    }

    /// <summary>Returns the document in which references of a schema are resolved: the schema itself if it has an address.</summary>
    public static LoadedDocument Scope(LoadedDocument document, JsonElement schema) =>
        schema.TryGetProperty("$id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } address && address[0] != '#'
            && document.Addresses.Resource(address) is { } resource && resource != document
                ? resource
                : document;

    /// <summary>Returns the reference to which a target leads further. A target with demands of its own is final.</summary>
    private static string? NextReference(ReferenceTarget target) =>
        target.Element.ValueKind == JsonValueKind.Object
            && target.Element.TryGetProperty("$ref", out var next)
            && next.ValueKind == JsonValueKind.String
            && !target.Element.EnumerateObject().Any(SchemaKeywords.Demands)
                ? next.GetString()
                : null;

    private ReferenceTarget? Follow(LoadedDocument document, string reference)
    {
        if (document.Joined is { } joined)
        {
            return joined.GetValueOrDefault(reference);
        }

        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var file = hash < 0 ? reference : reference[..hash];
        var fragment = hash < 0 ? "" : reference[(hash + 1)..];
        var address = file.Length == 0 ? file : DocumentAddresses.Absolute(document.Addresses.Base, file)?.AbsoluteUri ?? file;
        for (var place = document; place is not null; place = place.Parent)
        {
            var target = file.Length == 0 ? place
                : place.Addresses.Resource(address) ?? place.Addresses.Resource(file) ?? Sibling(place, file) ?? Addressed(place, file);
            if (target is not null && (Pointed(target, fragment) ?? target.Addresses.Anchor(Uri.UnescapeDataString(fragment))) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static ReferenceTarget? Pointed(LoadedDocument document, string pointer) =>
        JsonPointer.TryFollow(document.Root, pointer, out var element) ? new ReferenceTarget(document, pointer, element) : null;

    /// <summary>
    /// Finds a neighbour by its address: the file beside this document to which the relative address leads, or a neighbour that declares this address.
    /// </summary>
    private LoadedDocument? Addressed(LoadedDocument document, string address)
    {
        if (document.Addresses.Relative(address) is { } relative && Sibling(document, relative) is { } beside)
        {
            return beside;
        }

        if (!address.Contains(':', StringComparison.Ordinal) && !document.Addresses.IsAddressed)
        {
            return null;
        }

        var absolute = DocumentAddresses.Absolute(document.Addresses.Base, address)?.AbsoluteUri;
        var container = document.Item.Container;
        foreach (var path in container.Paths.Count <= MaximumNeighbours ? container.Paths : [])
        {
            if (path != document.Item.Path && Member(document.Item, path) is { } neighbour && neighbour.Addresses.IsAddressed
                && neighbour.Addresses.Base.AbsoluteUri == absolute)
            {
                return neighbour;
            }
        }

        return null;
    }

    private LoadedDocument? Sibling(LoadedDocument document, string file) =>
        RelativePath(document.Item.Path, file) is { } path && document.Item.Container.Contains(path) ? Member(document.Item, path) : null;

    /// <summary>Reads a member of an item's container once; null if it cannot be read.</summary>
    private LoadedDocument? Member(SourceItem from, string path)
    {
        if (!_siblings.TryGetValue((from.Container, path), out var sibling))
        {
            var item = new SourceItem(from.Uri[..^from.Path.Length] + path, path, from.Container);
            try
            {
                sibling = new LoadedDocument(item, reader.ReadWhole(item, cancellationToken));
            }
            catch (DocumentException)
            {
                // The broken sibling is reported when it is read as a document. Here the reference just leads nowhere.
                sibling = null;
            }

            _siblings[(from.Container, path)] = sibling;
        }

        return sibling;
    }

    /// <summary>Returns a path inside the container; null if the reference names a host, is absolute or leads outside.</summary>
    private static string? RelativePath(string from, string file)
    {
        if (file.Contains("://", StringComparison.Ordinal) || file.StartsWith('/') || file.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in Uri.UnescapeDataString(file).Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case "..":
                    if (parts.Count == 0)
                    {
                        return null;
                    }

                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }
}
