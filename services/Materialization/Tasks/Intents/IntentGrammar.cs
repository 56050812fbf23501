using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tasks.Paths;
using AgentScaler.Materialization.Tasks.Reading;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Materialization.Tasks.Intents;

/// <summary>Says a path's wishes as a person would who knows only names, days, numbers on letters and what they want.</summary>
internal sealed class IntentGrammar
{
    private static readonly string[] Requests = ["Please {0}.", "Could you {0}?", "I'd like you to {0}.", "I need you to {0}.", "Can you {0}?", "Would you {0}, please?", "I want to {0}."];
    private static readonly string[] Followers = ["Then {0}.", "After that, {0}.", "Next, {0}.", "Also, {0}.", "And {0}, please.", "While you're at it, {0}.", "Once that's done, {0}.", "Finally, {0}."];
    private static readonly string[] Questions = ["What is {0}?", "Can you tell me {0}?", "I'd like to know {0}.", "Please tell me {0}.", "Could you find out {0}?", "I need to know {0}."];
    private static readonly string[] MoreQuestions = ["And what is {0}?", "Then tell me {0}.", "Also, I'd like to know {0}.", "I also need {0}.", "And could you tell me {0}?"];
    private static readonly string[] Otherwise = ["If that doesn't work, use {0} instead.", "Should that not be possible, take {0} instead.", "If the system won't allow it, go with {0}.", "If that fails, do it with {0} instead."];

    private readonly PathDraft _draft;
    private readonly SeededRandom _random;
    private readonly RowPhrases _rows;

    public IntentGrammar(PathDraft draft, SeededRandom random)
    {
        _draft = draft;
        _random = random;
        _rows = new RowPhrases(draft, random);
    }

    public IReadOnlyList<IntentPart> Compose(IReadOnlyList<Wish> wishes)
    {
        var parts = new List<IntentPart>();
        for (var i = 0; i < wishes.Count; i++)
        {
            var wish = wishes[i];
            var text = Sentence(wish, first: i == 0);
            foreach (var name in wish.Names.Where(n => !Holds(text, n)).ToList())
            {
                text += $" The {name} is {_rows.Say(name, null)}.";
            }

            parts.Add(new IntentPart(text, Brief(wish), wish.Names, [.. Enumerable.Range(wish.FirstCall, wish.Calls)]));
        }

        return parts;
    }

    private bool Holds(string text, string name)
    {
        var value = _draft.Known.First(k => k.Key == name).Value;
        return SpokenValue.IsIn(text, value) && (!value.IsBoolean || text.Contains(name.Split(' ')[^1], StringComparison.Ordinal));
    }

    private string Brief(Wish wish)
    {
        var phrase = ToolPhrase.Of(wish.Tool, _draft.Domain);
        var verb = _random.Pick(SpokenVerbs.Of(phrase.Verb));
        var thing = wish.Tool.Inserts.Count > 0 ? Article(phrase.Object) : wish.Answers.Any(a => a.Every) || wish.Tool.Parameters.Count == 0 ? Words.Plural(phrase.Object) : Article(phrase.Object);
        return _random.Chance(0.5) ? $"I need to {verb} {thing}." : $"Can you help me {verb} {thing}?";
    }

    private string Sentence(Wish wish, bool first)
    {
        if (!wish.Tool.Writes && wish.Instead is null)
        {
            var asked = Asked(wish);
            var templates = first ? Questions : MoreQuestions;
            return Format(asked.StartsWith("how many", StringComparison.Ordinal) ? [.. templates.Where(t => !t.Contains("hat is", StringComparison.Ordinal))] : templates, asked);
        }

        var text = Format(first ? Requests : Followers, Clause(wish));
        if (wish.Instead is { } instead)
        {
            text += " " + Format(Otherwise, List([.. instead.Select(Alternative)]));
        }

        if (wish.Answers.Count > 0)
        {
            text += " " + Format(MoreQuestions, Asked(wish));
        }

        return text;
    }

    private string Format(string[] templates, string text) => _random.Pick(templates).Replace("{0}", text, StringComparison.Ordinal);

    private string Alternative(FilledArgument argument) => argument.Row is { } row ? _rows.Of(row)
        : argument.Condition is { } condition ? $"the {condition.Label} {_rows.Say(condition.Name, condition.Column)}"
        : "another one";

