using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// Reads tools whose noun is a part of another thing as changes of that thing: <c>add_bags(booking_id, bags)</c> changes the booking, and
/// <c>deposit_money(account_id, amount)</c> the account. No table is made of bags or of money.
/// </summary>
internal static class PartReadings
{
    private static readonly Dictionary<string, ColumnRole> Masses = new(StringComparer.Ordinal)
    {
        ["money"] = ColumnRole.Balance,
        ["fund"] = ColumnRole.Balance,
        ["cash"] = ColumnRole.Balance,
        ["amount"] = ColumnRole.Balance,
        ["balance"] = ColumnRole.Balance,
        ["credit"] = ColumnRole.Balance,
        ["point"] = ColumnRole.Balance,
        ["mile"] = ColumnRole.Balance,
        ["coin"] = ColumnRole.Balance,
        ["stock"] = ColumnRole.Stock,
        ["inventory"] = ColumnRole.Stock,
    };

    /// <summary>The role of the number that a tool's name speaks of: funds are a balance. None where it speaks of a thing.</summary>
    public static ColumnRole Mass(ToolReading reading) =>
        reading.Said.Select(Words.Singular).Select(w => Masses.GetValueOrDefault(w)).FirstOrDefault(r => r != ColumnRole.None);

    /// <param name="dumped">The things that the user's own database holds.</param>
    public static void Resolve(IReadOnlyList<ToolReading> readings, IEnumerable<string> dumped)
    {
        var uses = readings.Select(r => r.Resource).Concat(dumped).GroupBy(r => r, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var reading in readings.Where(r => r is { Located: false, Reads: false, Noun: null }))
        {
            if (IsRecord(reading) && Owner(reading, uses) is not null)
            {
                // Who pays by an amount leaves a payment, and steps nothing.
                reading.Resource = VerbLexicon.Find(reading.Verb)!.Makes!;
                reading.VerbClass = VerbClass.Create;
                continue;
            }

            if (Owner(reading, uses) is var (owner, key) && owner != reading.Resource && (IsMass(reading) || IsPart(reading, key, uses)))
            {
                reading.Evidence.Add($"{reading.Tool.Name} changes the {Words.Phrase(owner)} that {key.Name} names.");
                reading.Resource = owner;
                reading.VerbClass = VerbClass.Update;
            }
        }
    }

    /// <summary>Whether the tool pays an amount, and names no thing of its own that could be paid off.</summary>
    private static bool IsRecord(ToolReading reading) => reading.VerbClass == VerbClass.Transition
        && !Masses.ContainsKey(reading.Resource.Split('_')[^1]) && reading.Resource != reading.Verb
        && VerbLexicon.Find(reading.Verb) is { Makes: not null } verb && verb.Takes.Concat(verb.Gives).Contains(MovedThing.Money)
        && reading.Parameters.Any(p => p.Required && ColumnRoles.IsMoney(p.Name, p.Node.Kind))
        && !reading.Parameters.Any(p => p.Words.Count > 1 && Words.ResourceKey([.. p.Words.SkipLast(1)]) == reading.Resource);

    /// <summary>The thing that another tool works on and that this one names by its key.</summary>
    private static (string Resource, ToolParameter Key)? Owner(ToolReading reading, Dictionary<string, int> uses)
    {
        foreach (var key in reading.Parameters.Where(p => p is { Required: true, Node.Scalar: true, Words.Count: > 1 }
            && p.Words[^1] is "id" or "code" or "number" or "no" or "key"))
        {
            var thing = Words.ResourceKey([.. key.Words.SkipLast(1)]);
            if (uses.GetValueOrDefault(thing) - (reading.Resource == thing ? 1 : 0) > 0)
            {
                return (thing, key);
            }
        }

        return null;
    }

    /// <summary>Whether the verb moves an amount of what is measured and not told apart.</summary>
    private static bool IsMass(ToolReading reading)
    {
        var verb = VerbLexicon.Find(reading.Verb);
        var noun = reading.Resource.Split('_')[^1];
        var moves = verb is not null && verb.Takes.Concat(verb.Gives).Any(m => m is MovedThing.Money or MovedThing.Stock or MovedThing.Points);
        return reading.Parameters.Any(p => ColumnRoles.IsMoney(p.Name, p.Node.Kind) || ColumnRoles.IsQuantity(p.Name, p.Node.Kind))
            && (Masses.ContainsKey(noun) || (moves && noun == reading.Verb))
            && (moves || reading.VerbClass is VerbClass.Create or VerbClass.Update or VerbClass.Delete);
    }

    /// <summary>Whether the noun is an argument, and no thing that other tools know.</summary>
    private static bool IsPart(ToolReading reading, ToolParameter key, Dictionary<string, int> uses) =>
        uses.GetValueOrDefault(reading.Resource) == 1 && reading.VerbClass is VerbClass.Create or VerbClass.Update or VerbClass.Delete
        && reading.Parameters.Any(p => p != key && p is { Required: true, Node.Scalar: true } && Words.Singular(p.Words[^1]) == reading.Resource
            && (reading.VerbClass == VerbClass.Update || p.Node.Kind is NodeKind.Integer or NodeKind.Number));
}
