using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises tools that sign somebody in or out, where the dump keeps who is signed in: as a user (<c>current_user</c>), or as a mark
/// (<c>authenticated</c>). The account is checked where the dump has accounts with passwords.
/// </summary>
internal static class SignIns
{
    private static readonly HashSet<string> In = new(StringComparer.Ordinal) { "login", "signin", "logon", "authenticate" };

    private static readonly HashSet<string> Out = new(StringComparer.Ordinal) { "logout", "signout", "logoff" };

    private static readonly HashSet<string> Users = new(StringComparer.Ordinal)
    {
        "username", "user_name", "user", "user_id", "email", "name", "account", "account_id", "login", "userid",
    };

    private static readonly HashSet<string> Passwords = new(StringComparer.Ordinal) { "password", "pin", "passcode", "pass", "passwd", "secret" };

    /// <summary>Whether a tool signs somebody in.</summary>
    public static bool Begins(ToolReading reading) => Says(reading, In, "in") && !Says(reading, Out, "out") && !Asks(reading);

    /// <summary>Whether a tool signs somebody out.</summary>
    public static bool Ends(ToolReading reading) => Says(reading, Out, "out") && !Says(reading, In, "in") && !Asks(reading);

    public static Setting? Of(ToolReading reading, DumpAdoption dump)
    {
        var (begins, ends) = (Says(reading, In, "in"), Says(reading, Out, "out"));
        return begins == ends || Asks(reading) ? null
            : dump.Singles.Select(s => Change(reading, s.Resource, s.Row, begins)).OfType<Setting>().FirstOrDefault() is { } setting
                ? setting with { SignsIn = begins, Account = begins ? Account(reading, dump) : null }
                : null;
    }

    private static Setting? Change(ToolReading reading, string resource, ObjectValue row, bool begins)
    {
        var user = SessionNames.User(row, changes: true);
        var mark = SessionNames.Mark(row);
        var by = reading.Parameters.FirstOrDefault(p => Users.Contains(Words.Snake(p.Words)));
        List<SettingChange> changes =
        [
            .. user is not null && (!begins || by is not null) ? [begins ? new SettingChange(user, By: by) : new SettingChange(user, To: Value.Null)]
                : Array.Empty<SettingChange>(),
            .. mark is not null ? [new SettingChange(mark, To: Value.From(begins))] : Array.Empty<SettingChange>(),
        ];
        return changes.Count == 0 ? null : new Setting(resource, changes);
    }

    /// <summary>The table that holds a name and a password as the call gives them.</summary>
    public static (string Resource, IReadOnlyList<(string Column, ToolParameter Parameter)> Columns)? Account(ToolReading reading, DumpAdoption dump)
    {
        var password = reading.Parameters.FirstOrDefault(p => Passwords.Contains(Words.Snake(p.Words)));
        var user = reading.Parameters.FirstOrDefault(p => Users.Contains(Words.Snake(p.Words)));
        foreach (var (resource, row) in dump.Samples)
        {
            if (password is not null
                && user is not null
                && row.Select(m => m.Key).FirstOrDefault(n => Passwords.Contains(Words.Snake(n))) is { } secret
                && Column(dump, resource, row, user) is { } name)
            {
                return (resource, [(name, user), (secret, password)]);
            }
        }

        return null;
    }

    /// <summary>The column of the user's name: of the argument's own name, of a usual one, or the name under which the account stands.</summary>
    private static string? Column(DumpAdoption dump, string resource, ObjectValue row, ToolParameter user)
    {
        var names = row.Select(m => m.Key).ToList();
        return names.Find(n => Words.Snake(n) == Words.Snake(user.Words))
            ?? names.Find(n => Words.Snake(n) is "username" or "user_name" or "user")
            ?? (user.Words[^1] is "id" ? null : dump.NameColumn(resource))
            ?? names.Find(n => Words.Snake(n) is "user_id" or "account_id");
    }

    /// <summary>Whether a tool asks who is signed in: <c>get_login_status</c>.</summary>
    private static bool Asks(ToolReading reading) => reading.Said.Any(w => w is "status" or "state" or "info" or "history")
        || (reading.Said.Count > 0 && reading.Said[0] is "get" or "check" or "is" or "show" or "view" or "has");

    private static bool Says(ToolReading reading, HashSet<string> verbs, string direction) => reading.Said.Any(verbs.Contains)
        || Enumerable.Range(1, Math.Max(0, reading.Said.Count - 1)).Any(i => reading.Said[i - 1] is "log" or "sign" && reading.Said[i] == direction);
}