    /// <summary>"cancel the order of 3 March with the reason …".</summary>
    private string Clause(Wish wish)
    {
        var tool = wish.Tool;
        var phrase = ToolPhrase.Of(tool, _draft.Domain);
        var verb = _random.Pick(SpokenVerbs.Of(phrase.Verb));
        var changed = tool.Updates.Concat(tool.Deletes).ToList();
        var subject = wish.Filled.FirstOrDefault(f => f.Row is { } r && changed.Contains(r.Table) && f.Binding?.Role == BindingRole.Key)
            ?? (tool.Inserts.Count == 0 || changed.Count > 0 ? wish.Filled.FirstOrDefault(f => f.Row is not null) : null);

        // A reference that leads nowhere stands for no row, but is still what the wish is about.
        var mistold = subject is null ? wish.Filled.FirstOrDefault(f => f.Row is null && f.Condition is not null && f.Binding?.Role == BindingRole.Key) : null;
        var details = wish.Filled.Where(f => f != subject && f != mistold && f.Row is null && (f.Condition is not null || f.From is not null)).ToList();
        var others = wish.Filled.Where(f => f != subject && f.Row is not null).ToList();
        var words = new List<string>();
        if (subject is not null && phrase.Verb is "update" or "edit" or "modify" or "patch" or "put" or "set" or "change" && details.Count > 0)
        {
            words.Add(details.Count == 1
                ? $"{(_random.Chance(0.5) ? "change" : "set")} {Labelled(details[0])} of {_rows.Of(subject!.Row!.Value)} to {Said(details[0])}"
                : $"update {_rows.Of(subject!.Row!.Value)}: set {List([.. details.Select(d => $"{Labelled(d)} to {Said(d)}")])}");
            details = [];
        }
        else if (subject is not null)
        {
            words.Add($"{verb} {_rows.Of(subject.Row!.Value)}");
        }
        else if (mistold is not null && tool.Inserts.Count == 0)
        {
            words.Add($"{verb} the {_draft.Domain.Table(mistold.Binding!.Table)?.Noun ?? phrase.Object} number {Said(mistold)}");
        }
        else
        {
            words.Add($"{verb} {Article(phrase.Object)}");
            details = mistold is null ? details : [mistold, .. details];
        }

        foreach (var other in others)
        {
            words.Add(Complement(other));
        }

        if (details.Count > 0)
        {
            words.Add("with " + List([.. details.Select(d => $"{Labelled(d)} {Said(d)}")]));
        }

        return string.Join(' ', words);
    }

    private string Said(FilledArgument argument) => argument.Condition is { } condition ? _rows.Say(condition.Name, condition.Column)
        : argument.From is { Row: { } row } from ? $"the {from.Label} of {_rows.Of(row)}"
        : $"the same {argument.From?.Label}";

    private static string Labelled(FilledArgument argument) => $"the {argument.Condition?.Label ?? Labels.Of(null, argument.Parameter.Name)}";

    private string Complement(FilledArgument argument)
    {
        var words = Words.Split(argument.Parameter.Name);
        var preposition = words.FirstOrDefault() switch
        {
            "from" or "source" or "sender" => "from",
            "to" or "target" or "destination" or "recipient" or "new" => "to",
            "by" => "by",
            _ => "for",
        };
        return $"{preposition} {_rows.Of(argument.Row!.Value)}";
    }

    /// <summary>"the status and the total of that order".</summary>
    private string Asked(Wish wish)
    {
        var phrase = ToolPhrase.Of(wish.Tool, _draft.Domain);
        if (wish.Answers.Count == 0)
        {
            return $"about {Article(phrase.Object)}";
        }

        var answer = wish.Answers[0];
        var scope = Scope(wish);
        if (answer.Every)
        {
            return $"the {Words.Plural(answer.Label)} of all the {Words.Plural(phrase.Object)}{scope}";
        }

        if (answer.Source["compute"].IsString)
        {
            return $"how many {Words.Plural(phrase.Object)} there are{scope}";
        }

        var labels = List([.. wish.Answers.Select(a => $"the {a.Label}").Distinct()]);
        return answer.Row is { } row ? $"{labels} of {_rows.Of(row)}" : labels == $"the {phrase.Object}" ? $"{labels}{scope}" : $"{labels} of the {phrase.Object}{scope}";
    }

    /// <summary>What narrows a question down: the rows and values that its call was given.</summary>
    private string Scope(Wish wish)
    {
        var words = new List<string>();
        foreach (var argument in wish.Filled)
        {
            if (argument.Row is { } row && wish.Answers.All(a => a.Row != row))
            {
                words.Add($" for {_rows.Of(row)}");
            }
            else if (argument.Row is null && (argument.Condition is not null || argument.From is not null))
            {
                words.Add($"{(words.Count == 0 ? " with" : " and")} {Labelled(argument)} {Said(argument)}");
            }
        }

        return string.Concat(words);
    }

    private static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    private static string Article(string noun) => (noun.Length > 0 && "aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;
}
