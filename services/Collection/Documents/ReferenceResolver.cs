using System.Text.Json;
using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// Follows <c>$ref</c>: inside the document, and to other documents of the same archive or folder. Never to a host and
/// never outside what was given.
/// </summary>
internal sealed class ReferenceResolver(DocumentReader reader, CancellationToken cancellationToken)
{
    // A chain of references to references ends somewhere; one to itself does not.
    private const int MaximumChain = 32;

    private readonly Dictionary<(LoadedDocument, string), ReferenceTarget?> _targets = [];
    private readonly Dictionary<(ISourceContainer, string), LoadedDocument?> _siblings = [];

    /// <summary>The target of a reference that itself is no reference, or null where it leads nowhere, outside or in a circle.</summary>
    public ReferenceTarget? Resolve(LoadedDocument document, string reference)
    {
        if (_targets.TryGetValue((document, reference), out var known))
        {
            return known;
        }

        var target = Follow(document, reference);
        for (var step = 0; target is not null && NextReference(target) is { } next; step++)
        {
            target = step < MaximumChain ? Follow(target.Document, next) : null;
        }

        _targets[(document, reference)] = target;
        return target;
    }

    private static string? NextReference(ReferenceTarget target)
        => target.Element.ValueKind == JsonValueKind.Object
            && target.Element.TryGetProperty("$ref", out var next)
            && next.ValueKind == JsonValueKind.String
                ? next.GetString()
                : null;

    private ReferenceTarget? Follow(LoadedDocument document, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var file = hash < 0 ? reference : reference[..hash];
        var pointer = hash < 0 ? "" : reference[(hash + 1)..];
        var target = file.Length == 0 ? document : Sibling(document, file);
        return target is not null && JsonPointer.TryFollow(target.Root, pointer, out var element)
            ? new ReferenceTarget(target, pointer, element)
            : null;
    }

    private LoadedDocument? Sibling(LoadedDocument document, string file)
    {
        var container = document.Item.Container;
        if (RelativePath(document.Item.Path, file) is not { } path || !container.Contains(path))
        {
            return null;
        }

        if (!_siblings.TryGetValue((container, path), out var sibling))
        {
            var own = document.Item.Uri;
            var uri = own[..^document.Item.Path.Length] + path;
            var item = new SourceItem(uri, path, container);
            try
            {
                sibling = new LoadedDocument(item, reader.ReadWhole(item, cancellationToken));
            }
            catch (DocumentException)
            {
                // The broken sibling is reported where it is read for itself; here the reference just leads nowhere.
                sibling = null;
            }

            _siblings[(container, path)] = sibling;
        }

        return sibling;
    }

    /// <summary>A path inside the container, or null where the reference names a host, is absolute or climbs out.</summary>
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
