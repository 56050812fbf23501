namespace AgentScaler.Collection.Gate;

/// <summary>
/// Decides which drafts are kept. Two operations are versions of one if the provider's address, the method and the path agree, apart from version
/// segments and the names of path variables. Two functions are versions of one if provider and name agree. The newest version stays. Within one
/// document nothing is a version of something else (a document with both <c>/v1/pets</c> and <c>/v2/pets</c> means both), so all operations of the
/// newest document stay. Equal functions of different lists are one, and so are equal operations whose documents name no comparable provider.
/// </summary>
internal static class Deduplicator
{
    public static (List<SpooledDraft> Kept, List<SpooledDraft> Duplicates) Separate(IReadOnlyList<SpooledDraft> drafts)
    {
        var duplicates = new List<SpooledDraft>();
        var kept = new List<SpooledDraft>();
        foreach (var group in drafts.GroupBy(draft => draft.OperationKey, StringComparer.Ordinal))
        {
            var members = group.ToList();
            if (members.Count == 1)
            {
                kept.Add(members[0]);
                continue;
            }

            var newest = members.Select(Rank).Max()!;
            var versions = members.Where(member => member.Uri == newest.Draft.Uri).ToList();
            duplicates.AddRange(members.Where(member => member.Uri != newest.Draft.Uri));
            kept.AddRange(versions);
        }

        return (WithoutEqual(kept, duplicates), duplicates);
    }

    private static Candidate Rank(SpooledDraft draft) => new(draft, new VersionKey(draft.Version));

    /// <summary>Removes drafts with the same id, and drafts with equal name, parameters, text, method and path.</summary>
    private static List<SpooledDraft> WithoutEqual(List<SpooledDraft> kept, List<SpooledDraft> duplicates)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var contents = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<SpooledDraft>(kept.Count);
        foreach (var draft in kept.OrderBy(draft => draft.Order))
        {
            if (ids.Add(draft.Id) && contents.Add(draft.ContentHash))
            {
                result.Add(draft);
            }
            else
            {
                duplicates.Add(draft);
            }
        }

        return result;
    }

    private sealed record Candidate(SpooledDraft Draft, VersionKey Version) : IComparable<Candidate>
    {
        public int CompareTo(Candidate? other)
        {
            if (other is null)
            {
                return 1;
            }

            var version = Version.CompareTo(other.Version);
            // Of equal versions the first one in the input stays.
            return version != 0 ? version : other.Draft.Order.CompareTo(Draft.Order);
        }
    }
}
