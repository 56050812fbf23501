using System.Text;
using AgentScaler.Language;
using AgentScaler.Tasks.Paths;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Intents;

/// <summary>Words the wishes of a path like a person who knows only names, days, numbers on letters and the purpose of the request.</summary>
internal sealed class IntentGrammar
{
    private readonly PathDraft _draft;
    private readonly PhraseBook _book;
    private readonly Talk _talk;
    private readonly SeededRandom _random;
    private readonly RowPhrases _rows;
    private readonly WriteClauses _clauses;
    private readonly Questions _questions;

    public IntentGrammar(PathDraft draft, PhraseBook book, Talk talk, SeededRandom random)
    {
        (_draft, _book, _talk, _random) = (draft, book, talk, random);
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
                text += " " + Fill(_random.Pick(_book.Facts), name, _rows.Say(name, null));
            }

            text = i == 0 ? Opened(text) : text;
            text = i == wishes.Count - 1 && _random.Chance(Share(0.1, 0.3, 0.55)) ? $"{text} {_random.Pick(_book.Closings)}" : text;
            parts.Add(new IntentPart(text, Brief(wish), wish.Names, [.. Enumerable.Range(wish.FirstCall, wish.Calls)]));
        }

        return parts;
    }

    private double Share(double terse, double plain, double chatty) => _talk switch { Talk.Terse => terse, Talk.Plain => plain, _ => chatty };

    /// <summary>Adds a greeting and the reason for the call before the first wish.</summary>
    private string Opened(string text)
    {
        var greeting = _random.Chance(Share(0.1, 0.35, 0.75)) ? _random.Pick(_book.Greetings) : "";
        var occasion = _random.Chance(Share(0.05, 0.25, 0.6)) ? _random.Pick(_book.Occasions) : "";
        var rest = occasion.Length == 0 ? text : $"{occasion} {text}";
        return greeting.Length == 0 ? rest : $"{greeting} {(greeting.EndsWith(',') ? Lower(rest) : rest)}";
    }

    private bool Holds(string text, string name) => SpokenValue.IsIn(text, name, _draft.Known.First(k => k.Key == name).Value);

    private string Brief(Wish wish)
    {
        var phrase = ToolPhrase.Of(wish.Tool, _draft.Domain);
        var verb = _random.Pick(SpokenVerbs.Of(phrase.Verb).Where(v => !v.EndsWith(" me", StringComparison.Ordinal)).DefaultIfEmpty("see").ToList());
        var thing = wish.Tool.Inserts.Count > 0
            ? Listing.Article(phrase.Object)
            : wish.Answers.Any(a => a.Every) || wish.Tool.Parameters.Count == 0
            ? Words.Plural(phrase.Object)
            : Listing.Article(phrase.Object);
        return Fill(_random.Pick(_book.Briefs), $"{verb} {thing}");
    }

    private string Sentence(Wish wish, bool first)
    {
        if (wish.Next is { } next)
        {
            return $"{Linked(Request(wish), first)} {_random.Pick(_book.Fallbacks)} {Lower(Sentence(next, first: true))}";
        }

        if (!wish.Tool.Writes && wish.Instead is null)
        {
            return Linked(Ask(wish), first);
        }

        var text = Linked(Request(wish), first);
        if (wish.Instead is { } instead)
        {
            text += " " + Fill(_random.Pick(_book.Otherwise), Listing.Of([.. instead.Select(Alternative)]));
        }

        return wish.Answers.Count > 0 ? $"{text} {Linked(Ask(wish), first: false)}" : text;
    }

    private string Request(Wish wish)
    {
        var (lead, clause) = _clauses.Of(wish);
        return lead is null ? Fill(Frame(_book.Requests), clause) : Fill(Frame(_book.Leads), clause, Upper(lead));
    }

    /// <summary>Links most sentences to the one before.</summary>
    private string Linked(string text, bool first) => first || _random.Chance(Share(0.45, 0.25, 0.2)) ? text : $"{_random.Pick(_book.Links)} {Lower(text)}";

    /// <summary>Draws two frames. Terse speakers take the shorter one, and chatty speakers the longer one.</summary>
    private string Frame(IReadOnlyList<string> frames)
    {
        var (one, other) = (_random.Pick(frames), _random.Pick(frames));
        return _talk switch
        {
            Talk.Terse => one.Length <= other.Length ? one : other,
            Talk.Chatty => one.Length >= other.Length ? one : other,
            _ => one,
        };
    }

    private string Ask(Wish wish)
    {
        var asked = _questions.Of(wish);
        var frame = Frame(asked.StartsWith("the ", StringComparison.Ordinal) ? [.. _book.Questions, .. _book.OpenQuestions] : _book.OpenQuestions);
        var several = wish.Answers.Count > 0
            && (wish.Answers[0].Every || wish.Answers.Select(a => a.Label).Distinct().Count() > 1 || Words.IsPlural(wish.Answers[0].Label.Split(' ')[^1]));
        return Fill(several
            ? frame.Replace("What is {0}", "What are {0}", StringComparison.Ordinal).Replace("what {0} is", "what {0} are", StringComparison.Ordinal)
            : frame, asked);
    }

    /// <summary>Fills the places of a frame in one pass, so that inserted text is never read as a place.</summary>
    private string Fill(string frame, string text, string other = "")
    {
        var filled = new StringBuilder(frame.Length + text.Length + other.Length);
        for (var i = 0; i < frame.Length; i++)
        {
            if (frame[i] != '{')
            {
                filled.Append(frame[i]);
                continue;
            }

            filled.Append(frame[i + 1] switch
            {
                '0' => text,
                '1' => other,
                '!' => Upper(text),
                _ => _random.Chance(Share(0.05, 0.15, 0.3)) ? _random.Pick(_book.Tails) : "",
            });
            i += 2;
        }

        return filled.ToString();
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Lowers a sentence for use after a comma. "I" keeps its capital.</summary>
    private static string Lower(string text) =>
        text.StartsWith("I ", StringComparison.Ordinal) || text.StartsWith("I'", StringComparison.Ordinal) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private string Alternative(FilledArgument argument) => argument.Row is { } row ? _rows.Of(row)
        : argument.Condition is { } condition ? $"the {condition.Label} {_rows.Say(condition.Name, condition.Column)}"
        : "another one";
}
