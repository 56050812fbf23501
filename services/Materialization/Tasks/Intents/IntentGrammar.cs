using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tasks.Paths;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Materialization.Tasks.Intents;

/// <summary>Says a path's wishes as a person would who knows only names, days, numbers on letters and what they want.</summary>
internal sealed class IntentGrammar
{
    private static readonly string[] Requests = ["Please {0}.", "Could you {0}?", "I'd like you to {0}.", "I need you to {0}.", "Can you {0}?", "Would you {0}, please?", "I want to {0}."];
    private static readonly string[] Followers = ["Then {0}.", "After that, {0}.", "Next, {0}.", "Also, {0}.", "And {0}, please.", "While you're at it, {0}.", "Once that's done, {0}.", "Finally, {0}."];
    private static readonly string[] Asking = ["What is {0}?", "Can you tell me {0}?", "I'd like to know {0}.", "Please tell me {0}.", "Could you find out {0}?", "I need to know {0}."];
    private static readonly string[] AskingMore = ["And what is {0}?", "Then tell me {0}.", "Also, I'd like to know {0}.", "I also need {0}.", "And could you tell me {0}?"];
    private static readonly string[] Leads = ["{1}, please {0}.", "{1}, could you {0}?", "{1}, I'd like you to {0}.", "{1}, can you {0}?"];
    private static readonly string[] LeadsOn = ["Also, {1}, please {0}.", "Then, {1}, {0}.", "And {1}, please {0}.", "Next, {1}, {0}."];
    private static readonly string[] Otherwise = ["If that doesn't work, use {0} instead.", "Should that not be possible, take {0} instead.", "If the system won't allow it, go with {0}.", "If that fails, do it with {0} instead."];

    private readonly PathDraft _draft;
    private readonly SeededRandom _random;
    private readonly RowPhrases _rows;
    private readonly WriteClauses _clauses;
    private readonly Questions _questions;

    public IntentGrammar(PathDraft draft, SeededRandom random)
    {
        _draft = draft;
        _random = random;
        _rows = new RowPhrases(draft, random);
        _clauses = new WriteClauses(draft, random, _rows);
        _questions = new Questions(draft, _rows, _clauses);
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

    private bool Holds(string text, string name) => SpokenValue.IsIn(text, name, _draft.Known.First(k => k.Key == name).Value);

    private string Brief(Wish wish)
    {
        var phrase = ToolPhrase.Of(wish.Tool, _draft.Domain);
        var verb = _random.Pick(SpokenVerbs.Of(phrase.Verb));
        var thing = wish.Tool.Inserts.Count > 0 ? Listing.Article(phrase.Object) : wish.Answers.Any(a => a.Every) || wish.Tool.Parameters.Count == 0 ? Words.Plural(phrase.Object) : Listing.Article(phrase.Object);
        return _random.Chance(0.5) ? $"I need to {verb} {thing}." : $"Can you help me {verb} {thing}?";
    }

    private string Sentence(Wish wish, bool first)
    {
        if (!wish.Tool.Writes && wish.Instead is null)
        {
            return Ask(first ? Asking : AskingMore, wish);
        }

        var (lead, clause) = _clauses.Of(wish);
        var text = lead is null ? Format(first ? Requests : Followers, clause)
            : first ? Format(Leads, clause).Replace("{1}", Capital(lead), StringComparison.Ordinal)
            : Format(LeadsOn, clause).Replace("{1}", lead, StringComparison.Ordinal);
        if (wish.Instead is { } instead)
        {
            text += " " + Format(Otherwise, Listing.Of([.. instead.Select(Alternative)]));
        }

        if (wish.Answers.Count > 0)
        {
            text += " " + Ask(AskingMore, wish);
        }

        return text;
    }

    private string Format(string[] templates, string text) => _random.Pick(templates).Replace("{0}", text, StringComparison.Ordinal);

    private string Ask(string[] templates, Wish wish)
    {
        var asked = _questions.Of(wish);
        var text = Format(asked.StartsWith("the ", StringComparison.Ordinal) ? templates : [.. templates.Where(t => !t.Contains("hat is", StringComparison.Ordinal))], asked);
        var several = wish.Answers.Count > 0 && (wish.Answers[0].Every || wish.Answers.Select(a => a.Label).Distinct().Count() > 1 || Words.IsPlural(wish.Answers[0].Label.Split(' ')[^1]));
        return several ? text.Replace("hat is the ", "hat are the ", StringComparison.Ordinal) : text;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private string Alternative(FilledArgument argument) => argument.Row is { } row ? _rows.Of(row)
        : argument.Condition is { } condition ? $"the {condition.Label} {_rows.Say(condition.Name, condition.Column)}"
        : "another one";
}
