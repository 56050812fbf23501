using System.Globalization;
using System.Text.Json;

namespace AgentScaler.Collection.Documents;

/// <summary>
/// The references of an import that lead nowhere. Their places are looked up at the end, in one pass over each document, because most documents
/// have none.
/// </summary>
internal sealed class BrokenReferences
{
    /// <summary>The most references that are named for one document. Their repairs count all.</summary>
    private const int MaximumNamed = 200;
    private const int MaximumDepth = 256;

    private readonly Dictionary<LoadedDocument, HashSet<string>> _targets = [];

    public void Add(LoadedDocument document, string reference)
    {
        document = document.Written;
        if (!_targets.TryGetValue(document, out var targets))
        {
            _targets[document] = targets = new HashSet<string>(StringComparer.Ordinal);
        }

        if (targets.Count < MaximumNamed)
        {
            targets.Add(reference);
        }
    }

    /// <param name="isCircle">Whether a reference of a document leads back to itself.</param>
    public IReadOnlyList<BrokenReference> Placed(Func<LoadedDocument, string, bool> isCircle)
    {
        var placed = new List<BrokenReference>();
        foreach (var (document, targets) in _targets)
        {
            var open = new HashSet<string>(targets, StringComparer.Ordinal);
            Visit(document.Root, "", 0);

            void Visit(JsonElement element, string pointer, int depth)
            {
                if (open.Count == 0 || depth > MaximumDepth)
                {
                    return;
                }

                if (element.ValueKind == JsonValueKind.Array)
                {
                    var index = 0;
                    foreach (var item in element.EnumerateArray())
                    {
                        Visit(item, $"{pointer}/{(index++).ToString(CultureInfo.InvariantCulture)}", depth + 1);
                    }
                }
                else if (element.ValueKind == JsonValueKind.Object)
                {
                    if (element.Reference() is { } reference && open.Remove(reference))
                    {
                        var place = new BrokenReference(document.Item.Uri, document.PointerPrefix + pointer, reference);
                        placed.Add(place with { Circular = isCircle(document, reference) });
                    }

                    foreach (var member in element.EnumerateObject())
                    {
                        Visit(member.Value, $"{pointer}/{JsonPointer.Escape(member.Name)}", depth + 1);
                    }
                }
            }
        }

        return placed;
    }
}
