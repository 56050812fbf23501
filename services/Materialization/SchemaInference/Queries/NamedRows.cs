using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Recognises tools that change a row which they name by what it is called: <c>update_errand(title, time, place)</c> changes the errand of this title, where
/// the rows of a user's own database have titles.
/// </summary>
internal static class NamedRows
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "name", "title", "topic", "subject", "content", "label" };

    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption dump)
    {
        foreach (var reading in readings.Where(r => r is { Reads: false, Located: false, VerbClass: VerbClass.Update, Listed: null })
            .Where(r => Keys.Parameter(r) is null))
        {
            var fields = reading.Parameters.Where(p => p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words)).ToList();
            if (fields.Count > 1 && dump.TableOf(reading.Resource) is { } table && !dump.Singles.Any(s => s.Resource == reading.Resource)
                && fields.Find(p => p is { Required: true, Node.Kind: NodeKind.String } && Names.Contains(p.Words[^1]) && !IsNew(p) && Holds(dump, table, p))
                    is { } name)
            {
                reading.Listed = name;
                reading.Evidence.Add($"{name.Name} names the row that it changes.");
            }
        }
    }

    /// <summary>Whether a parameter gives a value that the row is to get.</summary>
    private static bool IsNew(ToolParameter parameter) => parameter.Words.Contains("new")
        || Words.Split(parameter.Node.Description ?? "").Take(2).Any(w => w is "new" or "updated");

    private static bool Holds(DumpAdoption dump, string table, ToolParameter parameter) => dump.Rows(table) is { Count: > 0 } rows
        && rows.All(r => r.Names.ToArray().Any(n => Words.OfMember(n).SequenceEqual(parameter.Words) && r[n].IsString));
}
