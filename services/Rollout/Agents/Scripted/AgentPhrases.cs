using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>The phrases of the scripted agent between its calls.</summary>
internal sealed class AgentPhrases(SeededRandom random)
{
    private static readonly string[] Looking = ["Let me look that up.", "One moment, I'll check.", "I'll look into it.", "Let me check that for you."];
    private static readonly string[] Doing = ["I'll take care of that now.", "I'll do that now.", "Right, I'm on it.", "I'll get that done."];
    private static readonly string[] Retrying =
        ["The service did not answer; I'll try again.", "That did not go through. Trying once more.", "A hiccup of the service; one more try."];
    private static readonly string[] Correcting =
        ["That was not the right one; let me correct it.", "I used the wrong value there. Again, with the right one.", "My mistake; I'll correct the call."];
    private static readonly string[] Blocked = ["That was not possible, so I'll take the other way.",
        "The system refuses that; I'll do what you named instead.", "That did not work out. Going on with the alternative."];
    private static readonly string[] Done = ["That's done.", "All done.", "Done.", "That's taken care of.", "It's all set."];
    private static readonly string[] More =
        ["Is there anything else?", "Anything else I can do?", "What else can I do for you?", "Can I help with anything else?"];
    private static readonly string[] Found = ["Here is what I found.", "I've looked it up.", "I have it."];
    private static readonly string[] GivingUp =
        ["I'm sorry, I can't get this done right now.", "I'm afraid I'm stuck here and have to stop.", "Sorry, I could not complete your request."];
    private static readonly string[] Refusing =
        ["I'm sorry, but I can't do that.", "Unfortunately that is not possible.", "I'm afraid I'm not allowed to do that."];

    public string? BeforeRead() => random.Chance(0.3) ? random.Pick(Looking) : null;

    public string? BeforeWrite() => random.Chance(0.3) ? random.Pick(Doing) : null;

    public string Retry() => random.Pick(Retrying);

    public string Correction() => random.Pick(Correcting);

    public string Alternative() => random.Pick(Blocked);

    public string GiveUp() => random.Pick(GivingUp);

    public string Refusal(string rule) => $"{random.Pick(Refusing)} Our policy says: {rule}";

    public string Ask(IReadOnlyList<string> names) => names.Count == 1
        ? random.Pick((IReadOnlyList<string>)[$"Could you tell me the {names[0]}?", $"What is the {names[0]}?", $"Which {names[0]} should I use, please?"])
        : $"Could you tell me the {string.Join(", the ", names.Take(names.Count - 1))} and the {names[^1]}?";

    public string Report(bool wrote, IReadOnlyList<(string Label, Value Value)> answers, bool last)
    {
        var text = new List<string> { wrote || answers.Count == 0 ? random.Pick(Done) : random.Pick(Found) };
        foreach (var group in answers.GroupBy(a => a.Label))
        {
            var values = group.Select(a => Plain(a.Value)).ToList();
            text.Add(values.Count == 1
                ? $"The {group.Key} is {values[0]}."
                : $"The {group.Key} values are {string.Join(", ", values.Take(values.Count - 1))} and {values[^1]}.");
        }

        if (!last || random.Chance(0.5))
        {
            text.Add(random.Pick(More));
        }

        return string.Join(' ', text);
    }

    /// <summary>Returns the label of an answer: the name of its member, in words.</summary>
    public static string Label(Value source)
    {
        if (source["compute"].IsString)
        {
            return source["compute"].AsString == "count" ? "count" : "total";
        }

        var path = source["path"];
        for (var i = path.IsArray ? path.AsArray.Length - 1 : -1; i >= 0; i--)
        {
            if (path.AsArray[i].IsString)
            {
                return Words.Phrase(path.AsArray[i].AsString);
            }
        }

        return "result";
    }

    private static string Plain(Value value) => value.IsString ? value.AsString : value.ToJson();
}
