using AgentScaler.Language;
using AgentScaler.Tasks.Paths;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks.Intents;

/// <summary>Words a write like a person: "cancel that order", "for customer CUS-7, change the city to Berlin".</summary>
internal sealed class WriteClauses(PathDraft draft, SeededRandom random, RowPhrases rows)
{
    /// <summary>Returns the request, and its subject if that comes first ("for that customer").</summary>
    public (string? Lead, string Text) Of(Wish wish)
    {
        var tool = wish.Tool;
        var phrase = ToolPhrase.Of(tool, draft.Domain);
        var changed = tool.Updates.Concat(tool.Deletes).ToList();
        var filled = wish.Filled.Where(f => f.Row is not null || f.Condition is not null || f.From is not null).ToList();
        var subject = filled.FirstOrDefault(f => f.Row is { } r && changed.Contains(r.Table) && f.Binding?.Role == BindingRole.Key)
            ?? filled.FirstOrDefault(f => f.Row is { } r && !tool.Inserts.Contains(r.Table) && draft.Domain.Table(r.Table)?.Noun == phrase.Object)
            ?? (tool.Inserts.Count == 0 || changed.Count > 0 ? filled.FirstOrDefault(f => f.Row is not null) : null)
            // A reference that leads nowhere means no row, but is still the subject of the wish.
            ?? filled.FirstOrDefault(f => f.Row is null
                && f.Condition is not null
                && f.Binding?.Role == BindingRole.Key
                && (tool.Inserts.Count == 0 || IsAbout(f, phrase.Object)))
            ?? filled.FirstOrDefault(f => f.Row is null && f.Condition is { } c && IsAbout(f, phrase.Object) && IsNumber(c.Label, phrase.Object));
        if (Words.Split(tool.SpokenName).Any(w => w is "money" or "funds" or "payment") && filled.Count(f => f.Row is not null) > 1)
        {
            (subject, phrase) = (null, phrase with { Object = "money" });
        }

        var details = filled.Where(f => f != subject && f.Row is null).ToList();
        var others = filled.Where(f => f != subject && f.Row is not null).ToList();
        if (subject is not null && phrase.Verb is "update" or "edit" or "modify" or "patch" or "put" or "set" or "change" && details.Count > 0)
        {
            return Change(Said(subject!, phrase), details, others);
        }

        if (subject is not null
            && details.Count == 0
            && others.Count == 0
            && Mark(tool) is { } mark
            && phrase.Verb is "mark" or "set" or "update" or "flag" or "put" or "make" or "change")
        {
            return (null, $"mark {Said(subject, phrase)} as {mark}");
        }

        if (details is [{ Condition: { } only } value]
            && phrase.Verb is "update" or "edit" or "modify" or "patch" or "put" or "set" or "change"
            && (only.Label == "value" || only.Label == phrase.Object))
        {
            // The changed value is itself the thing: "change the internal note of that project to ...".
            var of = (subject is null ? others : [subject, .. others]).Where(o => o.Row is not null).Select(o => rows.Of(o.Row!.Value)).ToList();
            return (null,
                $"{(random.Chance(0.6) ? "change" : "set")} the {phrase.Object}{(of.Count == 0 ? "" : " of " + Listing.Of(of))} to {DetailOf(value).Said}");
        }

        var verb = random.Pick(SpokenVerbs.Of(phrase.Verb));
        var text = subject is null ? New(verb, phrase, details) : Existing(verb, phrase, Said(subject, phrase), details, others);
        // Rows are evaluated in the order in which they are said: the name, then the thing that it is for, then the rest.
        var told = subject is null ? details.Where(d => d.Condition is not null).ToList() : [];
        var all = told.Select(DetailOf).ToList();
        var named = all.ToList();
        var words = new List<string> { text, DetailPhrases.Called(named, phrase.Object) };
        details.RemoveAll(d => told.IndexOf(d) is var at and >= 0 && !named.Exists(n => ReferenceEquals(n, all[at])));
        words.AddRange(others.GroupBy(o => Preposition(o, tool, phrase.Verb)).Select(g => $"{g.Key} {Listing.Of([.. g.Select(o => rows.Of(o.Row!.Value))])}"));
        words.Add(DetailPhrases.After([.. details.Select(DetailOf).Select(d => TakesTo(phrase.Verb) ? d with { Preposition = "to" } : d)], phrase.Object));
        return (null, string.Join(' ', words.Where(w => w.Length > 0)));
    }

