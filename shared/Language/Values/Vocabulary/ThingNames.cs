using AgentScaler.Language.Values.Vocabulary.Kinds;

namespace AgentScaler.Language.Values.Vocabulary;

/// <summary>What things are called by what they are: a dish, a server, a course, a rule.</summary>
internal static class ThingNames
{
    private static readonly HashSet<string> Naming = new(StringComparer.Ordinal)
    {
        "name", "title", "label", "displayname", "full", "short", "friendly", "common", "human", "readable", "long", "local", "localized", "formatted",
        "official", "alternate", "alternative", "caption", "new", "old", "canonical", "simple", "native", "english", "display", "official",
    };

    /// <summary>Things that people set up in numbers and call by what each is for.</summary>
    private static readonly HashSet<string> SetUp = new(StringComparer.Ordinal)
    {
        "account", "action", "agent", "alarm", "alert", "analysis", "api", "app", "application", "archive", "array", "asset", "assignment", "association",
        "attribute", "audience", "automation", "backup", "batch", "board", "bot", "bucket", "budget", "cache", "calendar", "catalog", "certificate",
        "channel", "cluster", "collection", "configuration", "config", "connection", "connector", "contact", "container", "contract", "control", "crawler",
        "credential", "dashboard", "data", "database", "dataset", "definition", "deployment", "destination", "directory", "distribution", "document",
        "domain", "endpoint", "environment", "event", "export", "extension", "feature", "feed", "field", "file", "filter", "firewall", "flow", "folder",
        "form", "function", "gateway", "group", "index", "input", "instance", "integration", "interface", "inventory", "job", "key", "layer", "layout",
        "library", "license", "link", "list", "listener", "location", "lock", "map", "mapping", "member", "metric", "model", "module", "monitor",
        "namespace", "network", "node", "note", "notification", "object", "operation", "order", "organization", "output", "package", "page", "parameter",
        "partition", "pipeline", "plan", "plugin", "policy", "pool", "portal", "preset", "process", "profile", "program", "project", "property", "protocol",
        "proxy", "query", "queue", "record", "registry", "release", "report", "repository", "request", "resource", "response", "role", "route", "router",
        "rule", "schedule", "schema", "scope", "script", "search", "secret", "segment", "sequence", "server", "service", "session", "set", "setting",
        "share", "site", "snapshot", "solution", "source", "space", "stack", "stage", "state", "step", "storage", "store", "strategy", "stream", "subnet",
        "subscription", "suite", "survey", "system", "table", "tag", "target", "task", "team", "template", "tenant", "term", "test", "theme", "thread",
        "token", "topic", "tracker", "transaction", "trigger", "type", "unit", "update", "user", "variable", "vault", "version", "view", "virtual",
        "volume", "webhook", "launcher", "spacecraft", "mapper", "authenticator", "handler", "controller", "peering", "community", "keymap", "mailbox",
        "reseller", "descriptor", "grouping", "addon", "badge", "shard", "widget", "window", "workflow", "workspace", "zone", "item", "device", "category",
        "entity", "element", "component", "campaign", "class", "level", "option", "custom", "gallery", "experiment", "trial", "evaluation", "engine",
        "fleet", "image", "recipe",
    };

    /// <summary>Whether a column calls a thing by name, by the words of its own name.</summary>
    public static bool Asked(TextSubject subject) => subject.Words is [.., "name" or "title" or "label" or "displayname"];

    /// <summary>A name for the thing that the column, or else its table, speaks of.</summary>
    public static DrawnText Draw(TextSubject subject, DeterministicRandom random)
    {
        var own = subject.Words.Where(w => !Naming.Contains(w)).ToList();
        var thing = own.Count > 0 ? own : [.. subject.OwnerWords];
        if (thing.Count == 0)
        {
            thing = ["item"];
        }

        thing[^1] = Words.Singular(thing[^1]);
        if (Known(thing) is { } kind)
        {
            return new DrawnText(kind.Write(subject, random), ValueOrigin.Lexicon, kind.Open);
        }

        var phrase = string.Join(' ', thing.TakeLast(3));
        return SetUp.Contains(thing[^1]) && random.Chance(0.8)
            ? new DrawnText(TextForm.Capital($"{random.Pick(Purposes.Words)} {phrase}"), ValueOrigin.Derived)
            : new DrawnText($"{TextForm.Capital(phrase)} {random.Between(1, 480)}", ValueOrigin.Derived);
    }

    /// <summary>A column that is called after a thing that people set up tells which one it is: "collection" holds a collection's name.</summary>
    public static DrawnText? Referred(TextSubject subject, DeterministicRandom random) =>
        SetUp.Contains(subject.Words[^1])
            ? new DrawnText(TextForm.Capital($"{random.Pick(Purposes.Words)} {string.Join(' ', subject.Words.TakeLast(3))}"), ValueOrigin.Derived) : null;

    /// <summary>A name as it is written in addresses and keys.</summary>
    public static string Slug(TextSubject subject, DeterministicRandom random) => TextForm.Slug(Draw(subject, random).Text);

    /// <summary>The kind of the thing's names; a kind whose values are sentences names nothing.</summary>
    private static TextKind? Known(IReadOnlyList<string> thing)
    {
        for (var count = Math.Min(2, thing.Count); count > 0; count--)
        {
            var words = string.Join('_', thing.TakeLast(count));
            if ((KindLexicon.Named(words + "_name") ?? KindLexicon.Named(words)) is { } kind && !kind.Forms.Any(f => f[^1] is '.' or '?'
                || f.StartsWith("https:", StringComparison.Ordinal)) && kind.Forms.Any(f => f.Any(char.IsAsciiLetter)))
            {
                return kind;
            }
        }

        return null;
    }
}
