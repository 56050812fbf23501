using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Sentences;

namespace AgentScaler.Materialization.Derived;

/// <summary>Finds the rows that a phrase names among those that refer to a table: "rentals with status out", "its booked appointments to come".</summary>
internal sealed class DependentRows(DomainModel model, TableModel parent)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "its", "their", "all", "any", "of", "this", "that", "these", "those", "currently", "at", "moment", "now", "right", "present", "it", "for", "which",
        "who", "are", "is", "has", "have", "had", "been", "were", "was", "with", "status", "state", "states", "still", "being", "one", "made", "by", "to", "belonging",
        "belong", "whose", "where", "every", "each", "them", "his", "her", "so", "total", "recorded", "different", "own", "s",
        "during", "time", "times", "from", "against", "as", "on", "in", "under", "they", "him", "there", "held", "placed", "given", "received", "owned", "filed", "we", "about", "or",
    };

    private static readonly HashSet<string> Unfinished = new(StringComparer.Ordinal)
    {
        "open", "active", "current", "outstanding", "ongoing", "live", "running", "unfinished", "pending",
    };

    private static readonly string[] ToCome = ["to come", "yet to start", "upcoming", "future", "in the future", "yet to begin", "still ahead", "not started yet"];

    /// <summary>The nouns by which rows that refer to the parent's are called.</summary>
    public IEnumerable<string> Nouns => Children().Select(c => c.Noun);

    /// <summary>
    /// The rows, and the column that tells their time where only some of a time are meant; null where a word of the phrase is not
    /// understood.
    /// </summary>
    public DependentPhrase? Find(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        return Children().Select(c => Find(c.Table, c.Refers, c.Noun, words)).OfType<DependentPhrase>().ToList() is [var only] ? only : null;
    }

    /// <summary>Tables whose rows refer to one of the parent's, each with the nouns by which it may be called.</summary>
    private IEnumerable<(TableModel Table, ColumnModel Refers, string Noun)> Children()
    {
        foreach (var child in model.Tables.Where(t => t != parent && t.Form is null))
        {
            if (child.Columns.Where(c => c.References?.Table == parent.Name).ToList() is not [{ References: { } reference } refers] || refers == child.Key
                || reference.Column != parent.Key.Name)
            {
                continue;
            }

            var noun = child.Singular.Split('_')[^1];
            yield return (child, refers, noun);
            foreach (var other in child.Columns.Where(c => c.References is not null && c != refers && c.References.Table != parent.Name
                && child.Columns.Count(o => o.References?.Table == c.References.Table) == 1))
            {
                // Guests of a course are its enrolments; where the guests themselves refer to the course, they are meant.
                if (model.Table(other.References!.Table) is { } through && through.Singular.Split('_')[^1] is var who && who != noun
                    && through.Columns.All(c => c.References?.Table != parent.Name))
                {
                    yield return (child, refers, who);
                }
            }
        }
    }

    private DependentPhrase? Find(TableModel child, ColumnModel refers, string noun, List<string> phrase)
    {
        var at = phrase.FindIndex(w => Words.Singular(w) == noun);
        if (at < 0)
        {
            return null;
        }

        var words = phrase.Where((_, i) => i != at).ToList();
        foreach (var part in child.Singular.Split('_').SkipLast(1).Concat(parent.Singular.Split('_')).Concat(parent.Singular.Split('_').Select(Words.Plural)))
        {
            words.Remove(part);
        }

        var ever = words.RemoveAll(w => w is "ever" or "far" or "altogether" or "lifetime") > 0;
        var all = new Dependents(child.Name, refers.Name, parent.Key.Name);
        var found = Limited(child, new DependentPhrase(child, all), words);
        if (ever)
        {
            // Rentals that were ever opened are all of them.
            words.RemoveAll(StateWords.IsParticiple);
        }

        return found is not null && words.TrueForAll(Fillers.Contains) ? found with { Ever = ever } : null;
    }

    /// <summary>The rows in the state and at the time that words name; what is understood is taken from the words.</summary>
    private static DependentPhrase? Limited(TableModel child, DependentPhrase found, List<string> words)
    {
        if (Array.Find(ToCome, p => Takes(words, p)) is not null)
        {
            if (Timed(child) is not { } time)
            {
                return null;
            }

            found = found with { Time = time, Side = TimeSide.ToCome };
        }
        else if (words.Contains("today"))
        {
            if (Timed(child) is not { } time)
            {
                return null;
            }

            words.Remove("today");
            found = found with { Time = time, Side = TimeSide.Today };
        }

        var negated = words.Remove("not") | words.Remove("never");
        words.Remove("yet");
        words.Remove("already");
        if (Roles.Status(child) is { Enum: { } values } status && Named(status, words, negated) is { Count: > 0 } named)
        {
            return found with { Rows = found.Rows with { Column = status.Name, Among = negated ? [.. values.Where(v => !named.Contains(v))] : [.. named] } };
        }

        if (negated)
        {
            return words.Where(w => !Fillers.Contains(w)).ToList() is [var done] && Sentences.Binding.Nouns.Mark(child, done) is { } mark && words.Remove(done)
                ? found with { Rows = found.Rows with { Column = mark.Name, Among = [Value.Null] } }
                : null;
        }

        if (words.Find(Unfinished.Contains) is { } open && words.Remove(open))
        {
            return Roles.Status(child) is { Enum: { } known } column && known.Where(v => !LifeCycles.IsFinal(v)).ToList() is { Count: > 0 } living
                && living.Count < known.Count
                ? found with { Rows = found.Rows with { Column = column.Name, Among = [.. living] } }
                : null;
        }

        return words.Where(w => !Fillers.Contains(w)).ToList() is [var flagged] && Sentences.Binding.Nouns.Flag(child, flagged) is var (flag, value)
            && words.Remove(flagged)
            ? found with { Rows = found.Rows with { Column = flag.Name, Among = [Value.From(value)] } }
            : found;
    }

    /// <summary>The statuses that words name, in the order of the column.</summary>
    private static List<Value> Named(ColumnModel status, List<string> words, bool negated)
    {
        var named = new List<Value>();
        foreach (var value in status.Enum!.Where(v => v.IsString))
        {
            var own = Words.Split(value.AsString);
            if (own.Count > 0 && (Takes(words, string.Join(' ', own))
                || (own is [var word] && words.Find(w => IsSpelled(w, word)) is { } other && words.Remove(other))))
            {
                named.Add(value);
            }
        }

        if (named.Count > 0)
        {
            words.RemoveAll(w => w is "or" or "and" or "nor" or "neither");
        }
        else if (!negated && words.Find(w => w.StartsWith("un", StringComparison.Ordinal)) is { } un
            && status.Enum!.FirstOrDefault(v => v.IsString && v.AsString == un[2..]) is { IsNull: false } end && words.Remove(un))
        {
            named.AddRange(status.Enum!.Where(v => v != end));
        }

        return named;
    }

    private static bool IsSpelled(string word, string status) =>
        word.Replace("ll", "l", StringComparison.Ordinal) == status.Replace("ll", "l", StringComparison.Ordinal);

    /// <summary>Takes words that stand beside each other out of a list, where they do.</summary>
    private static bool Takes(List<string> words, string phrase)
    {
        var parts = phrase.Split(' ');
        for (var i = 0; i + parts.Length <= words.Count; i++)
        {
            if (words.Skip(i).Take(parts.Length).SequenceEqual(parts))
            {
                words.RemoveRange(i, parts.Length);
                return true;
            }
        }

        return false;
    }

    /// <summary>The column that tells when a row takes place, or was made.</summary>
    public static ColumnModel? Timed(TableModel table)
    {
        var times = table.Columns.Where(c => c is { References: null, Enum: null }
            && c.Type is (Environments.Schema.ColumnType.Date or Environments.Schema.ColumnType.Datetime)).ToList();
        return times.Find(c => c.Words.Any(w => w is "start" or "starts" or "begin" or "begins" or "departure" or "departs" or "scheduled" or "from"))
            ?? times.Find(c => c.Words is ["date"] or ["time"] or ["day"] or ["at"] or ["on"])
            ?? times.Find(c => c.Born is ClockValue && !c.Stamped)
            ?? (times is [var only] ? only : null);
    }
}
