using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Overrides;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// The statuses that a correction names: where a step leads (<c>to</c>), and from where a row may be changed (<c>from</c>).
/// Steps over a status that only transitions write are settled with their life cycle (<see cref="LifeCycles"/>).
/// </summary>
internal static class SaidSteps
{
    /// <summary>Where steps lead that set a mark or a column of their own, and from where they start.</summary>
    /// <exception cref="OverridesException">The user names a status that the tool or its column cannot have.</exception>
    public static void Lead(DomainPlan plan, InferenceHints hints)
    {
        foreach (var sketch in plan.Sketches)
        {
            var to = hints.Targets.GetValueOrDefault(sketch.Name);
            if (sketch.Kind is TransitionKind)
            {
                Step(sketch, to, hints.Starts.GetValueOrDefault(sketch.Name));
            }
            else if (to is not null)
            {
                Refuse(to.Source, sketch, "to", $"\"{sketch.Kind.Word}\" leads to no status; write \"effect\": \"transition\" for a tool that names one row.");
            }
        }
    }

    /// <summary>The statuses that a row must have before a tool that is no step changes or deletes it.</summary>
    /// <exception cref="OverridesException">The tool changes no row, or its table has no status.</exception>
    public static void Guard(DomainPlan plan, InferenceHints hints)
    {
        foreach (var sketch in plan.Sketches.Where(s => s.Kind is not TransitionKind))
        {
            if (hints.Starts.GetValueOrDefault(sketch.Name) is { } from)
            {
                Guard(sketch, from);
            }
        }
    }

    private static void Step(EffectSketch sketch, Said<string>? to, Said<IReadOnlyList<string>>? from)
    {
        if (sketch.Changed is not { } column)
        {
            return;
        }

        if (to is not null && Values(sketch, column, "to", [to.Value], to.Source) is [var target])
        {
            sketch.Target = target;
            sketch.Evidence.Add($"A correction says that {column.Name} becomes {target.ToJson()}.");
        }

        if (from is not null && Values(sketch, column, "from", from.Value, from.Source) is { } starts)
        {
            sketch.Starts.Say(starts, from.Source);
        }
    }

    private static void Guard(EffectSketch sketch, Said<IReadOnlyList<string>> from)
    {
        var form = sketch.Kind.Form;
        if (sketch.Key is null || form is not { Writes: true, Key: KeyRole.Names, Inserts: Insertion.Never })
        {
            Refuse(from.Source, sketch, "from", $"\"{sketch.Kind.Word}\" changes no row that is there already.");
        }
        else if ((sketch.Table!.Status ?? StatusColumns.Of(sketch.Table)) is not { Type: ColumnType.String } status)
        {
            Refuse(from.Source, sketch, "from", $"No column of {sketch.Table.Name} is a status; add one under \"schema\".");
        }
        else if (Values(sketch, status, "from", from.Value, from.Source) is { } allowed)
        {
            status.Demanded |= status.Facts.Nullable.Say(false, from.Source);
            sketch.Requires = (status, allowed, from.Source);
        }
    }

    /// <summary>The texts as values of a column, which its enumeration then lists; null where a model names what cannot be one.</summary>
    private static IReadOnlyList<Value>? Values(EffectSketch sketch, ColumnPlan column, string member, IReadOnlyList<string> texts, Source source)
    {
        if (column.Type == ColumnType.Boolean)
        {
            if (texts.FirstOrDefault(t => t is not ("true" or "false")) is { } other)
            {
                Refuse(source, sketch, member, $"{column.Name} is true or false; \"{other}\" is neither.");
                return null;
            }

            return [.. texts.Select(t => Value.From(t == "true"))];
        }

        IReadOnlyList<Value> values = [.. texts.Select(t => Value.From(t))];
        column.Enum?.AddRange(values.Except(column.Enum));
        return values;
    }

    private static void Refuse(Source source, EffectSketch sketch, string member, string why)
    {
        if (source == Source.Override)
        {
            throw new OverridesException($"/tools/{sketch.Name}/{member}", why);
        }

        sketch.Evidence.Add($"What the model says of \"{member}\" is passed over: {why}");
    }
}
