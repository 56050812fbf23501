namespace AgentScaler.Language;

/// <summary>Knows the verbs of tool names: their class, the status that a transition leads to, and the thing that an act creates.</summary>
public static class Verbs
{
    /// <summary>The words for the status after the verb was performed, the best one first.</summary>
    private static readonly Dictionary<string, string[]> Targets = new(StringComparer.Ordinal)
    {
        ["cancel"] = ["cancelled", "canceled"],
        ["approve"] = ["approved", "accepted"],
        ["reject"] = ["rejected", "declined", "denied"],
        ["decline"] = ["declined", "rejected"],
        ["deny"] = ["denied", "rejected"],
        ["accept"] = ["accepted", "approved", "confirmed"],
        ["confirm"] = ["confirmed", "accepted"],
        ["close"] = ["closed", "resolved", "done"],
        ["reopen"] = ["open", "reopened", "opened"],
        ["resolve"] = ["resolved", "closed", "done"],
        ["complete"] = ["completed", "complete", "done", "finished"],
        ["finish"] = ["finished", "completed", "done"],
        ["start"] = ["running", "started", "in_progress", "active"],
        ["begin"] = ["running", "started", "in_progress"],
        ["stop"] = ["stopped", "inactive"],
        ["pause"] = ["paused", "suspended", "stopped"],
        ["resume"] = ["running", "active", "resumed"],
        ["suspend"] = ["suspended", "paused", "disabled"],
        ["activate"] = ["active", "activated", "enabled"],
        ["deactivate"] = ["inactive", "deactivated", "disabled"],
        ["enable"] = ["enabled", "active"],
        ["disable"] = ["disabled", "inactive"],
        ["archive"] = ["archived"],
        ["unarchive"] = ["active", "open", "unarchived"],
        ["publish"] = ["published", "live", "active"],
        ["unpublish"] = ["unpublished", "draft"],
        ["submit"] = ["submitted", "pending", "pending_review"],
        ["ship"] = ["shipped", "sent", "in_transit"],
        ["deliver"] = ["delivered"],
        ["dispatch"] = ["dispatched", "shipped", "in_transit"],
        ["refund"] = ["refunded"],
        ["capture"] = ["captured", "succeeded"],
        ["void"] = ["voided", "void"],
        ["finalize"] = ["finalized", "open", "final"],
        ["expire"] = ["expired"],
        ["revoke"] = ["revoked"],
        ["lock"] = ["locked"],
        ["unlock"] = ["unlocked", "active"],
        ["ban"] = ["banned", "blocked"],
        ["unban"] = ["active"],
        ["block"] = ["blocked"],
        ["unblock"] = ["active", "unblocked"],
        ["restore"] = ["active", "restored"],
        ["verify"] = ["verified"],
        ["acknowledge"] = ["acknowledged"],
        ["mute"] = ["muted"],
        ["unmute"] = ["active", "unmuted"],
        ["hold"] = ["on_hold", "held"],
        ["release"] = ["released", "active"],
        ["terminate"] = ["terminated"],
        ["abort"] = ["aborted", "cancelled"],
        ["fulfill"] = ["fulfilled", "shipped"],
        ["settle"] = ["settled", "paid"],
        ["return"] = ["returned", "return_requested"],
        ["escalate"] = ["escalated"],
        ["reboot"] = ["running", "rebooting"],
        ["checkin"] = ["checked_in"],
        ["checkout"] = ["checked_out"],
        ["withdraw"] = ["withdrawn"],
        ["renew"] = ["active", "renewed"],
        ["freeze"] = ["frozen"],
        ["unfreeze"] = ["active"],
        ["redeem"] = ["redeemed"],
        ["pay"] = ["paid"],
        ["seat"] = ["seated"],
        ["serve"] = ["served"],
        ["solve"] = ["solved", "resolved"],
        ["delay"] = ["delayed"],
        ["postpone"] = ["postponed"],
        ["turnon"] = ["on", "enabled", "active"],
        ["turnoff"] = ["off", "disabled", "inactive"],
        ["pickup"] = ["out", "picked_up", "collected"],
        ["undelete"] = ["active", "restored"],
        ["retire"] = ["retired"],
        ["deprecate"] = ["deprecated"],
        ["reinstate"] = ["active", "reinstated"],
        ["reactivate"] = ["active", "reactivated", "enabled"],
    };

    private static readonly Dictionary<string, string> CreatedThings = new(StringComparer.Ordinal)
    {
        ["book"] = "booking",
        ["reserve"] = "reservation",
        ["buy"] = "purchase",
        ["purchase"] = "purchase",
        ["order"] = "order",
        ["rate"] = "rating",
        ["pay"] = "payment",
        ["subscribe"] = "subscription",
        ["reply"] = "reply",
        ["charge"] = "charge",
        ["donate"] = "donation",
        ["vote"] = "vote",
        ["bid"] = "bid",
        ["apply"] = "application",
        ["report"] = "report",
        ["rent"] = "rental",
        ["hire"] = "hire",
    };

    private static readonly HashSet<string> Restoring = new(StringComparer.Ordinal)
    {
        "reopen", "resume", "activate", "enable", "unarchive", "unlock", "unban", "unblock", "restore", "unmute", "renew", "unfreeze", "start", "undelete",
            "publish", "reinstate", "reactivate", "turnon",
    };

