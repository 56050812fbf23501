using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises tools that sign somebody in, where a user's own database keeps a list of those who are: <c>login_shop(username, password)</c> beside
/// <c>shop.logged_in_users</c>.
/// </summary>
internal static class SignInLists
{
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal) { "logged", "signed", "online", "authenticated" };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "in", "user", "username", "account", "session", "list", "active", "id" };

    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption dump)
    {
        foreach (var reading in readings.Where(r => !r.Located && SignIns.Begins(r)))
        {
            if (SignIns.Account(reading, dump) is var (resource, columns) && List(reading, dump) is { } list)
            {
                (reading.Resource, reading.VerbClass, reading.Listed, reading.Account) = (list, VerbClass.Create, columns[0].Parameter, (resource, columns));
                reading.Evidence.Add($"Who signs in stands in {list}.");
            }
        }
    }

    /// <summary>The list of those who are signed in to what the tool says; null if there is none, or more than one.</summary>
    private static string? List(ToolReading reading, DumpAdoption dump)
    {
        var said = reading.Said.Select(Words.Singular).ToHashSet(StringComparer.Ordinal);
        var found = dump.PlainLists.Where(l => Words.Singulars(l.Table) is var words && words.Any(Marks.Contains)
            && words.Where(w => !Marks.Contains(w) && !Silent.Contains(w)).All(said.Contains)).ToList();
        return found is [var only] ? only.Resource : null;
    }
}
