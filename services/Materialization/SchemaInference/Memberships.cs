using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Finds things that are put into others without being theirs: <c>add_song_to_list(list_id, song_id)</c> makes an entry of a list, and neither a song nor
/// a column of one. It takes a read whose rows tell both ids and nothing that is the song's alone.
/// </summary>
internal static class Memberships
{
    public static void Resolve(IReadOnlyList<ToolReading> readings)
    {
        foreach (var adding in readings.Where(r => r is { Located: false, Reads: false, Noun: null, Setting: null } && r.Said is ["add" or "put" or "include", ..]))
        {
            if (Ends(adding, readings) is not var (member, whole) || Entries(readings, member, whole) is not { Count: > 0 } lists)
            {
                continue;
            }

            Take(adding, member, whole, EffectKinds.The<CreateKind>());
            foreach (var list in lists)
            {
                Take(list, member, whole, EffectKinds.The<ListKind>());
            }

            foreach (var removing in readings.Where(r => r is { Located: false, Reads: false, Noun: null } && r.Said is ["remove" or "delete" or "take", ..]
                && Ends(r, readings) == (member, whole)))
            {
                Take(removing, member, whole, EffectKinds.The<DeleteKind>());
            }
        }
    }

    /// <summary>What is put into what: the only two required ids, of things that other tools know.</summary>
    private static (string Member, string Whole)? Ends(ToolReading reading, IReadOnlyList<ToolReading> readings)
    {
        var ids = reading.Parameters.Where(p => p is { Required: true, Container: null, Node.Scalar: true, Words: [_, .., "id"] })
            .Select(p => Words.ResourceKey([.. p.Words.SkipLast(1)])).ToList();
        var last = reading.Said.Count > 0 ? Words.Singular(reading.Said[^1]) : "";
        return ids.Count == 2 && ids.Find(i => i.Split('_')[^1] == last) is { } whole && ids.Find(i => i != whole) is { } member
            && reading.Said.Select(Words.Singular).Contains(member.Split('_')[^1])
            && readings.Any(r => r != reading && r.Resource == member) && readings.Any(r => r != reading && r.Resource == whole) ? (member, whole) : null;
    }

    /// <summary>The lists of a whole whose rows tell both ids, while the member's own reads do not tell the whole's.</summary>
    private static List<ToolReading> Entries(IReadOnlyList<ToolReading> readings, string member, string whole)
    {
        var lists = readings.Where(r => r is { Reads: true, Located: false, Noun: null } && Tells(r, $"{member}_id") && Tells(r, $"{whole}_id")
            && r.Parameters.Any(p => p.Required && Words.Snake(p.Words) == $"{whole}_id")).ToList();
        return readings.Any(r => r.Reads && !lists.Contains(r) && r.Resource == member && Tells(r, $"{whole}_id")) ? [] : lists;
    }

    private static bool Tells(ToolReading reading, string member) => reading.Result.Kind is ResultKind.Collection or ResultKind.Entity
        && reading.Result.Payload.Properties.Any(p => Words.Snake(p.Name) == member);

    private static void Take(ToolReading reading, string member, string whole, EffectKind kind)
    {
        reading.Resource = $"{whole}_{member}";
        reading.Entry = kind;
        reading.Evidence.Add($"A {Words.Phrase(member)} is put into a {Words.Phrase(whole)} and stays what it is: the tool works on the entries.");
    }
}
