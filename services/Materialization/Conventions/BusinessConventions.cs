using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Sentences;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// Gives the writes of a domain the rules that its verbs are known for. A rule says something only where the finished tables hold the columns
/// that it speaks of.
/// </summary>
internal static class BusinessConventions
{
    public static void Apply(DomainPlan plan)
    {
        foreach (var sketch in plan.Sketches.Where(s => s is { Writes: true, Table: not null }))
        {
            sketch.Rules.AddRange(Rules(plan, sketch));
        }
    }

    private static IEnumerable<RuleSketch> Rules(DomainPlan plan, EffectSketch sketch)
    {
        var verb = VerbOf(sketch);
        yield return new Standing();
        yield return new Counting();
        yield return new NumberingByCounter();
        yield return new SharingNumbers();
        yield return new ListingInParent();
        yield return new KeepingCount();
        yield return new NamingByCode();
        yield return new Room();
        yield return new Totals();
        yield return new RepeatingNames();
        yield return new Measuring();
        yield return new Fresh();
        yield return new ActingAccount();
        yield return new PresentValue();
        if (sketch.Reading.Appended is { } appended)
        {
            yield return new AppendingText(appended);
        }

        yield return new NamedAfterAct();
        yield return new KeepingStatement();
        yield return new CopiedCells();
        yield return new StatedCases();
        yield return new KeptFormulas();
        yield return new RecordedStep();
        if (Originals.Of(sketch) is { } original)
        {
            yield return new FromOriginal(original);
        }

        if (sketch.Reading.Verb.Length > 0)
        {
            yield return new EnteringInMap(sketch.Reading.Verb);
        }

        if (verb is null)
        {
            yield break;
        }

        if (verb.Takes.Contains(MovedThing.Units))
        {
            yield return new TakingUnits(verb.Phrase);
        }

        if (verb.From.Contains("available") || IsGivenBack(plan, sketch))
        {
            yield return new Lending(verb.Phrase, !verb.From.Contains("available"));
        }

        if ((verb.Gives.Contains(MovedThing.Units) || sketch.Kind is DeleteKind) && TakesUnits(sketch.Table!))
        {
            yield return new GivingBack(verb.Phrase);
        }

        if (verb.Takes.Contains(MovedThing.Money) || verb.Takes.Contains(MovedThing.Points))
        {
            yield return new MovingMoney(verb.Phrase, -1);
            yield return new EnteringHistory(verb.Phrase, -1);
        }

        if (verb.Gives.Contains(MovedThing.Money))
        {
            yield return new MovingMoney(verb.Phrase, 1);
            yield return new EnteringHistory(verb.Phrase, 1);
        }

        foreach (var own in Own(sketch, verb))
        {
            yield return own;
        }
    }

    /// <summary>Whether the documentation demands that a thing is available before it is taken, and a step of the same rows gives it back.</summary>
    private static bool IsGivenBack(DomainPlan plan, EffectSketch sketch) => sketch.Kind is CreateKind
        && sketch.Rules.OfType<SentenceRule>().Any(r => r.Meaning is InState { Demanded: true, States: ["available"] }
            or InState { Demanded: false, States: ["unavailable"] })
        && plan.Sketches.Any(s => s.Table == sketch.Table && s.Kind is TransitionKind
            && VerbLexicon.Find(s.Reading.Verb)?.Gives.Contains(MovedThing.Units) == true);

    /// <summary>A number of the row itself that is raised or lowered.</summary>
    private static IEnumerable<RuleSketch> Own(EffectSketch sketch, BusinessVerb verb)
    {
        var sign = verb.Phrase switch
        {
            _ when verb.Gives.Contains(MovedThing.Stock) => 1,
            _ when verb.Takes.Contains(MovedThing.Stock) => -1,
            "increase" or "increment" => 1,
            "add" when sketch.Kind is UpdateKind && !sketch.Reading.Located && !StatesNumber(sketch) => 1,
            "decrease" or "decrement" or "reduce" => -1,
            "remove" when sketch.Kind is UpdateKind && !sketch.Reading.Located && !StatesNumber(sketch) => -1,
            _ => 0,
        };
        var role = verb.Gives.Concat(verb.Takes).Contains(MovedThing.Stock) ? ColumnRole.Stock : PartReadings.Mass(sketch.Reading);
        return sign == 0 ? [] : role == ColumnRole.Balance ? [new MovingMoney(verb.Phrase, sign)] : [new MovingOwn(verb.Phrase, role, sign)];
    }

    /// <summary>Whether the documentation says that the argument is the number itself: "Change the number of bags".</summary>
    private static bool StatesNumber(EffectSketch sketch) => Words.Split(sketch.Reading.Tool.Description) is [var first, ..]
        && VerbLexicon.Find(Words.Singular(first)) is { Class: VerbClass.Update };

    /// <summary>The verb by which the tool is called, or the one that makes what the tool makes: to create a booking is to book.</summary>
    private static BusinessVerb? VerbOf(EffectSketch sketch)
    {
        var own = VerbLexicon.Find(sketch.Reading.Verb);
        return sketch.Kind is CreateKind && own is not { Takes.Count: > 0 } and not { Gives.Count: > 0 } ? Making(sketch.Table!) ?? own : own;
    }

    /// <summary>The verb whose acts leave rows of a table, or null.</summary>
    private static BusinessVerb? Making(TablePlan table)
    {
        var thing = table.Singular.Split('_')[^1];
        return VerbLexicon.All.FirstOrDefault(v => v.Makes == thing && v.Takes.Count + v.Gives.Count > 0);
    }

    /// <summary>Whether rows of a table take units of others when they are made.</summary>
    private static bool TakesUnits(TablePlan table) => Making(table) is { } verb && verb.Takes.Contains(MovedThing.Units);
}
