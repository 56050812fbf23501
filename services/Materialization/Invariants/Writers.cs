using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Invariants;

/// <summary>Which tools write what an invariant speaks of, and whether all of them keep it.</summary>
/// <param name="derived">Columns that follow from other rows: what bounds them is kept by whoever writes those, so nobody is held to it here.</param>
internal sealed class Writers(DomainModel model, IReadOnlyList<Derivation> derived)
{
    private readonly IReadOnlyList<TableEffect> _effects = [.. model.Tools.Select(t => t.Effect).OfType<TableEffect>().Where(e => e.Writes)];

    public bool Keep(Invariant invariant) => invariant switch
    {
        IsDerived one => !one.Derivation.FollowsClock,
        NotNegative one when IsLeft(one.Table, one.Column) => false,
        InOrder pair when IsLeft(pair.Table, pair.Lower) || IsLeft(pair.Table, pair.Upper) => false,
        AddsUp sum when IsLeft(sum.Table, sum.Left) || IsLeft(sum.Table, sum.Taken) => false,
        NotNegative one => Keeps(one, [one.Column]),
        InOrder pair => Keeps(pair, [pair.Lower, pair.Upper]),
        AddsUp sum => Together(sum.Table, [sum.Left, sum.Taken, sum.Whole]),
        FlagTells flag => Together(flag.Table, [flag.Flag, flag.Column]),
        SetInStatus step => KeepsStep(step),
        CountsDependents counts => Follows(counts.Table, counts.Column, counts.Counted),
        SumsDependents sums => Follows(sums.Table, sums.Column, sums.Summed) && !Assigned(sums.Summed.Table, sums.Amount),
        _ => true,
    };

    private bool IsLeft(string table, string column) => derived.Any(d => d.Table == table && d.Column == column);

    /// <summary>
    /// Whether the end follows from the start: callers give the start and can nowhere give the end, nor does a step record when it was reached. A row
    /// that is moved takes its end along, so its former end bounds nothing.
    /// </summary>
    public static bool EndFollows(DomainModel model, InOrder pair)
    {
        List<TableEffect> effects = [.. model.Tools.Select(t => t.Effect).OfType<TableEffect>().Where(e => e.Writes && e.Table.Name == pair.Table)];
        return effects.Exists(e => e is CreateEffect && Gives(e, pair.Lower)) && !effects.Exists(e => Gives(e, pair.Upper)
            || e.Consequences.Any(c => c is StampClock stamp && stamp.Column.Name == pair.Upper));
    }

    private static bool Gives(TableEffect effect, string column) => effect is IAssigning assigning && assigning.Assignments.Any(a => a.Column.Name == column);

    /// <summary>Whether an effect may give a column of its own row a value.</summary>
    public static bool Fills(TableEffect effect, ColumnModel column) => AlwaysFills(effect, column)
        || (effect is IAssigning assigning && assigning.Assignments.Any(a => a.Column == column));

    /// <summary>Whether an effect gives a column of its own row a value whatever the caller leaves out.</summary>
    public static bool AlwaysFills(TableEffect effect, ColumnModel column) => effect.Consequences.Any(c => c switch
    {
        StampClock stamp => stamp.Column == column,
        Assign { Address.IsMain: true, Empties: false } assign => assign.Column == column,
        _ => false,
    }) || (effect is IAssigning assigning && assigning.Assignments.Any(a => a.Column == column && EffectDraft.IsAlwaysGiven(column, a.Parameter)));

    /// <summary>Whether arguments reach the columns only where a precondition looks at them.</summary>
    private bool Keeps(RowInvariant invariant, IReadOnlyList<string> columns) =>
        _effects.Where(e => e.Table.Name == invariant.Table).All(e => e.Deletes || !Sets(e, columns) || Guards.Keeps(e, invariant))
        && !_effects.Any(e => e.Consequences.Any(c => WritesOther(c, invariant.Table, columns) || c is Adjust adjust && Pushes(e, adjust, invariant)));

    /// <summary>Whether a number is moved towards what must not be, and nothing looks at it first. What a row gives back it has taken before.</summary>
    private static bool Pushes(Effect effect, Adjust adjust, RowInvariant invariant) => adjust.Address.Via is null
        && adjust.Address.Table.Name == invariant.Table
        && invariant switch
        {
            NotNegative one => adjust.Sign < 0 && adjust.Column.Name == one.Column,
            InOrder pair => adjust.Column.Name == (adjust.Sign > 0 ? pair.Lower : pair.Upper),
            _ => false,
        }
        && !effect.Preconditions.OfType<Compares>().Any(c => Mentions(c.Left, adjust.Column) || Mentions(c.Right, adjust.Column));

    private static bool Mentions(Term term, ColumnModel column) => term switch
    {
        CellTerm cell => cell.Column == column,
        PairTerm pair => Mentions(pair.Left, column) || Mentions(pair.Right, column),
        _ => false,
    };

    /// <summary>Whether a consequence makes rows of a table beside the effect's own, or sets one of the columns in such rows.</summary>
    private static bool WritesOther(Consequence consequence, string table, IReadOnlyList<string> columns) => consequence switch
    {
        { Makes: { } made } => made.Name == table,
        AssignDependents below => below.Children.Table.Name == table && columns.Contains(below.Column.Name),
        Assign { Address.IsMain: false } assign => assign.Address.Table.Name == table && columns.Contains(assign.Column.Name),
        _ => false,
    };

