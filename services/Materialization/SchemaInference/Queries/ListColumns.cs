using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Recognises tools that add to a list or a text of a row that is there: <c>add_event_participants(event_id, participants)</c> makes no event and no
/// participant, and <c>append_to_note(note_id, text)</c> no note.
/// </summary>
internal static class ListColumns
{
    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption dump)
    {
        foreach (var reading in readings.Where(r => r is { Reads: false, Located: false, VerbClass: VerbClass.Create, Noun.Single: false }))
        {
            var key = Keys.Parameter(reading);
            var others = reading.Parameters.Where(p => p != key && p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words)).ToList();
            if (key is not { Required: true, Words: [.., _, "id"] } || others is not [{ Required: true } item])
            {
                continue;
            }

            if (Holds(dump, reading.Noun!.Table, item, v => v.IsArray))
            {
                reading.VerbClass = VerbClass.Link;
                reading.Evidence.Add($"{item.Name} is added to a list that the {Words.Phrase(reading.Resource)} holds.");
            }
            else if (reading.Verb == "append" && Holds(dump, reading.Noun.Table, item, v => v.IsString))
            {
                reading.VerbClass = VerbClass.Update;
                reading.Appended = item;
                reading.Evidence.Add($"{item.Name} is appended to a text of the {Words.Phrase(reading.Resource)}.");
            }
        }
    }

    /// <summary>Whether the rows of a table hold values of a kind under the name of a parameter.</summary>
    private static bool Holds(DumpAdoption dump, string table, ToolParameter item, Func<Value, bool> kind) => dump.Rows(table) is { Count: > 0 } rows
        && rows[0].Names.ToArray().FirstOrDefault(n => Words.Singulars(n).SequenceEqual(item.Words.Select(Words.Singular))) is { } name
        && rows.All(r => kind(r[name]));
}
