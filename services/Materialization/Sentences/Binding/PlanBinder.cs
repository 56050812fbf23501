using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
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
            foreach (var sentence in sketch.Reading.Sentences)
            {
                foreach (var meaning in sentence.Meanings.Where(m => m is not Condition or IsBefore || !IsOfOtherAct(sketch, sentence)))
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
        && OtherActs.AreIn(sentence, OtherActs.Own(sketch.Reading), null);

    /// <summary>The values that a sentence calls unique are those of the columns that the tool fills.</summary>
    public override bool Visit(NoTwo meaning)
    {
        var table = sketch.Table!;
        if (!meaning.Demanded || sketch.Kind.Word is not ("create" or "update" or "upsert") || (meaning.Of.Length > 0 && Table(meaning.Of) != table))
        {
            return false;
        }

        var columns = meaning.Columns.Select(c => Column(table, c)).ToList();
        if (columns is [var only] && (only == table.Key || (meaning.OwnValue && only?.References is not null)))
        {
            return false;
        }

        if (columns.Exists(c => c is null || !c.Scalar || c.Enum is not null || c.Type == ColumnType.Boolean) || columns.Distinct().Count() < columns.Count)
        {
            return false;
        }

        var within = meaning.Within.Length == 0 ? null : table.Columns.FirstOrDefault(c => c.References is not null
            && Words.Split(meaning.Within).Select(Words.Singular).Any(c.Words.Contains)) ?? Column(table, meaning.Within);
        List<string> names = [.. columns.Select(c => c!.Name), .. within is null ? Array.Empty<string>() : [within.Name]];
        if (table.Claims.TrueForAll(c => !c.Columns.SequenceEqual(names)))
        {
            table.Claims.Add(new UniqueClaim(names, new Decided<bool>(true, Source.Text)));
        }

        return true;
    }

    /// <summary>"The licence is registered already" is said of a value that the call gives, where it is said of no thing.</summary>
    public override bool Visit(InState meaning) => meaning is { Demanded: false, States: ["registered" or "taken" or "used" or "in use"] }
        && Table(meaning.Thing) is null && Visit(new NoTwo([meaning.Thing], "", true));

    /// <summary>Of a reason that is said twice, the first counts that speaks of the table.</summary>
    public override bool Visit(SaidTwice meaning) => meaning.First.Accept(this) || meaning.Otherwise.Accept(this);

    /// <summary>"The station is not known" tells what the argument of that name refers to.</summary>
    public override bool Visit(IsThere meaning)
    {
        if (!meaning.Demanded || Table(meaning.Thing) is not { } other || other == sketch.Table || other.Key.Facts.References.Value is not null)
        {
            return false;
        }

        var name = other.Singular.Split('_')[^1];
        var columns = sketch.Assignments.Where(a => a.Column is { References: null, Enum: null } column && column != sketch.Table!.Key
            && column.Type == other.Key.Type && (a.Parameter.Words.Select(Words.Singular).SequenceEqual([name])
                || a.Parameter.Words.Select(Words.Singular).SequenceEqual([name, other.Key.Words[^1]])))
            .Select(a => a.Column).Distinct().ToList();
        if (columns is not [var column] || other.Columns.Exists(c => c.References?.Table == sketch.Table!.Name))
        {
            return false;
        }

        column.Facts.References.Say(new ColumnReference(other.Name, other.Key.Name), Source.Text);
        column.Semantic = "id";
        return true;
    }

    /// <summary>What is deleted along with a row is the row's own.</summary>
    public override bool Visit(DeletesToo meaning)
    {
        var child = Child(meaning.Things);
        if (sketch.Kind.Word != "delete" || child is null || child == sketch.Table || child.Columns.TrueForAll(c => c.References?.Table != sketch.Table!.Name))
        {
            return false;
        }

        child.Parent ??= sketch.Table;
        return child.Parent == sketch.Table;
    }

    /// <summary>A number of free things that no schema shows is a column where the thing's table is plain: "one less seat is available".</summary>
    public override bool Visit(Adjusts meaning)
    {
        if (meaning is { Sign: > 0, By: "1" or "one" or "" } && Counter(meaning.Column) is { Birth: null } counter)
        {
            counter.Birth = Value.From(0);
        }

        return Demand(meaning.Column);
    }

    /// <summary>What a new row holds is kept with the column; a number of things that it has none of is nought.</summary>
    public override bool Visit(IsBorn meaning)
    {
        if (sketch.Kind.Word is not ("create" or "create_many" or "upsert") || sketch.Table is not { } table)
        {
            return false;
        }

        return meaning.Value switch
        {
            "true" or "false" => BornAs(table, meaning.Column, meaning.Value == "true"),
            "made" => false,
            "none" => Number(table, meaning.Column) is { } none && Born(none, 0),
            var figure => Number(table, meaning.Column) is { } number && Born(number, double.Parse(figure, CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>A value that a new row gets where the call gives none.</summary>
    public override bool Visit(Defaults meaning)
    {
        if (sketch.Kind.Word is not ("create" or "upsert") || meaning.Value == "now"
            || Nouns.Parameter(sketch.Reading.Parameters, meaning.Argument) is not { Required: false } parameter
            || sketch.Assignments.Find(a => a.Parameter == parameter)?.Column is not { } column)
        {
            return false;
        }

        var name = Words.Snake(meaning.Value);
        return column switch
        {
            { Enum: { } values } when values.Find(v => v.IsString && Words.Snake(v.AsString) == name) is { IsNull: false } value => Born(column, value),
            { Type: ColumnType.Boolean } when name is "true" or "false" => Born(column, name == "true" ? Value.True : Value.False),
            { Numeric: true } when double.TryParse(meaning.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Born(column, number),
            _ => false,
        };
    }

    private static bool Born(ColumnPlan column, Value value)
    {
        column.Birth ??= value;
        return true;
    }

    private static bool BornAs(TablePlan table, string state, bool so)
    {
        var name = Words.Snake(state);
        var status = table.Columns.FirstOrDefault(c => c.Enum?.Exists(v => v.IsString && Words.Snake(v.AsString) == name) == true);
        var flag = table.Columns.FirstOrDefault(c => c.Type == ColumnType.Boolean && Words.Snake(c.Name) is var own && (own == name || own == $"is_{name}"));
        return status is not null && so ? Born(status, status.Enum!.First(v => v.IsString && Words.Snake(v.AsString) == name))
            : flag is not null && Born(flag, so ? Value.True : Value.False);
    }

    /// <summary>The number that counts what a phrase names: employees are a headcount.</summary>
    private static ColumnPlan? Number(TablePlan table, string phrase)
    {
        var words = Words.Split(phrase).Select(Words.Singular).ToList();
        var numbers = table.Columns.Where(c => c.Numeric && c != table.Key && c.References is null).ToList();
        return numbers.Find(c => c.Words.Select(Words.Singular).SequenceEqual(words))
            ?? numbers.Find(c => c.Words.Select(Words.Singular).Where(w => w is not ("count" or "number" or "of" or "total" or "num") && !Units.Are(w)).ToList()
                is { Count: > 0 } own && own.TrueForAll(words.Contains))
            ?? (words[^1] is "employee" or "person" or "member" or "staff" ? numbers.Find(c => c.Words.Contains("headcount")) : null);
    }

    /// <summary>The number that goes up by one, among the tool's own table and those that it refers to.</summary>
    private ColumnPlan? Counter(string phrase) => new[] { sketch.Table! }
        .Concat(sketch.Table!.Columns.Select(c => c.References is { } reference ? plan.Table(reference.Table) : null).OfType<TablePlan>())
        .Select(t => Number(t, phrase)).FirstOrDefault(c => c is { Type: ColumnType.Integer });

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

    /// <summary>The table of a phrase whose rows refer to the tool's own.</summary>
    private TablePlan? Child(string phrase)
    {
        var words = Words.Split(phrase).Select(Words.Singular).ToList();
        return plan.Tables.Find(t => t != sketch.Table && words.Contains(t.Singular.Split('_')[^1])
            && t.Columns.Exists(c => c.References?.Table == sketch.Table!.Name));
    }

    private TablePlan? Table(string phrase)
    {
        var words = Words.Split(phrase).Select(Words.Singular).ToList();
        return plan.Tables.Find(t => words.Count > 0 && words.Contains(t.Singular.Split('_')[^1]));
    }

    /// <summary>The column that the call fills and that a phrase names: by its words, by the thing that it refers to, or as the only one with these
    /// words.</summary>
    private ColumnPlan? Column(TablePlan table, string phrase)
    {
        var words = Words.Split(phrase).Where(w => w is not ("the" or "a" or "an")).ToList();
        var of = words.IndexOf("of");
        words = of > 0 && words.Skip(of + 1).Select(Words.Singular).Contains(table.Singular.Split('_')[^1]) ? words[..of] : words;
        if (words.Count == 0)
        {
            return null;
        }

        var filled = sketch.Assignments.Concat(sketch.Scope).Select(a => a.Column).Distinct().ToList();
        if (ColumnMatcher.Match(table, words) is { } found && filled.Contains(found))
        {
            return found;
        }

        var named = words.Select(Words.Singular).ToList();
        return filled.Find(c => c.References is { } reference && plan.Table(reference.Table)?.Singular.Split('_')[^1] == named[^1])
            ?? (filled.FindAll(c => named.TrueForAll(c.Words.Contains) || c.Words.All(named.Contains)) is [var only] ? only : null);
    }
}
