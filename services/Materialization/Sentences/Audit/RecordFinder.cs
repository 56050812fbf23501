using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.Sentences.Audit;

/// <summary>Finds the record of a finished tool that keeps what a sentence says; null where none does.</summary>
internal sealed class RecordFinder(ToolModel tool, Sentence sentence) : MeaningVisitor<string?>(null)
{
    private Effect Effect => tool.Effect;

    /// <summary>The record that was made of this very sentence.</summary>
    private string? Stated => Word(Effect.Preconditions.FirstOrDefault(p => IsOf(p.Basis))) ?? Word(Effect.Consequences.FirstOrDefault(c => IsOf(c.Basis)));

    public override string? Visit(InState meaning) => Stated
        ?? Word(Effect.Preconditions.OfType<StatusIn>().FirstOrDefault(p => Keeps(p, meaning)))
        ?? Word(Effect.Preconditions.OfType<FlagIs>().FirstOrDefault(p => Keeps(p, meaning)))
        ?? (meaning.Demanded || Nouns.Parameter(tool.Parameters, meaning.Thing) is null ? null
            : Word(Effect.Preconditions.OfType<IsUnique>().FirstOrDefault(u => u.Bindings.Any(b => Nouns.Parameter([b.Parameter], meaning.Thing) is not null))))
        ?? (meaning is { Demanded: false, States: ["taken" or "booked" or "reserved" or "occupied"] }
            ? Word(Effect.Preconditions.OfType<Compares>().FirstOrDefault(p => p.Left is CountTerm { Children: { Limits.Count: > 0 } rows }
                && Nouns.IsRowOf(rows.Of.Table, meaning.Thing))) : null)
        ?? (meaning.Demanded ? null : Word(Effect.Preconditions.OfType<Unreferenced>().FirstOrDefault(p =>
            meaning.States.Any(s => Words.Split(s).Contains(p.User.Singular.Split('_')[^1])))))
        ?? (Effect is ListEffect or GetEffect or CountEffect ? null
            : IsOwnTarget(meaning) && Effect.Preconditions.OfType<NotAlready>().FirstOrDefault() is { } already ? Word(already) : null);

    public override string? Visit(Enough meaning) => Stated
        ?? Word(Effect.Preconditions.OfType<Compares>().FirstOrDefault(p =>
            Cells(p).Any(c => Nouns.Column(c.Address.Table, meaning.Have, n => n == c.Column) is not null)));

    public override string? Visit(AtMost meaning) => Stated
        ?? Word(Effect.Preconditions.OfType<Compares>().FirstOrDefault(p => p.Left is CountTerm or LengthTerm))
        ?? (Nouns.Parameter(tool.Parameters, meaning.Items) is { Node: { Kind: NodeKind.Array, MaxItems: { } most } } && most <= meaning.Count
            ? "arguments" : null)
        ?? (Nouns.Parameter(tool.Parameters, meaning.Items) is { Node: { Kind: NodeKind.Integer or NodeKind.Number, Maximum: { } bound } }
            && bound <= meaning.Count ? "arguments" : null);

    public override string? Visit(NoTwo meaning) => Word(Effect.Preconditions.OfType<IsUnique>().FirstOrDefault(p => Keeps(p, meaning)))
        ?? Word(Effect.Preconditions.OfType<NotAlready>().FirstOrDefault())
        ?? (Effect is CreateManyEffect ? Word(Effect.Preconditions.OfType<EntriesUnique>().FirstOrDefault()) : null);

    public override string? Visit(IsThere meaning)
    {
        var thing = meaning.Thing;
        return !meaning.Demanded ? Word(Effect.Preconditions.OfType<IsUnique>().FirstOrDefault())
            : Word(Effect.Preconditions.OfType<RowExists>()
                .FirstOrDefault(p => Nouns.IsRowOf(p.Address.Table, thing) || IsNamed(p.Address, thing)))
            ?? Word(Effect.Preconditions.OfType<ReferenceExists>().FirstOrDefault(p => Nouns.IsRowOf(p.Parent, thing)
                || Nouns.Parameter([p.Binding.Parameter], thing) is not null))
            ?? (Effect is GetEffect get && (Nouns.IsRowOf(get.Table, thing) || sentence.Status == "404") ? "get" : null)
            ?? (sentence.Status == "404" ? Word(Effect.Preconditions.FirstOrDefault(p => p is RowExists or ReferenceExists)) : null);
    }

    public override string? Visit(IsOf meaning) => Stated
        ?? Word(Effect.Preconditions.OfType<RowExists>()
            .FirstOrDefault(p => p.Address.Scope.Any(s => Nouns.Parameter([s.Parameter], meaning.Owner) is not null)))
        ?? Word(Effect.Preconditions.OfType<BelongsTo>().FirstOrDefault());

    public override string? Visit(IsUsed meaning) => Stated
        ?? Word(Effect.Preconditions.OfType<Unreferenced>().FirstOrDefault(p => meaning.By.Length == 0 || Nouns.IsRowOf(p.User, meaning.By)));

