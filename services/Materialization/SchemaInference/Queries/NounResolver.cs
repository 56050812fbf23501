using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Finds the table of the user's own database that a tool is about: by the words of its name, by what its parameters and its result
/// have in common with the columns, and by the kind of things that rows with such columns are.
/// </summary>
internal sealed class NounResolver(IReadOnlyList<DumpedNoun> nouns)
{
    private const double Enough = 2.4;

    /// <summary>Binds the readings to dumped tables where their words or their columns say so.</summary>
    public static void Resolve(IReadOnlyList<ToolReading> readings, DumpAdoption dump, InferenceHints hints)
    {
        var resolver = new NounResolver(dump.Nouns);
        foreach (var reading in readings.Where(r => hints.Resource(r.Tool.Name) is null))
        {
            if ((reading.Located ? dump.Nouns.FirstOrDefault(n => n.Resource == reading.Resource) : null) is { } located)
            {
                reading.Noun = located;
            }
            else if (resolver.Of(reading) is { } noun)
            {
                reading.Noun = noun;
                if (noun.Resource != reading.Resource)
                {
                    reading.Evidence.Add($"Its words and its parameters mean {noun.Table} of the adopted state.");
                    reading.Resource = noun.Resource;
                }
            }
        }
    }

    /// <summary>The noun that a tool means, or null.</summary>
    public DumpedNoun? Of(ToolReading reading)
    {
        var noun = ToolNoun.Of(reading);
        if (SpokenNouns.Done(reading, noun, nouns) is { } done)
        {
            return done;
        }

        var described = string.Join(' ', Words.Split(reading.Tool.Description));
        var made = Made(reading, noun);
        if (made is [var named] && named.All is [var only] && only == Words.Singular(reading.Verb))
        {
            return named;
        }

        var best = (made.Count > 0 ? made : nouns).Select(n => (Noun: n, Score: Score(reading, noun, described, n)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Noun.Table, StringComparer.Ordinal).FirstOrDefault();
        return best.Score >= Enough ? best.Noun : SpokenNouns.Made(reading, nouns) ?? SpokenNouns.Told(reading, noun, nouns)
            ?? CountedMembers.First(reading, nouns);
    }

    /// <summary>
    /// The tables that a tool which makes something can mean: what is made stands last in its noun, whatever else its arguments refer to; where the verb
    /// itself names a table, such as <c>book</c> in a shop that keeps books of seats, that one. Empty where neither says a table.
    /// </summary>
    private List<DumpedNoun> Made(ToolReading reading, ToolNoun noun)
    {
        if (reading.VerbClass is not VerbClass.Create || noun.Head.Count == 0)
        {
            return [];
        }

        var many = nouns.Where(n => !n.Single).ToList();
        var named = many.FindAll(n => n.All[^1] == noun.Head[^1] || n.Own[^1] == noun.Head[^1]);
        return named.Count > 0 ? named : many.FindAll(n => n.All is [var only] && only == Words.Singular(reading.Verb));
    }

    private static double Score(ToolReading reading, ToolNoun noun, string described, DumpedNoun table)
    {
        var head = NounWords.Speaking([.. noun.Head.Where(w => !NounWords.IsAsking(w))]);
        var own = Own(head, noun.Tail, table);
        var cover = Cover(head, table);
        var named = described.Contains(string.Join(' ', Words.Split(table.Table)), StringComparison.Ordinal) && table.All.Count > 1 ? 1.5 : 0;
        var parameters = Parameters(reading, table);
        var result = Result(reading, table);
        if (own + named <= 0 && (reading.VerbClass is VerbClass.Compute or VerbClass.Lookup || (cover < 0.5 && result < 0.6)))
        {
            return 0;
        }

        // One thing is not chosen by an argument.
        var single = table.Single && reading.Parameters.Any(p => p.Required && p.Role == ParameterRole.Field && (reading.Reads || Chooses(p, table)))
            ? 0.5 : 1;
        return single * ((3 * own) + (3 * cover) + (1.5 * parameters) + (1.5 * result) + named
            + (head.Count > 0 && table.All.Contains(head[^1]) ? 0.7 : 0));
    }

    /// <summary>Whether a parameter is the key of some other thing.</summary>
    private static bool Chooses(ToolParameter parameter, DumpedNoun table) => parameter.Words.Count > 1 && parameter.Words[^1] is "id"
        && table.Columns.All(c => !c.SequenceEqual(parameter.Words));

    /// <summary>How much of the table's own name the tool says; of a single thing, how much of the name of one of its columns.</summary>
    private static double Own(IReadOnlyList<string> head, IReadOnlyList<string> tail, DumpedNoun table)
    {
        if (head.Any(h => h == string.Concat(table.All)))
        {
            return 1;
        }

        var own = Share(table.Own, w => head.Contains(w) ? 1 : tail.Contains(w) ? 0.5 : 0);
        if (own < 0.6 && head.Count > 0 && NounWords.IsTold(head[^1], table.ColumnWords) && !table.Single)
        {
            own = 0.6;
        }

        return table.Single && table.Columns.Count > 0
            ? Math.Max(own, table.Columns.Max(c => Share(c, w => head.Contains(w) ? 1 : 0) is var share && share >= 0.5 ? share : 0))
            : own;
    }

    /// <summary>How much of the tool's noun the table speaks of.</summary>
    private static double Cover(IReadOnlyList<string> head, DumpedNoun table) => head.Count == 0 ? 0 : Share(head, w =>
        table.All.Contains(w) || w == string.Concat(table.All) ? 1
        : NounWords.IsTold(w, table.ColumnWords) ? 0.8
        : table.Single && table.ColumnWords.Contains(w) ? 0.9
        : table.Above.Contains(w) ? 0.8
        : table.ColumnWords.Contains(w) || table.Values.Contains(w) || (w.StartsWith("un", StringComparison.Ordinal)
            && table.ColumnWords.Contains(w[2..])) ? 0.6
        : 0);

    private static double Parameters(ToolReading reading, DumpedNoun table)
    {
        var told = reading.Parameters.Where(p => p.Role is ParameterRole.Field or ParameterRole.From or ParameterRole.To).ToList();
        return told.Count == 0 ? 0 : told.Average(p =>
        {
            var words = NounWords.Speaking([.. p.Words.Select(Words.Singular).Where(w => w is not "name" || p.Words.Count == 1)]);
            return table.Columns.Any(c => p.Words.Select(Words.Singular).SequenceEqual(c)) ? 1
                : p.Role is ParameterRole.From or ParameterRole.To && table.IsDated ? 0.8
                : words.All(w => table.ColumnWords.Contains(w) || table.Own.Contains(w)) ? 0.7 : 0;
        });
    }

    private static double Result(ToolReading reading, DumpedNoun table)
    {
        var payload = reading.Result.Payload;
        return reading.Reads && payload is { Kind: NodeKind.Object, Properties.Count: > 0 }
            ? payload.Properties.Average(m => table.Columns.Any(c => c.SequenceEqual(NounWords.Of(m.Name))) ? 1 : 0)
            : 0;
    }

    /// <summary>The share of the words that count; the last one says what the thing is and counts twice.</summary>
    private static double Share(IReadOnlyList<string> words, Func<string, double> counts)
    {
        var (sum, whole) = (0.0, 0.0);
        for (var i = 0; i < words.Count; i++)
        {
            var weight = i == words.Count - 1 ? 2 : 1;
            sum += weight * counts(words[i]);
            whole += weight;
        }

        return whole == 0 ? 0 : sum / whole;
    }
}
