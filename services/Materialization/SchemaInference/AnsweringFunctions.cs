using AgentScaler.Language;
using AgentScaler.Materialization.Sentences;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// A function whose name speaks of an act and whose answer is a thing that other functions read works on that thing: <c>end_tenancy(plot_id)</c> that answers
/// with a plot changes the plot, <c>report_issue(unit_id)</c> that answers with a work order makes one.
/// </summary>
internal static class AnsweringFunctions
{
    public static void Settle(IReadOnlyList<ToolReading> readings)
    {
        var functions = readings.Where(r => !r.Located).ToList();
        var things = functions.Where(IsRead).Select(r => (Form: Form(r.Result), r.Resource)).Where(r => r.Form is not null)
            .GroupBy(r => r.Form!, StringComparer.Ordinal).Where(g => g.Select(r => r.Resource).Distinct(StringComparer.Ordinal).Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Resource, StringComparer.Ordinal);
        var known = things.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var reading in functions.Where(r => !IsRead(r) && r.Result.Kind == ResultKind.Entity))
        {
            if (Form(reading.Result) is { } form && things.TryGetValue(form, out var thing) && !AreAlike(thing, reading.Resource)
                && reading.VerbClass is not VerbClass.Transfer && (!reading.Reads
                || Changes(reading)))
            {
                Become(reading, thing, known);
            }
        }
    }

    private static void Become(ToolReading reading, string thing, HashSet<string> known)
    {
        var named = reading.Parameters.Any(p => p.Required && Names(p, thing));
        if (!named && known.Contains(reading.Resource))
        {
            return;
        }

        reading.Evidence.Add($"It answers with {Listing.Article(Words.Phrase(thing))}, which other tools read, so it works on one.");
        reading.Resource = thing;
        reading.Reads = false;
        reading.VerbClass = !named ? VerbClass.Create
            : reading.VerbClass is VerbClass.Create or VerbClass.Link or VerbClass.Send or VerbClass.None or VerbClass.Act ? VerbClass.Update
            : reading.VerbClass;
    }

    /// <summary>An order is a table's order, whatever functions call it.</summary>
    private static bool AreAlike(string first, string second) => first.Split('_')[^1] == second.Split('_')[^1];

    private static bool IsRead(ToolReading reading) => reading.Reads && reading.VerbClass is VerbClass.Get or VerbClass.List or VerbClass.Search
        or VerbClass.Count
        or VerbClass.Check or VerbClass.Lookup or VerbClass.Compute;

    /// <summary>Whether the words of a tool say that it changes something, whatever its name is.</summary>
    private static bool Changes(ToolReading reading) => reading.Tool.Effect == ToolEffect.Write || SentenceSplitter.Sentences(reading.Tool.Description)
        .SelectMany(s => SentenceReader.Read(new Sentence(s))).Any(m => m is Sentences.Becomes or Adjusts or Adds or TakesOut or DeletesToo or Stamps
            || (m is Acts act && Verbs.ClassOf(Words.Singular(act.Verb)) is VerbClass.Create or VerbClass.Update or VerbClass.Upsert or VerbClass.Delete
                or VerbClass.Transition or VerbClass.Transfer));

    /// <summary>The names of a thing's members; null where an answer has too few to tell a thing.</summary>
    private static string? Form(ResultShape result) => result.Kind is ResultKind.Entity or ResultKind.Collection
        && result.Payload is { Kind: NodeKind.Object, Properties.Count: > 2 } item
        ? string.Join(',', item.Properties.Select(p => p.Name).Order(StringComparer.Ordinal)) : null;

    private static bool Names(ToolParameter parameter, string thing) => parameter.Words is [.., "id" or "number" or "code" or "key"]
        && Words.Snake(parameter.Words.SkipLast(1)) is var named && (named == thing || thing.EndsWith($"_{named}", StringComparison.Ordinal));
}
