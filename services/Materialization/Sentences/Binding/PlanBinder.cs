using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Says on the plan what sentences state of tables: which values are unique, which rows go with which.</summary>
internal sealed class PlanBinder(DomainPlan plan, EffectSketch sketch) : MeaningVisitor<bool>(false)
{
    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal) { "left", "available", "remaining", "free" };

    /// <summary>Reads the documentation of every tool that is bound to a table.</summary>
    public static void Settle(DomainPlan plan)
    {
        foreach (var sketch in plan.Sketches.Where(s => s.Table is not null))
        {
            foreach (var sentence in SentenceSplitter.Of(sketch.Reading.Tool, sketch.Reading.Parameters))
            {
                foreach (var meaning in SentenceReader.Read(sentence).Where(m => m is not Condition || !IsOfOtherAct(sketch, sentence)))
                {
                    meaning.Accept(new PlanBinder(plan, sketch));
                    sketch.Rules.Add(new SentenceRule(sentence, meaning));
                }
            }
        }
    }

    /// <summary>"A sealed crate cannot be copied" says nothing of a tool that opens crates.</summary>
    private static bool IsOfOtherAct(EffectSketch sketch, Sentence sentence) => sentence.Parameter is null
        && (sentence.Words.Contains("cannot be ", StringComparison.Ordinal) || sentence.Words.Contains("longer be ", StringComparison.Ordinal))
        && StatedStatuses.SpeakOfOtherAct(sketch.Reading, [.. sentence.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>The values that a sentence calls unique are those of the columns that the tool fills.</summary>
    public override bool Visit(NoTwo meaning)
    {
        var table = sketch.Table!;
        if (!meaning.Demanded || sketch.Kind.Word is not ("create" or "update" or "upsert"))
        {
            return false;
        }

        var columns = meaning.Columns.Select(c => Column(table, c)).ToList();
        if (columns.Exists(c => c is null || c == table.Key || !c.Scalar || c.Enum is not null || c.Type == ColumnType.Boolean))
        {
            return false;
        }

        var within = meaning.Within.Length == 0 ? null : table.Columns.FirstOrDefault(c => c.References is not null
            && Words.Split(meaning.Within).Select(Words.Singular).Any(c.Words.Contains));
        List<string> names = [.. columns.Select(c => c!.Name), .. within is null ? Array.Empty<string>() : [within.Name]];
        if (table.Claims.TrueForAll(c => !c.Columns.SequenceEqual(names)))
        {
            table.Claims.Add(new UniqueClaim(names, new Decided<bool>(true, Source.Text)));
        }

        return true;
    }

    /// <summary>What is deleted along with a row is the row's own.</summary>
    public override bool Visit(DeletesToo meaning)
    {
        var child = Table(meaning.Things);
        if (sketch.Kind.Word != "delete" || child is null || child == sketch.Table || child.Columns.TrueForAll(c => c.References?.Table != sketch.Table!.Name))
        {
            return false;
        }

        child.Parent ??= sketch.Table;
        return child.Parent == sketch.Table;
    }

    /// <summary>A number of free things that no schema shows is a column where the thing's table is plain: "one less seat is available".</summary>
    public override bool Visit(Adjusts meaning) => Demand(meaning.Column);

    public override bool Visit(Enough meaning) => Demand(meaning.Have);

    private bool Demand(string phrase)
    {
        var words = Words.Split(phrase);
        var nouns = words.Where(w => !Counted.Contains(w)).Select(Words.Singular).ToList();
        if (nouns is not [var noun] || words.Count != 2
            || plan.Tables.Exists(t => t.Columns.Exists(c => c.Numeric && c.Words.Select(Words.Singular).Contains(noun)
                && (c.Words.Any(Counted.Contains) || t != sketch.Table))))
        {
            return false;
        }

        // The thing that has them is the one row that the call refers to.
        var owners = sketch.Assignments.Concat(sketch.Scope).Select(a => a.Column.References?.Table).OfType<string>()
            .Concat(sketch.Key is not null && sketch.Kind.Word != "create" ? sketch.Table!.Columns.Select(c => c.References?.Table).OfType<string>() : [])
            .Distinct().Where(t => Words.Singular(t) is not ("user" or "customer" or "member" or "account")).ToList();
        if (owners is not [var owner] || plan.Table(owner) is not { } table || table.Columns.Exists(c => c.Dumped))
        {
            return false;
        }

        var column = TableBuilder.Put(table, $"{Words.Plural(noun)}_left", null, $"{sketch.Name}: the documentation speaks of {phrase}");
        column.Facts.Type.Correct(ColumnType.Integer);
        column.Facts.Nullable.Say(false, Source.Text);
        column.Demanded = true;
        return true;
    }

    private TablePlan? Table(string phrase)
    {
        var words = Words.Split(phrase).Select(Words.Singular).ToList();
        return plan.Tables.Find(t => words.Count > 0 && words.Contains(t.Singular.Split('_')[^1]));
    }

    private ColumnPlan? Column(TablePlan table, string phrase)
    {
        var words = Words.Split(phrase);
        var found = words.Count == 0 ? null : ColumnMatcher.Match(table, words);
        return found is not null && sketch.Assignments.Exists(a => a.Column == found) ? found : null;
    }
}
