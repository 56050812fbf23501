using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>The names under which databases keep who is signed in, and the time.</summary>
internal static class SessionNames
{
    private static readonly HashSet<string> Users = new(StringComparer.Ordinal)
    {
        "current_user", "current_username", "current_user_id", "current_user_name", "logged_in_user", "logged_in_user_id", "active_user", "session_user",
        "signed_in_user", "logged_user", "current_account", "current_account_id", "authenticated_user", "logged_in_as",
    };

    /// <summary>Names that stand for the one user of a state which nobody signs in to.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal) { "user_id", "username" };

    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
    {
        "logged_in", "is_logged_in", "authenticated", "is_authenticated", "signed_in", "is_signed_in", "user_logged_in", "login_status",
    };

    private static readonly HashSet<string> Clocks = new(StringComparer.Ordinal)
    {
        "now", "current_time", "current_datetime", "current_date", "time", "today", "system_time", "clock", "current_timestamp", "date_time",
    };

    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal)
    {
        "created_by", "owner", "owned_by", "author", "posted_by", "sent_by", "sender", "sender_id", "user", "username", "user_id", "user_name", "creator",
        "author_id", "owner_id", "creator_id", "requested_by", "reporter", "submitted_by", "added_by",
    };

    private static readonly HashSet<string> TokenWords = new(StringComparer.Ordinal)
    {
        "token", "session", "access", "auth", "authentication", "login", "user", "account", "api", "bearer",
    };

    /// <summary>The column that holds the user who is signed in, or null.</summary>
    /// <param name="changes">Whether some tool changes it.</param>
    public static string? User(ObjectValue row, bool changes) => Column(row, Users, v => v.IsNull || v.IsString || v.IsInteger)
        ?? (changes ? null : Column(row, Bare, v => v.IsString || v.IsInteger));

    /// <summary>The column that says whether somebody is signed in, or null.</summary>
    public static string? Mark(ObjectValue row) => Column(row, Marks, v => v.IsBoolean);

    /// <summary>The column that holds the time, or null.</summary>
    public static string? Clock(ObjectValue row) => Column(row, Clocks, v => v.IsString && ClockForm.Of([v]) is not null);

    /// <summary>Whether a row's column names who made the row.</summary>
    public static bool IsOwner(IReadOnlyList<string> words) => Owners.Contains(Words.Snake(words));

    /// <summary>Whether a name is that of the token of an account that is signed in.</summary>
    public static bool IsToken(IReadOnlyList<string> words) => words.Count > 0 && words[^1] == "token" && words.All(w => TokenWords.Contains(w));

    private static string? Column(ObjectValue row, HashSet<string> names, Func<Value, bool> fits) =>
        row.Where(m => names.Contains(Words.Snake(m.Key)) && fits(m.Value)).Select(m => m.Key).FirstOrDefault();
}
