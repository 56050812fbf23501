using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Reads the life cycle of status columns off their enumerations and the transitions of their tools.</summary>
internal static class LifeCycles
{
    private static readonly HashSet<string> Final = new(StringComparer.Ordinal)
    {
        "cancelled", "canceled", "closed", "completed", "complete", "done", "rejected", "declined", "denied", "delivered", "refunded", "archived", "expired",
            "terminated", "revoked", "failed", "deleted", "finished", "voided", "void", "resolved", "settled", "returned", "merged", "aborted", "withdrawn",
            "retired", "timed_out", "no_show",
    };

    /// <summary>What becomes of a thing that was available.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "sold", "in_use", "rented", "borrowed", "reserved", "occupied", "leased" };

    private static readonly string[] InitialWords = ["draft", "new", "created", "pending", "open", "todo", "requested", "submitted", "queued", "scheduled",
        "active", "started", "running", "enabled", "unpaid", "placed", "confirmed"];

    public static bool IsFinal(Value status) => status.IsString && Final.Contains(Words.Snake(status.AsString));

    public static Value Initial(ColumnPlan column) => Initial(column.Enum!);

    /// <summary>The status that a new row has: the first in the usual order of a life.</summary>
    public static Value Initial(List<Value> values)
    {
        if (values.FirstOrDefault(v => v.IsString && Words.Snake(v.AsString) == "available") is { IsNull: false } free
            && values.Exists(v => v.IsString && Taken.Contains(Words.Snake(v.AsString))))
        {
            return free;
        }

        foreach (var word in InitialWords)
        {
            if (values.FirstOrDefault(v => v.IsString && Words.Snake(v.AsString) == word) is { IsNull: false } found)
            {
                return found;
            }
        }

        var open = values.FirstOrDefault(v => !IsFinal(v));
        return open.IsNull ? values[0] : open;
    }

    /// <summary>Changes and deletions that the documentation allows in some statuses alone.</summary>
    private static void Guard(DomainPlan plan)
    {
        foreach (var sketch in plan.Sketches.Where(i => i.Kind is not TransitionKind
            && i.Kind.Form is { Writes: true, Key: KeyRole.Names, Inserts: Insertion.Never }
            && i.Key is not null
            && Source.Text.Overrides(i.Told.Source)))
        {
            var status = sketch.Table!.Status ?? StatusColumns.Of(sketch.Table);
            if (status is { Type: ColumnType.String, Enum: { } values } && values.All(v => v.IsString) && sketch.Assignments.All(a => a.Column != status)
                && StatusBinder.Of(plan, sketch.Reading, status) is { } allowed)
            {
                status.Demanded |= status.Facts.Nullable.Say(false, Source.Text);
                sketch.Requires = (status, allowed, Source.Text);
            }
        }
    }

