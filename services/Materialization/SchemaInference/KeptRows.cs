using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises a deletion that keeps the row: the documentation says that it stays in a status, or what is called "cancel" leads to the status that a
/// cancellation has and to which no other tool leads.
/// </summary>
internal static class KeptRows
{
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "status", "state", "marked", "becomes", "become", "as", "to", "is", "are", "set", "now" };

    private static readonly HashSet<string> Restricting = new(StringComparer.Ordinal)
    {
        "cannot", "not", "only", "never", "refused", "fails", "fail", "unless", "while", "if", "when", "must", "may", "can", "has", "been", "already",
    };

    private static readonly HashSet<string> Staying = new(StringComparer.Ordinal)
    {
        "soft", "kept", "keep", "keeps", "retained", "retain", "remains", "remain", "stays", "stay", "readable", "archived", "archives",
    };

    /// <summary>Words for the status of what was deleted and is kept.</summary>
    private static readonly string[] Gone = ["deleted", "removed", "archived", "inactive", "deactivated", "cancelled", "canceled", "closed"];

    /// <summary>Makes a step of a deletion that keeps the row.</summary>
    public static void Bind(EffectSketch sketch, TablePlan table)
    {
        if (table.HasRows || (table.Status ?? StatusColumns.Of(table)) is not { Enum: { Count: > 1 } values } status || !values.TrueForAll(v => v.IsString)
            || Target(sketch.Reading, values) is not { } target || !sketch.Told.Say(EffectKinds.The<TransitionKind>(), Source.Text))
        {
            return;
        }

        table.Status = status;
        status.Demanded = true;
        status.Facts.Nullable.Say(false, Source.Text);
        sketch.Target = target;
        sketch.Evidence.Add($"The {Words.Phrase(table.Singular)} is kept, as {target.ToJson()}.");
    }

    /// <summary>The status that the row has from then on, or null where the row goes.</summary>
    private static Value? Target(ToolReading reading, List<Value> values)
    {
        var clauses = Clauses(reading).ToList();
        foreach (var words in clauses.Where(c => !c.Any(Restricting.Contains)))
        {
            foreach (var value in values)
            {
                var at = Words.Find(words, Words.Split(value.AsString));
                if (at > 0 && Leading.Contains(words[at - 1]))
                {
                    return value;
                }
            }
        }

        var named = Acts(reading, clauses).SelectMany(Verbs.TargetsOf)
            .Select(t => values.Find(v => Words.Snake(v.AsString) == t)).FirstOrDefault(v => !v.IsNull);
        if (!named.IsNull)
        {
            return named;
        }

        return clauses.Exists(c => c.Any(Staying.Contains) && !c.Contains("not"))
            && Gone.Select(g => values.Find(v => Words.Snake(v.AsString) == g)).FirstOrDefault(v => !v.IsNull) is { IsNull: false } gone
            ? gone
            : default(Value?);
    }

    /// <summary>What the documentation of the tool says, in the words of each clause, so that one clause is about one thing.</summary>
    private static IEnumerable<IReadOnlyList<string>> Clauses(ToolReading reading) => reading.Sentences.Where(s => s is { Parameter: null, Status: null })
        .SelectMany(s => s.Words.Replace(" but ", " , ", StringComparison.Ordinal).Split(" , "))
        .Select(c => c.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(c => c.Length > 0);

    /// <summary>The steps that the tool's own name and the first word of its description say.</summary>
    private static IEnumerable<string> Acts(ToolReading reading, List<IReadOnlyList<string>> clauses) => NameWords.Of(reading.Tool)
        .Concat(clauses.Count > 0 ? new[] { clauses[0][0], Words.Singular(clauses[0][0]) } : [])
        .Where(w => Verbs.ClassOf(w) is VerbClass.Transition);
}
