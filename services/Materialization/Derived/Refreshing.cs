namespace AgentScaler.Materialization.Derived;

/// <summary>Gives each tool the refreshing of the derived columns that its writes may put out of line, in place of what adds to them.</summary>
internal static class Refreshing
{
    public static DomainModel Of(DomainModel model, IReadOnlyList<Derivation> derivations) => derivations.Count == 0 ? model
        : model with { Tools = [.. model.Tools.Select(t => Kept(model, t, derivations))] };

    private static ToolModel Kept(DomainModel model, ToolModel tool, IReadOnlyList<Derivation> derivations) =>
        tool.Writes && tool.Effect is TableEffect effect ? tool with { Effect = Kept(model, effect, derivations) } : tool;

    private static TableEffect Kept(DomainModel model, TableEffect effect, IReadOnlyList<Derivation> derivations)
    {
        List<Consequence> consequences = [.. effect.Consequences.Where(c => c is not CellConsequence cell
            || !derivations.Any(d => d.Table == cell.Address.Table.Name && d.Column == cell.Column.Name))];
        var writes = effect with { Consequences = consequences };
        foreach (var derivation in derivations)
        {
            var (table, child) = (model.Table(derivation.Table)!, model.Table(derivation.Rows.Table)!);
            var own = effect.Table == child && TouchesRow(effect, consequences, derivation.Columns);
            var parent = effect.Table == table && (effect.Makes || (derivation.Whole is { } whole && TouchesRow(effect, consequences, [whole])));
            var beside = consequences.Any(c => Reaches(c, derivation));
            if (own || parent || beside)
            {
                consequences.Add(new Refresh(table, table.Column(derivation.Column)!, derivation)
                {
                    Through = own && !parent && !beside && !effect.Many && derivation.Rows.Key == table.Key.Name
                        && (effect.Makes ? effect is CreateEffect : effect.Deletes || !TouchesRow(effect, consequences, [derivation.Rows.Refers]))
                            ? child.Column(derivation.Rows.Refers) : null,
                    MakesOwn = parent && effect.Makes,
                    ByDay = derivation.Time is { } time && child.Column(time)!.Type == Environments.Schema.ColumnType.Date,
                    Basis = derivation.Basis,
                });
            }
        }

        return writes with { Consequences = consequences };
    }

    /// <summary>Whether the rows that an effect is about come, go or change in one of the columns.</summary>
    private static bool TouchesRow(TableEffect effect, IEnumerable<Consequence> consequences, IEnumerable<string> columns)
    {
        var names = columns.ToHashSet(StringComparer.Ordinal);
        return effect.Makes || effect.Deletes
            || (effect is TransitionEffect step && names.Contains(step.Changed.Name))
            || (effect is ILinking linking && names.Contains(linking.Changed.Name))
            || (effect is UpdateEffect update && (update.Choice is not null || update.Sets.Any(s => names.Contains(s.Column.Name))))
            || (effect is IAssigning assigning && assigning.Assignments.Any(a => names.Contains(a.Column.Name)))
            || consequences.Any(c => c is CellConsequence { Address.IsMain: true } cell && names.Contains(cell.Column.Name)
                || (c is StampClock stamp && names.Contains(stamp.Column.Name)));
    }

    /// <summary>Whether a consequence makes, deletes or changes rows that a column tells about, or the whole of which a part is told.</summary>
    private static bool Reaches(Consequence consequence, Derivation derivation) => consequence switch
    {
        { Makes: { } made } => made.Name == derivation.Rows.Table,
        AssignDependents below => below.Children.Table.Name == derivation.Rows.Table && derivation.Columns.Contains(below.Column.Name),
        DeleteDependents gone => gone.Child.Name == derivation.Rows.Table || gone.Below.Any(b => Reaches(b, derivation)),
        ClearReferences cleared => cleared.Child.Name == derivation.Rows.Table && derivation.Columns.Contains(cleared.Column.Name),
        CellConsequence { Address.IsMain: false } cell => (cell.Address.Table.Name == derivation.Rows.Table && derivation.Columns.Contains(cell.Column.Name))
            || (cell.Address.Table.Name == derivation.Table && cell.Column.Name == derivation.Whole),
        _ => false,
    };
}