    public override string? Visit(IsBefore meaning) => Stated;

    public override string? Visit(IsFit meaning)
    {
        if (Stated is { } stated)
        {
            return stated;
        }

        if (meaning.Bound == "valid" && meaning.Argument == "input")
        {
            return tool.Parameters.Count > 0 ? "arguments" : null;
        }

        var named = Nouns.Parameter(tool.Parameters, meaning.Argument);
        return named is not null && Admits(named, meaning) ? "arguments" : null;
    }

    public override string? Visit(Adjusts meaning) => Stated;

    public override string? Visit(Becomes meaning) => Stated
        ?? (meaning.Value is "available" ? Word(Effect.Consequences.OfType<Adjust>().FirstOrDefault(a => a.Sign > 0
            && Words.Split(meaning.Thing).Select(Words.Singular).Any(w => a.Column.Words.Select(Words.Singular).Contains(w)))) : null)
        ?? (Effect is TransitionEffect step && (Same(step.Target, meaning.Value)
            || (Nouns.Flag(step.Table, meaning.Value) is { } flag && flag.Column == step.Changed && step.Target == (flag.Value ? Value.True : Value.False)))
                ? "transition" : null)
        ?? (Effect is CreateEffect create && create.Table.Columns.Any(c => c.Born is FixedValue born && Same(born.Value, meaning.Value)) ? "create" : null);

    public override string? Visit(DeletesToo meaning) =>
        Word(Effect.Consequences.OfType<DeleteDependents>().FirstOrDefault(c => Nouns.IsRowOf(c.Child, meaning.Things)));

    public override string? Visit(Keeps meaning) => Stored(meaning.Things) ??
        Word(Effect.Consequences.OfType<ClearReferences>().FirstOrDefault(c => Nouns.IsRowOf(c.Child, meaning.Things)));

    public override string? Visit(Adds meaning) => Stated
        ?? (Effect is CreateEffect create && Nouns.IsRowOf(create.Table, meaning.Thing) ? "create" : null)
        ?? (Effect is LinkEffect link && (meaning.To.Length == 0 || Nouns.IsRowOf(link.Table, meaning.To)) ? "link" : null);

    public override string? Visit(TakesOut meaning) => Stated ?? (Effect is UnlinkEffect ? "unlink"
        : Effect is DeleteEffect delete && Nouns.IsRowOf(delete.Table, meaning.Thing) ? "delete" : null);

    public override string? Visit(Computes meaning) => Stated;

    public override string? Visit(Calculates meaning) => Stated;

    public override string? Visit(Defaults meaning)
    {
        var parameter = Nouns.Parameter(tool.Parameters, meaning.Argument);
        var column = tool.Assignments.FirstOrDefault(a => a.Parameter == parameter)?.Column
            ?? (tool.Table is { } table ? Nouns.Column(table, meaning.Argument, _ => true) : null);
        return Stated
            ?? (parameter?.Node.Default is { } own && Same(own, meaning.Value) ? "arguments" : null)
            ?? (Effect is CreateEffect or UpsertEffect && column is not null && (column.Born is FixedValue born && Same(born.Value, meaning.Value)
                || (column.Born is ClockValue && meaning.Value == "now")) ? "create" : null);
    }

    public override string? Visit(OneAtATime meaning) => Stated;

    public override string? Visit(Copies meaning) => Stated;

    public override string? Visit(SaidTwice meaning) => meaning.First.Accept(this) ?? meaning.Otherwise.Accept(this);

    public override string? Visit(IsSame meaning) => Stated;

    public override string? Visit(Repeats meaning) => Stated;

    public override string? Visit(NeededWhen meaning) => Stated;

    /// <summary>A new row holds what the sentence says: a nought, a mark, a status, or nothing where it may be empty.</summary>
    public override string? Visit(IsBorn meaning)
    {
        if (Effect is not (CreateEffect or UpsertEffect) || tool.Table is not { } table)
        {
            return null;
        }

        var holds = meaning.Value switch
        {
            "true" => table.Columns.Any(c => c.Born is FixedValue born && ((born.Value == Value.True && Nouns.Flag(table, meaning.Column) is { Value: true } flag
                && flag.Column == c) || (Nouns.State(c, meaning.Column) is { } state && state == born.Value))),
            "false" => Nouns.Flag(table, meaning.Column) is { } mark && mark.Column.Born is FixedValue unset
                && unset.Value == (mark.Value ? Value.False : Value.True),
            "made" => Nouns.Column(table, meaning.Column, _ => true) is { Nullable: false },
            "none" => table.Columns.Any(c => c.Numeric && c.Born is FixedValue none && none.Value == Value.From(0))
                || Nouns.Column(table, meaning.Column, _ => true) is { Nullable: true },
            var figure => Nouns.Column(table, meaning.Column, c => c.Numeric) is { Born: FixedValue number } && Same(number.Value, figure),
        };
        return holds ? "create" : null;
    }