    public Detail DetailOf(FilledArgument argument)
    {
        var label = Label(argument);
        var said = argument.Condition is { } condition ? rows.Say(condition.Name, condition.Column)
            : argument.From is { Row: { } row } ? rows.Of(row)
            : $"the {argument.From?.Label} of that {argument.From?.Noun}";
        var same = argument.Condition is null && argument.From is { Row: not null } from && from.Label == label;
        return new Detail(label, argument.Condition is null && argument.From is { Row: not null } other && !same
            ? $"the {other.Label} of {said}"
            : said, argument.Value, argument.Condition is not null,
            argument.Binding?.Role == BindingRole.Key || Words.Split(argument.Parameter.Name) is [.., _, "id"])
        { SameAs = same ? said : null };
    }

    /// <summary>Returns the yes-or-no quality that a tool sets, in the words of a person: "read", "not read".</summary>
    private static string? Mark(ToolModel tool) =>
        tool.Literals is [{ Literal.IsBoolean: true } only] ? $"{(only.Literal.IsTrue ? "" : "not ")}{Labels.Of(null, only.Column)}" : null;

    private static string Label(FilledArgument argument) => argument.Condition?.Label ?? Labels.Of(null, argument.Parameter.Name);

    private static bool TakesTo(string verb) => verb is "assign" or "lend" or "transfer" or "attach" or "invite" or "move" or "send" or "give" or "grant"
        or "issue";

    private (string? Lead, string Text) Change(string subject, List<FilledArgument> details, List<FilledArgument> others)
    {
        var said = details.Select(DetailOf).Select(d => d.SameAs is { } same ? d with { Said = $"that of {same}" } : d).ToList();
        if (said is [{ Told: true, Value.IsBoolean: true } quality] && DetailPhrases.IsQuality(quality.Label))
        {
            return (null, $"mark {subject} as {(quality.Value.IsTrue ? "" : "not ")}{quality.Label}" + Rest());
        }

        var changes = Listing.Of([.. said.Select(DetailPhrases.Change)]);
        var verb = random.Chance(0.6) ? "change" : "set";
        if (random.Chance(0.35))
        {
            return ($"for {subject}", $"{verb} {changes}{Rest()}");
        }

        var (label, _) = Units.Of(said[0].Label);
        return said.Count == 1
            ? (null, $"{verb} the {label} of {subject} {DetailPhrases.Change(said[0])[(label.Length + 5)..]}{Rest()}")
            : (null, $"update {subject}: {verb} {changes}{Rest()}");

        string Rest() => string.Concat(others.Select(o => $" for {rows.Of(o.Row!.Value)}"));
    }

    /// <summary>Words a new thing, taken from the details if they name it: "create an order", "book flight FLI-7", "transfer 20.5".</summary>
    private string New(string verb, ToolPhrase phrase, List<FilledArgument> details)
    {
        var itself = details.FirstOrDefault(d => d.Condition is not null && IsNumber(d.Condition.Label, phrase.Object));
        if (itself is not null)
        {
            details.Remove(itself);
            return $"{verb} {phrase.Object} {DetailOf(itself).Said}";
        }

        var amount = phrase.Object is "money" or "fund" or "amount" or "payment" ? details.FirstOrDefault(d => d.Condition?.Label == "amount") : null;
        if (amount is not null)
        {
            details.Remove(amount);
            return $"{verb} {DetailOf(amount).Said}";
        }

        // One saves a single named thing: "save Golden Island in Sydney as a place".
        var name = phrase.Verb is "save" or "bookmark" ? details.FirstOrDefault(d => d.Condition?.Label == "name") : null;
        if (name is not null)
        {
            details.Remove(name);
            var place = details.FirstOrDefault(d => d.Condition?.Label is "city" or "country");
            details.Remove(place!);
            return $"{verb} {DetailOf(name).Said}{(place is null ? "" : " in " + DetailOf(place).Said)} as {Listing.Article(phrase.Object)}";
        }

        var known = phrase.Verb is "notify" or "message" or "remind" or "email" or "contact" or "inform";
        return $"{verb} {(known ? "the " + phrase.Object : Listing.Article(random.Chance(0.25) && phrase.Verb is "create" or "add" or "open" or "make" or "register" ? "new " + phrase.Object : phrase.Object))}";
    }