    public static void Settle(DomainPlan plan, InferenceHints hints)
    {
        Demote(plan, hints);
        Guard(plan);
        SaidSteps.Lead(plan, hints);
        foreach (var table in plan.Tables)
        {
            var transitions = plan.Sketches.Where(i => i.Kind is TransitionKind && i.Table == table && i.Changed is null).ToList();
            if (table.Status is not { } status || transitions.Count == 0)
            {
                continue;
            }

            if (status.Type != ColumnType.String)
            {
                Demote(transitions.Where(i => i.Changed is null), status);
                continue;
            }

            // A column of texts holds no other kind, whatever an enumeration lists beside them.
            status.Facts.Enum.Correct(status.Enum?.Where(v => v.IsString).ToList() is { Count: > 0 } texts ? texts : null);

            // A column that only transitions write, with no declared values, gets those that the documents and the rows tell, else those they lead to.
            if (status.Enum is not { } values)
            {
                status.Facts.Enum.Correct(values = Told(plan, table, status) is { Count: > 0 } told ? told : [.. DefaultStatuses(table, transitions)]);
            }

            var initial = status.Birth is { } birth && values.Contains(birth) ? birth : Initial(status);
            var steps = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
            foreach (var sketch in transitions)
            {
                var target = (hints.Targets.GetValueOrDefault(sketch.Name) is { } said ? Value.From(said.Value) : sketch.Target) ?? Target(status, sketch);
                if (!values.Contains(target))
                {
                    values.Add(target);
                }

                sketch.Target = target;
                sketch.Changed = status;
                Begin(plan, sketch, status, target, hints.Starts.GetValueOrDefault(sketch.Name));

                sketch.Evidence.Add($"Leads {table.Name}.{status.Name} to {target.ToJson()} from {string.Join(", ", sketch.From.Select(f => f.ToJson()))}.");
                foreach (var source in sketch.From.Where(f => f != target))
                {
                    if (!steps.TryGetValue(source.AsString, out var targets))
                    {
                        steps[source.AsString] = targets = new SortedSet<string>(StringComparer.Ordinal);
                    }

                    targets.Add(target.AsString);
                }
            }

            foreach (var sketch in transitions.Where(i => i.From.Any(f => !values.Contains(f))))
            {
                values.AddRange(sketch.From.Where(f => !values.Contains(f)));
            }

            status.Semantic = "status";
            status.LifeCycle =
                new LifeCycle(initial.AsString, steps.ToDictionary(s => s.Key, s => (IReadOnlyList<string>)[.. s.Value], StringComparer.Ordinal));
        }

        SaidSteps.Guard(plan, hints);
    }

    /// <summary>To turn on what is on already is no mistake.</summary>
    private static bool IsSwitch(string verb) => Words.Snake(verb).Replace("_", "", StringComparison.Ordinal) is "turnon" or "turnoff" or "switchon" or "switchoff"
        or "poweron" or "poweroff";

    /// <summary>Says from where a step starts: as usual, as the documentation has it, and as the user or a language model does.</summary>
    private static void Begin(DomainPlan plan, EffectSketch sketch, ColumnPlan status, Value target, Said<IReadOnlyList<string>>? said)
    {
        var usual = IsSwitch(sketch.Reading.Verb) ? [.. status.Enum!] : Sources(status, sketch.Reading.Verb, target);
        sketch.Starts.Say(usual, Source.Convention);
        if (StatusBinder.Narrow(plan, sketch.Reading, status, target, usual) is var stated && !stated.SequenceEqual(usual))
        {
            sketch.Starts.Say(stated, Source.Text);
        }

        if (StatusBinder.Repeats(sketch.Reading))
        {
            sketch.Starts.Say([.. sketch.From.Append(target).Distinct()], Source.Text);
        }

        if (said is not null)
        {
            sketch.Starts.Say([.. said.Value.Select(f => Value.From(f))], said.Source);
        }
    }

    /// <summary>
    /// A verb that leads to none of the declared statuses changes the row where it is given what to write, or leads back to a state that is not among
    /// them: a loan is renewed until a date, and stays open.
    /// </summary>
    private static void Demote(DomainPlan plan, InferenceHints hints)
    {
        foreach (var sketch in plan.Sketches.Where(s => s is { Kind: TransitionKind, Changed: null, Target: null }
            && (s.Assignments.Count > 0 || (Verbs.Restores(s.Reading.Verb) && s.Table!.Status?.Facts.Enum.Source == Source.Schema))
            && s.Told.Source != Source.Override && s.Table!.Status is { Type: ColumnType.String, Dumped: false, Enum: { Count: > 1 } values } status
            && values.TrueForAll(v => v.IsString) && !hints.Targets.ContainsKey(s.Name) && Reached(status, s) is null))
        {
            sketch.Become(EffectKinds.The<UpdateKind>(), $"\"{sketch.Reading.Verb}\" leads to no declared {sketch.Table!.Status!.Name}, so the row gets what is given.");
        }
    }

