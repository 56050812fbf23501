using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Recognises tools that add to a list of a row that is there: <c>add_event_participants(event_id, participants)</c> makes no event and no participant.
/// </summary>
internal static class ListColumns
{
    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption dump)
    {
        foreach (var reading in readings.Where(r => r is { Reads: false, Located: false, VerbClass: VerbClass.Create, Noun.Single: false }))
        {
            var key = Keys.Parameter(reading);
            var others = reading.Parameters.Where(p => p != key && p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words)).ToList();
            if (key is { Required: true, Words: [.., _, "id"] } && others is [{ Required: true } item] && IsList(dump, reading.Noun!.Table, item))
            {
                reading.VerbClass = VerbClass.Link;
                reading.Evidence.Add($"{item.Name} is added to a list that the {Words.Phrase(reading.Resource)} holds.");
            }
        }
    }

    /// <summary>Whether the rows of a table hold lists that are called like a parameter.</summary>
    private static bool IsList(DumpAdoption dump, string table, ToolParameter item) => dump.Rows(table) is { Count: > 0 } rows
        && rows[0].Names.ToArray().FirstOrDefault(n => Words.Singulars(n).SequenceEqual(item.Words.Select(Words.Singular))) is { } name
        && rows.All(r => r[name].IsArray);
}
