using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// A write to a collection that nobody reads, and which answers with a thing that other tools read, makes a row of that: <c>POST /accounts/{id}/topups</c> that
/// answers with a transaction. The answer's members tell the thing, whatever the path calls the act.
/// </summary>
internal static class AnsweredThings
{
    public static void Merge(IReadOnlyList<ToolReading> readings)
    {
        var things = Things(readings);
        foreach (var group in readings.GroupBy(r => r.Resource, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList())
        {
            var answered = group.Select(r => Answered(r, things)).Distinct().ToList();
            if (answered is not [{ } thing] || thing == group.Key || group.Any(r => r.Parents.Any(p => p.Resource == thing)))
            {
                continue;
            }

            foreach (var reading in group)
            {
                reading.Evidence.Add($"The answer is {Listing.Article(Words.Phrase(thing))}, which other tools read, so one is made.");
                reading.Resource = thing;
                reading.VerbClass = VerbClass.Create;
            }
        }
    }

    /// <summary>The things that tools read, by the members that they show.</summary>
    private static Dictionary<string, string> Things(IReadOnlyList<ToolReading> readings) => readings
        .Where(r => r is { Reads: true, Located: true }).Select(r => (Form: PathItems.Form(r.Result), r.Resource)).Where(r => r.Form is not null)
        .GroupBy(r => r.Form!, StringComparer.Ordinal).Where(g => g.Select(r => r.Resource).Distinct().Count() == 1)
        .ToDictionary(g => g.Key, g => g.First().Resource, StringComparer.Ordinal);

    /// <summary>The thing that a post to a collection answers with; null where it says none, or is no such post.</summary>
    private static string? Answered(ToolReading reading, Dictionary<string, string> things) =>
        reading is { Reads: false, Located: true, OnItem: false, Result.Kind: ResultKind.Entity } && PathItems.Form(reading.Result) is { } form
        && string.Equals(reading.Tool.Http?.Method, "POST", StringComparison.OrdinalIgnoreCase)
        && reading.VerbClass is VerbClass.Create or VerbClass.Update or VerbClass.Send or VerbClass.Transfer or VerbClass.Act
            or VerbClass.Transition or VerbClass.None
            ? things.GetValueOrDefault(form)
            : null;
}
