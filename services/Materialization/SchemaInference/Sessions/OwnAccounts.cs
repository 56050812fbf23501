using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises tools that work on the account of the caller, which a token names: <c>change_password(token, old_password, new_password)</c>,
/// <c>delete_account(token)</c>.
/// </summary>
internal static class OwnAccounts
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "account", "user", "profile", "account_information", "user_information" };

    public static void Recognise(IEnumerable<ToolReading> readings, DumpAdoption? dump)
    {
        foreach (var reading in readings.Where(r => dump is not null && !r.Reads && r.Account is null))
        {
            if (reading.Parameters.FirstOrDefault(p => p.Required && SessionNames.IsToken(p.Words)) is { } token
                && Accounts(dump!) is var (resource, column, words)
                && (reading.Resource == resource || IsOf(reading, words, dump!)))
            {
                reading.Resource = resource;
                if (Keys.Parameter(reading) is null)
                {
                    reading.Acting = (token, column);
                    reading.VerbClass = SignIns.Ends(reading) ? VerbClass.Update : reading.VerbClass;
                    reading.Evidence.Add($"{token.Name} names the account that it is about.");
                }
            }
        }
    }

    /// <summary>Whether a tool speaks of an account, or of what accounts tell, and of no table that has many rows.</summary>
    private static bool IsOf(ToolReading reading, HashSet<string> words, DumpAdoption dump) => dump.TableOf(reading.Resource) is not { } table
        ? words.Contains(reading.Resource) || Nouns.Contains(reading.Resource)
        : words.Contains(Words.Snake([.. reading.Said.Skip(1)]))
            && (dump.Rows(table).Count == 0 || dump.Singles.Any(s => s.Resource == reading.Resource));

    /// <summary>The accounts of a database, the column of their tokens, and what their rows tell.</summary>
    private static (string Resource, string Column, HashSet<string> Words)? Accounts(DumpAdoption dump)
    {
        foreach (var (resource, row) in dump.Samples)
        {
            var names = row.Select(m => m.Key).ToList();
            if (names.Find(n => SessionNames.IsToken(Words.OfMember(n))) is { } token
                && names.Exists(n => Words.OfMember(n)[^1] is "password" or "username" or "email"))
            {
                return (resource, token, [.. names.Select(n => Words.Snake(n))]);
            }
        }

        return null;
    }
}