    /// <summary>The words for the state that a step back ends, if it can end one state only.</summary>
    private static readonly Dictionary<string, string[]> Ended = new(StringComparer.Ordinal)
    {
        ["resume"] = ["paused", "suspended", "stopped", "on_hold", "held"],
        ["unlock"] = ["locked"],
        ["unban"] = ["banned", "blocked"],
        ["unblock"] = ["blocked"],
        ["unmute"] = ["muted"],
        ["unfreeze"] = ["frozen"],
    };

    // Built last: it reads the lists above.
    private static readonly Dictionary<string, VerbClass> Classes = Build();

    public static VerbClass ClassOf(string word) => Classes.GetValueOrDefault(word);

    public static IReadOnlyList<string> TargetsOf(string verb) => Targets.GetValueOrDefault(verb) ?? [];

    /// <summary>The thing an act makes: booking a flight makes a booking. Null where the verb's object itself is made.</summary>
    public static string? CreatedThing(string verb) => CreatedThings.GetValueOrDefault(verb);

    /// <summary>
    /// Returns the words for the state that the verb ends: a resumption ends a pause and not a cancellation. Empty if it may end several states.
    /// </summary>
    public static IReadOnlyList<string> EndedBy(string verb) => Ended.GetValueOrDefault(verb) ?? [];

    /// <summary>Whether the verb leads back from a final state.</summary>
    public static bool Restores(string verb) => Restoring.Contains(verb);

    private static Dictionary<string, VerbClass> Build()
    {
        var classes = new Dictionary<string, VerbClass>(StringComparer.Ordinal);
        Add(VerbClass.Get, "get", "fetch", "retrieve", "read", "show", "describe", "view", "inspect", "load", "display", "head", "lookup", "access", "open",
            "tell");
        Add(VerbClass.List, "list", "browse", "enumerate", "index", "all", "recommend", "suggest", "discover", "scan");
        Add(VerbClass.Search, "search", "find", "query", "filter", "select", "explore", "match");
        Add(VerbClass.Count, "count", "total");
        Add(VerbClass.Create, "create", "add", "insert", "new", "make", "book", "reserve", "order", "buy", "purchase", "schedule", "register", "place", "post",
            "open", "rate",
            "subscribe", "enroll", "log", "record", "write", "save", "store", "upload", "import", "request", "reply", "review", "init", "initialize",
                "provision", "allocate", "clone",
            "copy", "duplicate", "fork", "issue", "charge", "donate", "vote", "bid", "apply", "rent", "hire", "append", "publish", "generate", "build", "plan",
                "launch", "raise", "signup", "lend", "enrol", "acquire", "admit");
        Add(VerbClass.Update, "update", "edit", "modify", "change", "patch", "rename", "set", "adjust", "amend", "replace", "reschedule", "configure",
            "customize", "increase", "decrease", "extend", "increment", "decrement", "mark", "toggle", "move", "overwrite", "reset", "refresh", "sync");
        Add(VerbClass.Upsert, "upsert", "put");
        Add(VerbClass.Delete, "delete", "remove", "destroy", "drop", "erase", "purge", "clear", "discard", "deregister", "unregister", "trash", "del", "rm");
        foreach (var verb in Targets.Keys)
        {
            classes[verb] = VerbClass.Transition;
        }

        Add(VerbClass.Link, "attach", "associate", "link", "assign", "follow", "star", "like", "favorite", "join", "invite", "connect", "tag", "grant", "pin",
            "share", "watch", "bookmark", "bind", "hide", "snooze", "dismiss");
        Add(VerbClass.Unlink, "detach", "disassociate", "unlink", "unassign", "unfollow", "unstar", "unlike", "unfavorite", "leave", "disconnect", "untag",
            "unsubscribe", "unpin", "unshare", "unwatch", "unbind", "unhide", "unbookmark", "unfavourite", "unfavorite");
        Add(VerbClass.Send, "send", "notify", "email", "message", "broadcast", "text", "tweet", "remind", "forward", "alert", "dm", "announce");
        Add(VerbClass.Transfer, "transfer");
        Add(VerbClass.Compute, "calculate", "compute", "convert", "estimate", "solve", "evaluate", "parse", "encode", "decode", "analyze", "analyse",
            "validate", "compare", "predict", "classify", "summarize",
            "sum", "multiply", "divide", "subtract", "integrate", "differentiate", "factorial", "round", "normalize", "extract", "detect", "measure",
                "determine", "simulate", "optimize", "identify", "hash", "encrypt",
            "decrypt", "sort", "reverse", "merge", "split", "format", "test", "assess", "visualize", "interpolate", "minify", "ping", "resolve_dns", "think",
                "diff");
        Add(VerbClass.Lookup, "translate", "geocode", "forecast", "route", "navigate", "locate", "define", "whois", "scrape", "crawl", "quote", "preview",
            "random");
        Add(VerbClass.Check, "check", "is", "has", "exists", "can", "authenticate", "login", "ensure");
        Add(VerbClass.Act, "run", "execute", "invoke", "trigger", "process", "play", "call", "control", "turn", "perform", "do", "handle", "print", "logout",
            "deploy", "retry", "rebuild", "scale", "install", "uninstall", "export", "download", "backup", "batch", "bulk", "rotate", "migrate", "swap", "push",
            "pull", "scroll", "click", "navigate_to", "type", "press", "drag", "hover", "wait", "close_browser");
        classes["open"] = VerbClass.Create;
        classes["publish"] = VerbClass.Transition;
        return classes;

        void Add(VerbClass verbClass, params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                classes.TryAdd(word, verbClass);
            }
        }
    }
}