    private static bool Sets(TableEffect effect, IReadOnlyList<string> columns) =>
        effect.Makes || effect is UpdateEffect { Choice: not null }
        || (effect is IAssigning assigning && assigning.Assignments.Any(a => columns.Contains(a.Column.Name)))
        || (effect is UpdateEffect update && update.Sets.Any(s => columns.Contains(s.Column.Name)))
        || effect.Consequences.Any(c => c is StampClock stamp && columns.Contains(stamp.Column.Name)
            || c is Assign { Address.IsMain: true } assign && columns.Contains(assign.Column.Name));

    /// <summary>Whether whoever writes one of the columns writes them in step: nobody writes any, or only adjustments do.</summary>
    private bool Together(string table, IReadOnlyList<string> columns) => _effects.Where(e => e.Table.Name == table).All(e => !Sets(e, columns))
        && _effects.All(e => columns.Count(c => e.Consequences.OfType<Adjust>().Any(a => a.Address.Table.Name == table && a.Column.Name == c)) is 0 or 2);

    private bool KeepsStep(SetInStatus step) => _effects.Where(e => e.Table.Name == step.Table).All(e =>
        e is TransitionEffect way && way.Changed.Name == step.Status
            ? step.Among.Contains(way.Target)
                ? !step.Always || Fills(way, step) || (Starts(way) is { Count: > 0 } starts && starts.All(step.Among.Contains))
                : Starts(way).All(v => !step.Among.Contains(v))
            : e is CreateEffect create ? Born(create, step) : e.Deletes || !Sets(e, [step.Status, step.Column]))
        && !_effects.Any(e => e.Consequences.Any(c => WritesOther(c, step.Table, [step.Status, step.Column])));

    private static bool Fills(TransitionEffect way, SetInStatus step) => way.Table.Column(step.Column) is { } column && AlwaysFills(way, column);

    private static bool Born(CreateEffect create, SetInStatus step) =>
        !create.Assignments.Concat(create.Scope).Any(a => a.Column.Name == step.Status || a.Column.Name == step.Column)
        && create.Table.Column(step.Column)?.Born is NoValue
        && create.Table.Column(step.Status)?.Born is FixedValue first && !step.Among.Contains(first.Value)
        && !create.Consequences.OfType<Assign>().Any(a => a.Address.IsMain && (a.Column.Name == step.Status || a.Column.Name == step.Column));

    private static IReadOnlyList<Environments.Values.Value> Starts(TransitionEffect step) =>
        step.Preconditions.OfType<StatusIn>().FirstOrDefault(p => p.Column == step.Changed)?.Allowed ?? [];

    /// <summary>Whether a number moves with every row that it counts.</summary>
    private bool Follows(string table, string column, Dependents counted)
    {
        foreach (var effect in _effects.Where(e => e.Table.Name == counted.Table))
        {
            var (up, down) = (Adjusts(effect, table, column, 1), Adjusts(effect, table, column, -1));
            var kept = effect switch
            {
                CreateEffect => up && !down && (counted.Column is not { } status || Opens((CreateEffect)effect, status, counted)),
                DeleteEffect => down && !up && counted.Column is null,
                TransitionEffect step when step.Changed.Name == counted.Column => Steps(step, counted, up, down),
                _ => !up && !down && !Sets(effect, counted.Column is { } of ? [counted.Refers, of] : [counted.Refers])
                    && !(effect is ILinking linking && linking.Changed.Name == counted.Refers) && !effect.Many,
            };
            if (!kept)
            {
                return false;
            }
        }

        IReadOnlyList<string> columns = counted.Column is { } other ? [counted.Refers, other] : [counted.Refers];
        return _effects.Where(e => e.Table.Name == table).All(e => !Sets(e, [column]) || (e is CreateEffect create && StartsEmpty(create, column)))
            && !_effects.Any(e => e.Table.Name != counted.Table && (Adjusts(e, table, column, 1) || Adjusts(e, table, column, -1)))
            && !_effects.Any(e => e.Consequences.Any(c => WritesOther(c, counted.Table, columns)
                || (e.Table.Name != table && c switch
                {
                    ClearReferences cleared => cleared.Child.Name == counted.Table && cleared.Column.Name == counted.Refers,
                    DeleteDependents gone => gone.Child.Name == counted.Table,
                    _ => false,
                })));
    }

    private static bool Steps(TransitionEffect step, Dependents counted, bool up, bool down)
    {
        var starts = Starts(step);
        var (inside, outside) = (starts.Any(counted.Among.Contains), starts.Any(v => !counted.Among.Contains(v)));
        var target = counted.Among.Contains(step.Target);
        return starts.Count > 0 && !(inside && outside) && up == (target && outside) && down == (!target && inside);
    }

    private static bool Opens(CreateEffect create, string status, Dependents counted) => create.Assignments.All(a => a.Column.Name != status)
        && create.Table.Column(status)?.Born is FixedValue first && counted.Among.Contains(first.Value);

    private static bool StartsEmpty(CreateEffect create, string column) => create.Assignments.Concat(create.Scope).All(a => a.Column.Name != column)
        && (create.Consequences.OfType<Assign>().FirstOrDefault(a => a.Address.IsMain && a.Column.Name == column) is { } assign
            ? assign.Value is ConstantTerm { Value: var value } && value == 0
            : create.Table.Column(column)?.Born is FixedValue { Value: var born } && born == 0);

    private static bool Adjusts(TableEffect effect, string table, string column, int sign) =>
        effect.Consequences.OfType<Adjust>().Any(a => a.Address.Table.Name == table && a.Column.Name == column && a.Sign == sign);

    private bool Assigned(string table, string column) =>
        _effects.Any(e => e.Table.Name == table && e is not CreateEffect && Sets(e, [column]));
}