    /// <summary>Adopted rows whose statuses are no texts have no life cycle that steps could follow.</summary>
    private static void Demote(IEnumerable<EffectSketch> transitions, ColumnPlan status)
    {
        foreach (var sketch in transitions)
        {
            sketch.Become(
                EffectKinds.The<UpdateKind>(),
                $"The rows hold values in {status.Name} that are no texts, so no life cycle is known; the tool writes what it is given.");
        }
    }

    private static Value Target(ColumnPlan status, EffectSketch sketch) =>
        Reached(status, sketch) ?? Styled(status, Verbs.TargetsOf(sketch.Reading.Verb).FirstOrDefault() ?? sketch.Reading.Verb);

    /// <summary>The declared status that the verb or the documentation names; null where none does.</summary>
    private static Value? Reached(ColumnPlan status, EffectSketch sketch)
    {
        foreach (var word in Verbs.TargetsOf(sketch.Reading.Verb))
        {
            if (status.Enum!.FirstOrDefault(v => v.IsString && Words.Snake(v.AsString) == word) is { IsNull: false } found)
            {
                return found;
            }
        }

        if (GoalBinder.Status(sketch.Reading, status) is { } said)
        {
            return said;
        }

        var stem = sketch.Reading.Verb[..Math.Min(5, sketch.Reading.Verb.Length)];
        return status.Enum!.FirstOrDefault(v => v.IsString && v.AsString.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) is { IsNull: false } near
            ? near : default(Value?);
    }

    /// <summary>The values that descriptions name as the only ones and that rows of a user's own table hold.</summary>
    private static List<Value> Told(DomainPlan plan, TablePlan table, ColumnPlan status) => !table.HasRows ? []
        : [.. plan.Sketches.Where(s => s.Table == table && s.Reading.Result.Payload.Kind == NodeKind.Object)
                .SelectMany(s => s.Reading.Result.Payload.Properties).Where(p => p.Name == status.Name).SelectMany(p => StatedChoice.Of(p.Node))
            .Concat(status.Cells ?? []).Where(v => v.IsString).Distinct()];

    private static Value Styled(ColumnPlan status, string word) => status.Enum!.Count == 0 || status.Enum.Any(v => !v.IsString || v == "") ? word
        : status.Enum.All(v => v.AsString.ToUpperInvariant() == v.AsString) ? word.ToUpperInvariant()
        : status.Enum.All(v => char.IsAsciiLetterUpper(v.AsString[0])) ? char.ToUpperInvariant(word[0]) + word[1..]
        : word;

    private static List<Value> Sources(ColumnPlan status, string verb, Value target)
    {
        var candidates = status.Enum!.Where(v => v.IsString && v != target);
        var found = Verbs.Restores(verb) ? candidates.ToList() : candidates.Where(v => !IsFinal(v)).ToList();
        if (verb is "reopen" or "restore" or "undelete" or "unarchive" or "refund" or "return")
        {
            var closed = status.Enum!.Where(v => v != target
                && IsFinal(v)
                && !(verb is "refund" or "return" && Words.Snake(v.AsString) is "cancelled" or "canceled" or "refunded" or "returned")).ToList();
            found = closed.Count > 0 ? closed : found;
        }

        var ended = candidates.Where(v => Verbs.EndedBy(verb).Contains(Words.Snake(v.AsString))).ToList();
        found = ended.Count > 0 ? ended : found.Count > 0 ? found : [.. candidates];
        return found.Count > 0 ? found : [.. status.Enum!];
    }

    private static IEnumerable<Value> DefaultStatuses(TablePlan table, List<EffectSketch> transitions)
    {
        yield return table.Singular is "order" or "payment" or "request" or "booking" or "reservation" or "appointment"
            ? "pending"
            : transitions.Any(t => t.Reading.Verb is "close" or "reopen" or "resolve")
            ? "open"
            : "active";
        foreach (var word in transitions.Select(t => Verbs.TargetsOf(t.Reading.Verb).FirstOrDefault() ?? t.Reading.Verb).Distinct())
        {
            if (word is not "active" and not "open" and not "pending")
            {
                yield return word;
            }
        }
    }
}
