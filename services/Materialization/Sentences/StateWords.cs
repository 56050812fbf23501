namespace AgentScaler.Materialization.Sentences;

/// <summary>Words for the state of a thing: adjectives that documents use so, and participles.</summary>
internal static class StateWords
{
    private static readonly HashSet<string> Adjectives = new(StringComparer.Ordinal)
    {
        "active", "inactive", "pending", "open", "draft", "drafts", "new", "live", "online", "offline", "public", "private", "available", "unavailable", "busy", "free",
        "idle", "ready", "done", "complete", "incomplete", "overdue", "due", "late", "valid", "void", "final", "current", "unread", "read", "sent", "paid",
        "unpaid", "sold", "lent", "out", "in", "on", "off", "running", "stopped", "waiting", "processing", "queued", "visible", "hidden", "frozen", "broken",
        "withdrawn", "over", "under way", "taken", "driven", "written", "chosen", "given", "upcoming", "past", "in progress", "in transit", "on hold", "on loan", "in review",
        "in use", "checked in", "checked out", "out of service", "under review", "in service", "started", "begun", "won", "lost", "held", "built",
        "vacant", "occupied", "empty", "dirty", "clean", "operational", "scheduled", "creating", "updating", "deleting", "failed", "succeeded", "shut down",
        "running late", "trial", "vip", "gold", "urgent", "unassigned", "outstanding", "ongoing", "locked", "unlocked", "due for renewal",
    };

    /// <summary>Participles that say which thing is meant, and not in which state it is.</summary>
    private static readonly HashSet<string> Pointing = new(StringComparer.Ordinal)
    {
        "specified", "given", "provided", "requested", "named", "selected", "supplied", "associated", "related", "desired", "existing", "indicated", "mentioned",
        "identified", "passed", "called", "used", "based", "needed", "required", "allowed", "permitted", "supported", "limited", "detailed", "unauthenticated",
        "authenticated", "authorized", "advanced", "designated", "embedded", "nested", "hosted", "managed", "shared", "custom", "linked", "attached", "listed",
        "described", "defined", "corresponding", "included", "applied", "set", "made", "referenced", "encoded", "formatted", "generated", "updated",
        "specified by", "matched", "when", "then", "been", "children", "token", "hidden field", "garden", "kitchen", "ten", "seven", "screen", "children", "open source",
        "feed", "seed", "need", "speed", "bed", "red", "exceed", "succeed", "embed", "men", "women", "between", "often", "even", "seen", "golden", "wooden",
        "combined", "fixed", "saved", "stored", "signed in", "logged in", "fulfilled by", "done by", "performed", "executed", "possible",
    };

    /// <summary>Whether the words name a state: "assigned", "in progress", "not yet shipped".</summary>
    public static bool Are(string words) => Bare(words) is var bare && (Adjectives.Contains(bare)
        || (bare.Length > 0 && !Pointing.Contains(bare) && bare.Split(' ') is { Length: <= 3 } parts && (IsParticiple(parts[0]) || IsParticiple(parts[^1]))
            && parts.All(p => !Pointing.Contains(p)) && !parts.Any(p => p is "by" or "to" or "with" or "from" or "of" or "the" or "a" or "be" or "that" or "which"))
        || (bare.StartsWith("un", StringComparison.Ordinal) && IsParticiple(bare) && !bare.Contains(' ', StringComparison.Ordinal)));

    /// <summary>The state without "already", "yet", "still", "in" and "state".</summary>
    public static string Bare(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p is not ("already" or "yet" or "still" or "currently" or "ever"
            or "been" or "again" or "fully" or "state" or "states" or "status" or "the" or "a" or "an" or "being" or "first" or "also" or "either" or "previously"
            or "successfully" or "now" or "one" or "newly" or "then" or "has" or "have" or "so" or "far" or "every" or "each" or "all" or "any"
            or "more" or "anymore")).ToList();
        return string.Join(' ', parts);
    }

    public static bool IsParticiple(string word) => word.Length > 3 && !Pointing.Contains(word) && (word.EndsWith("ed", StringComparison.Ordinal)
        || word.EndsWith("en", StringComparison.Ordinal) || word is "paid" or "sent" or "sold" or "lent" or "held" or "lost");
}
