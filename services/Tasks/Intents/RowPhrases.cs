using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Paths;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Intents;

/// <summary>Words rows: in full at their first mention, and in short afterwards.</summary>
internal sealed class RowPhrases(PathDraft draft, SeededRandom random)
{
    private readonly List<RowKey> _said = [];
    private readonly Dictionary<string, Value> _known = draft.Known.ToDictionary(k => k.Key, k => k.Value, StringComparer.Ordinal);

    public string Of(RowKey row)
    {
        if (!draft.Mentions.TryGetValue(row, out var mention))
        {
            return $"the {draft.Domain.Table(row.Table)?.Noun ?? "record"}";
        }

        if (_said.Contains(row))
        {
            return Again(row, mention);
        }

        _said.Add(row);
        return First(mention);
    }

    /// <summary>Says a known value, with quotes if it would not stand out without them.</summary>
    public string Say(string name, ColumnSchema? column)
    {
        var value = _known[name];
        var spoken = SpokenValue.Of(value);
        var free = value.IsString
            && spoken == value.AsString
            && (column?.Semantic is "text" or "title" || spoken.Contains(' ', StringComparison.Ordinal) && spoken.Length > 24);
        return free ? $"\"{spoken}\"" : spoken;
    }

    private string Again(RowKey row, RowMention mention)
    {
        var same = _said.Where(r => r.Table == row.Table).ToList();
        if (same.Count == 1)
        {
            return random.Chance(0.7) ? $"that {mention.Noun}" : $"the same {mention.Noun}";
        }

        return mention.Conditions.Count > 0 ? WithConditions(mention, 1)
            : mention.Created ? $"the new {mention.Noun}"
            : mention.Through is { } through ? $"the {through.Relation} of {Again(through.Row, draft.Mentions[through.Row])}"
            : mention.Most is not null ? Superlative(mention)
            : $"the {mention.Noun}";
    }

    private string First(RowMention mention)
    {
        if (mention.Created)
        {
            return random.Chance(0.5) ? $"the new {mention.Noun}" : $"that new {mention.Noun}";
        }

        if (mention.Through is { } through)
        {
            return $"the {through.Relation} of {Of(through.Row)}";
        }

        var text = mention.Most is not null ? Superlative(mention)
            : mention.Conditions.Count > 0 ? WithConditions(mention, mention.Conditions.Count)
            : $"the {mention.Noun}";
        if (mention.Most is not null && mention.Conditions.Count > 0)
        {
            text += " " + Conditions(mention, mention.Conditions.Count);
        }

        foreach (var (parent, relation) in mention.Of.Where(p => p.Row != mention.Row).DistinctBy(p => p.Row))
        {
            text += relation.Length > 0 && !SameThing(relation, parent) ? $" with {Of(parent)} as {relation}" : $" of {Of(parent)}";
        }

        return text;
    }

    private bool SameThing(string relation, RowKey row) =>
        draft.Domain.Table(row.Table) is { } table
            && (relation.Contains(table.Noun, StringComparison.Ordinal) || table.Noun.Contains(relation, StringComparison.Ordinal));

    private static string Superlative(RowMention mention)
    {
        var time = mention.Most!.Contains("date", StringComparison.Ordinal)
            || mention.Most.Contains("time", StringComparison.Ordinal)
            || mention.Most.EndsWith(" at", StringComparison.Ordinal)
            || mention.Most.EndsWith(" on", StringComparison.Ordinal);
        var degree = (time, mention.Greatest) switch { (true, true) => "latest", (true, false) => "earliest", (false, true) => "highest", _ => "lowest" };
        return $"the {mention.Noun} with the {degree} {Questions.Spoken(mention.Most)}";
    }

    /// <summary>Words a row with its conditions: "the device called Lamp". A bare number follows the noun without an article: "device DEV-7".</summary>
    private string WithConditions(RowMention mention, int count)
    {
        var said = Conditions(mention, count);
        var bare = mention.Conditions.Any(c => c.Label == "number" && said.StartsWith(Say(c.Name, c.Column), StringComparison.Ordinal));
        return $"{(bare ? "" : "the ")}{mention.Noun} {said}";
    }

    private string Conditions(RowMention mention, int count)
    {
        var parts = new List<string>();
        var chosen = mention.Conditions.DistinctBy(c => c.Name).Take(count);
        foreach (var condition in chosen.OrderBy(c => c.Label == "number" ? 0 : IsName(c, mention) ? 1 : 2))
        {
            var said = Say(condition.Name, condition.Column);
            parts.Add(parts.Count == 0 ? One(condition, said, mention) : "and " + One(condition, said, mention));
        }

        return string.Join(' ', parts).Replace(" and of ", " of ", StringComparison.Ordinal).Replace(" and in ", " in ", StringComparison.Ordinal);
    }

    private string One(Condition condition, string said, RowMention mention)
    {
        if (condition.Label == "number")
        {
            return said.Contains('@', StringComparison.Ordinal)
                ? $"with the email {said}"
                : random.Next(3) switch { 0 => $"number {said}", 1 => $"with the number {said}", _ => said };
        }

        var (label, unit) = Units.Of(condition.Label);
        if (unit is not null)
        {
            return $"whose {label} is {said} {unit}";
        }

        if (_known[condition.Name] is { IsBoolean: true } quality)
        {
            return DetailPhrases.IsQuality(label) ? $"that is {(quality.IsTrue ? "" : "not ")}{label}" : $"{(quality.IsTrue ? "with" : "without")} {label}";
        }

        return condition.Column switch
        {
            _ when IsName(condition, mention) => random.Chance(0.6) ? $"called {said}" : $"named {said}",
            { Semantic: "title" } => $"titled {(said.StartsWith('"') ? said : $"\"{said}\"")}",
            { Semantic: "city" or "country" or "region" } => $"in {said}",
            { Semantic: "status" } => $"whose {condition.Label} is {said}",
            { Type: ColumnType.Date } => condition.Label switch
            {
                "date" or "day" => $"of {said}",
                "from date" or "start date" => $"from {said}",
                "due date" => $"due on {said}",
                "birth date" or "born on" or "born date" => $"born on {said}",
                "arrival" or "departure" => $"with {condition.Label} on {said}",
                _ => $"whose {Questions.Spoken(condition.Label)} is {said}",
            },
            { Semantic: "email" or "phone" or "username" } => $"with the {condition.Label} {said}",
            _ when condition.Label.EndsWith("number", StringComparison.Ordinal)
                || condition.Label.EndsWith("code", StringComparison.Ordinal) => $"with the {condition.Label} {said}",
            _ => $"whose {Questions.Spoken(condition.Label)} is {said}",
        };
    }

    private static bool IsName(Condition condition, RowMention mention) =>
        condition.Column is { Semantic: "person_name" or "name" or "company" or "product" } && (condition.Label.EndsWith("name", StringComparison.Ordinal)
            && condition.Label is not ("given name" or "family name" or "first name" or "last name") || condition.Label == mention.Noun);
}