    public override string? Visit(MakesKey meaning) => Effect is CreateEffect { Key: null } or CreateManyEffect ? "create" : null;

    public override string? Visit(Stamps meaning) => Stated
        ?? Word(Effect.Consequences.OfType<StampClock>().FirstOrDefault(c => ConsequenceBinder.Time(c.Table, meaning.Column) == c.Column))
        ?? (Effect is CreateEffect create && ConsequenceBinder.Time(create.Table, meaning.Column) is { Born: ClockValue } ? "create" : null);

    public override string? Visit(Sorted meaning) => Effect is ListEffect { Order: not null } ? "list" : null;

    public override string? Visit(Top meaning) => tool.With(ParameterRole.Limit) is { } limit
        && (meaning.Count == 0 || limit.Node.Default == Value.From(meaning.Count) || limit.Node.Maximum == meaning.Count) ? "arguments" : null;

    public override string? Visit(OnlyThose meaning) => Stated;

    public override string? Visit(MakesOrReplaces meaning) => Effect is UpsertEffect ? "upsert" : null;

    public override string? Visit(LeavesRest meaning) => meaning.Stays && Effect is UpdateEffect or UpsertEffect ? "update" : null;

    public override string? Visit(MayRepeat meaning) => Effect switch
    {
        UpdateEffect or UpsertEffect => EffectWord,
        TransitionEffect step => step.Preconditions.OfType<StatusIn>().All(p => p.Allowed.Contains(step.Target)) && !step.Preconditions.Any(p => p is FlagIs)
            ? "transition" : null,
        _ => null,
    };

    public override string? Visit(IsFinal meaning) => EffectKinds.Of(Effect).Word is "delete" or "delete_many" ? "delete" : null;

    /// <summary>"The tracking number is kept", "the time of the return is kept": an argument or the clock fills the column.</summary>
    private string? Stored(string phrase) => tool.Assignments.Any(a => Nouns.Parameter([a.Parameter], phrase) is not null) ? "arguments"
        : Word(Effect.Consequences.OfType<StampClock>().FirstOrDefault(c => ConsequenceBinder.Time(c.Table, phrase) == c.Column));

    private string EffectWord => Effect is UpdateEffect ? "update" : "upsert";

    private bool IsOf(Basis basis) => basis.Source == Source.Text && basis.Says(sentence.Text);

    private static string? Word(object? record) => record is null ? null : Words.Snake(record.GetType().Name);

    private static bool Same(Value value, string words) => value.IsString ? Words.Snake(value.AsString) == Words.Snake(words)
        : value.ToJson() == words || (value == Value.True && words is "true" or "yes") || (value == Value.False && words is "false" or "no");

    private static bool Keeps(StatusIn status, InState meaning)
    {
        var each = meaning.States.Select(s => Nouns.States(status.Column, s)).ToList();
        var named = each.SelectMany(v => v).ToList();
        return each.TrueForAll(v => v.Count > 0)
            && (Nouns.IsRowOf(status.Address.Table, meaning.Thing) || status.Address.IsMain)
            && (meaning.Demanded ? status.Allowed.All(named.Contains) : !named.Any(status.Allowed.Contains));
    }

    private static bool Keeps(FlagIs flag, InState meaning) => meaning.States is [var state] && Nouns.Flag(flag.Address.Table, state) is { } named
        && named.Column == flag.Column && (flag.Value == Value.True) == (named.Value == meaning.Demanded);

    private bool IsOwnTarget(InState meaning) => !meaning.Demanded && Effect is LinkEffect;

    private static bool Keeps(IsUnique unique, NoTwo meaning)
    {
        var named = meaning.Columns.Select(c => Nouns.Column(unique.Table, c, _ => true)).ToList();
        return named.TrueForAll(c => c is not null) ? named.TrueForAll(c => unique.Bindings.Any(b => b.Column == c))
            : meaning.Columns is [var only] && Nouns.IsRowOf(unique.Table, only);
    }

    private static bool IsNamed(RowAddress address, string thing) => address.Parameters.Any(p => Nouns.Parameter([p], thing) is not null);

    private static IEnumerable<CellTerm> Cells(Compares compares) => new[] { compares.Left, compares.Right }.OfType<CellTerm>();

    /// <summary>Whether the parameter's own schema keeps the bound, so that a call beyond it is refused.</summary>
    private static bool Admits(ToolParameter parameter, IsFit meaning) => meaning.Bound switch
    {
        "given" => parameter.Required,
        "short" => parameter.Node.MaxLength is { } most && most <= (meaning.Most ?? most),
        "long" => parameter.Node.MinLength is { } least && least >= (meaning.Least ?? least),
        "bounded" => (meaning.Least is null || parameter.Node.Minimum >= meaning.Least) && (meaning.Most is null || parameter.Node.Maximum <= meaning.Most),
        _ => parameter.Node.Kind is not (NodeKind.Any or NodeKind.String) || parameter.Node.Enum is not null || parameter.Node.Format is not null
            || parameter.Node.Pattern is not null,
    };
}
