using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Rollout.Users;

/// <summary>
/// A user that needs no model. It tells the wishes of the intent one by one or all at once, sometimes leaves the details out until it is asked, answers
/// questions about its values, and ends when it has said everything.
/// </summary>
public sealed class ScriptedUser : ISimulatedUser
{
    private static readonly string[] Openings = ["Hi! ", "Hello, ", "Hi there. ", "Good morning. ", "Hey, ", "", "", ""];
    private static readonly string[] Continuations = ["Great, thanks. ", "Thank you. ", "Perfect. ", "Good. ", "Lovely, thanks. ", "Okay. "];
    private static readonly string[] Answers = ["Sure: ", "Yes, of course: ", "Here you go: ", "Right: ", "It's all here: "];

    private readonly IReadOnlyList<IntentPart> _parts;
    private readonly IReadOnlyDictionary<string, Value> _known;
    private readonly string[] _names;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly SeededRandom _random;
    private readonly bool _allAtOnce;
    private readonly double _terseness;
    private int _wishes;

    public ScriptedUser(TaskSpecification task, int attempt, long seed)
    {
        _random = SeededRandom.Of(seed, "user", task.Id, attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _known = task.User.KnownValues;
        // Longer names first: "second customer name" holds "customer name".
        _names = [.. _known.Keys.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
        _parts = task.Parts.Count > 0 ? task.Parts : [new IntentPart(task.Intent, task.Intent, [.. _known.Keys], [])];
        _allAtOnce = _random.Chance(0.35);
        _terseness = _random.NextDouble() * 0.6;
    }

    public string Model => "scripted";

    public ValueTask<UserTurn> OpenAsync(CancellationToken cancellationToken)
    {
        var opening = _random.Pick(Openings);
        return ValueTask.FromResult(Tell(opening, _allAtOnce ? _parts.Count : 1));
    }

    public ValueTask<UserTurn> ReplyAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var said = messages[^1].Content ?? "";
        if (said.Contains('?', StringComparison.Ordinal))
        {
            var asked = Asked(said);
            if (asked.Count > 0)
            {
                return ValueTask.FromResult(Answer(asked));
            }
        }

        return ValueTask.FromResult(_wishes < _parts.Count ? Tell(_random.Pick(Continuations), 1) : UserTurn.Over());
    }

    private UserTurn Tell(string lead, int count)
    {
        var told = new Dictionary<string, Value>(StringComparer.Ordinal);
        var sentences = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var part = _parts[_wishes++];
            if (part.Brief.Length > 0 && part.Names.Any(n => !_told.Contains(n)) && _random.Chance(_terseness))
            {
                sentences.Add(part.Brief);
                continue;
            }

            sentences.Add(part.Text);
            foreach (var name in part.Names)
            {
                if (_known.TryGetValue(name, out var value))
                {
                    _told.Add(name);
                    told[name] = value;
                }
            }
        }

        return new UserTurn(Join(lead, string.Join(' ', sentences))) { Told = told, Wishes = _wishes };
    }

    /// <summary>Joins a lead and a sentence. After a comma the sentence continues in lower case, except for "I".</summary>
    private static string Join(string lead, string text) =>
        lead.EndsWith(", ", StringComparison.Ordinal)
            && text.Length > 1
            && char.IsUpper(text[0])
            && char.IsLower(text[1])
            && !text.StartsWith("I'", StringComparison.Ordinal)
            ? lead + char.ToLowerInvariant(text[0]) + text[1..]
            : lead + text;

    /// <summary>Returns the known values that a question names. If it names none, returns the values of the wishes so far that are still untold.</summary>
    private List<string> Asked(string question)
    {
        // Only questions count. A report names values too, and repeating them would never end.
        var rest =
            string.Join(' ', question.Split(['.', '!', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(s => s.Contains('?', StringComparison.Ordinal)));
        var asked = new List<string>();
        foreach (var name in _names)
        {
            var named = false;
            for (var at = PlaceOf(name, rest); at >= 0; at = PlaceOf(name, rest))
            {
                named = true;
                rest = string.Concat(rest.AsSpan(0, at), " ", rest.AsSpan(at + name.Length));
            }

            if (named)
            {
                asked.Add(name);
            }
        }

        return asked.Count > 0
            ? asked
            : [.. _parts.Take(_wishes).SelectMany(p => p.Names).Where(n => !_told.Contains(n) && _known.ContainsKey(n)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Returns the place at which a question names a value, or -1. The name must be a separate word, and may be in the plural. A name of a letter or two counts
    /// only after "the", because "Can I help with anything else?" asks neither for an "a" nor for an "i".
    /// </summary>
    private static int PlaceOf(string name, string question)
    {
        for (var at =
            question.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = question.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var after = question.AsSpan(at + name.Length);
            after = after.StartsWith("s", StringComparison.OrdinalIgnoreCase) ? after[1..] : after;
            if ((at == 0 || !char.IsLetterOrDigit(question[at - 1]))
                && (after.IsEmpty || !char.IsLetterOrDigit(after[0]))
                && (name.Length > 2 || question.AsSpan(0, at).TrimEnd().EndsWith("the", StringComparison.OrdinalIgnoreCase)))
            {
                return at;
            }
        }

        return -1;
    }

    private UserTurn Answer(List<string> asked)
    {
        asked.Sort(StringComparer.Ordinal);
        var told = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var name in asked)
        {
            _told.Add(name);
            told[name] = _known[name];
        }

        var text = asked.Count == 1 && _known[asked[0]].IsBoolean ? $"About the {asked[0]}: {SpokenValue.Of(_known[asked[0]])}."
            : asked.Count == 1
            ? $"{(_random.Chance(0.5) ? "It's " : $"The {asked[0]} is ")}{SpokenValue.Of(_known[asked[0]])}."
            : _random.Pick(Answers) + string.Join("; ", asked.Select(n => $"{n}: {SpokenValue.Of(_known[n])}")) + ".";
        return new UserTurn(text) { Told = told, Wishes = _wishes };
    }
}