    /// <summary>Words a verb and its object. Details that the verb itself needs follow directly: "rename that device to Lamp".</summary>
    private string Existing(string verb, ToolPhrase phrase, string subject, List<FilledArgument> details, List<FilledArgument> others)
    {
        if (phrase.Verb == "assign" && others is [var given] && draft.Domain.Table(given.Row!.Value.Table)?.Noun == phrase.Object)
        {
            others.Clear();
            return $"{verb} {rows.Of(given.Row!.Value)} to {subject}";
        }

        var text = $"{verb} {subject}";
        var said = details.Where(d => d.Condition is not null || d.From is not null).ToList();
        var end = phrase.Verb switch
        {
            "rename" => said.FirstOrDefault(d => Label(d).EndsWith("name", StringComparison.Ordinal)),
            "move" => said.Count == 1 ? said[0] : null,
            "delay" or "postpone" or "reschedule" => said.FirstOrDefault(d => Label(d).EndsWith("date", StringComparison.Ordinal))
                ?? said.FirstOrDefault(d => Label(d).EndsWith("time", StringComparison.Ordinal)),
            "renew" or "extend" => said.FirstOrDefault(d => Label(d).EndsWith("date", StringComparison.Ordinal)),
            _ => null,
        };
        if (end is null)
        {
            return text;
        }

        details.Remove(end);
        var detail = DetailOf(end);
        return $"{text} {(phrase.Verb is "renew" or "extend" ? "until" : "to")} {(detail.SameAs is { } same ? $"the {detail.Label} of {same}" : detail.Said)}";
    }

    private string Said(FilledArgument argument, ToolPhrase phrase)
    {
        if (argument.Row is { } row)
        {
            return rows.Of(row);
        }

        var noun = IsNumber(argument.Condition!.Label, phrase.Object)
            ? phrase.Object
            : draft.Domain.Table(argument.Binding?.Table ?? "")?.Noun ?? phrase.Object;
        var said = rows.Say(argument.Condition.Name, argument.Condition.Column);
        return said.Contains('@', StringComparison.Ordinal)
            ? $"the {noun} with the email {said}"
            : random.Chance(0.5)
            ? $"{noun} {said}"
            : $"the {noun} number {said}";
    }

    private static bool IsNumber(string label, string noun) => label == noun
        || label == $"{noun} number"
        || label == $"{noun} code"
        || (label == "number" && noun.Length > 0);

    private bool IsAbout(FilledArgument argument, string noun) =>
        IsNumber(argument.Condition!.Label, noun) || (argument.Binding is { } binding && draft.Domain.Table(binding.Table)?.Noun == noun);

    private string Preposition(FilledArgument argument, ToolModel tool, string verb)
    {
        var noun = draft.Domain.Table(argument.Row!.Value.Table)?.Noun ?? "";
        var own = Words.Split(argument.Parameter.Name).FirstOrDefault() switch
        {
            "from" or "source" or "sender" => "from",
            "to" or "target" or "destination" or "recipient" => "to",
            "by" => "by",
            _ => null,
        };
        var words = Words.Split(tool.SpokenName);
        for (var i = 1; own is null && i < words.Count; i++)
        {
            own = words[i - 1] is "to" or "from" or "in" or "on" or "for" && noun.EndsWith(Words.Singular(words[i]), StringComparison.Ordinal)
                ? words[i - 1]
                : null;
        }

        return own ?? (TakesTo(verb) ? "to" : verb is "remove" or "detach" or "unassign" or "revoke" ? "from" : "for");
    }
}
