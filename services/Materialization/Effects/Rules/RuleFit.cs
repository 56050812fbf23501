namespace AgentScaler.Materialization.Effects;

/// <summary>Which rules an effect can have, and what of the effect gives way to them.</summary>
internal static class RuleFit
{
    /// <summary>Nothing is set in a row that is deleted, and an argument fills a column of a new row whatever rule there is.</summary>
    public static bool Allows(Effect effect, Consequence consequence) => Own(consequence) is { } column
        ? AllowsOwn(effect, consequence, column)
        : effect is not UpsertEffect || !Rows(consequence).Any(OfMain);

    private static bool AllowsOwn(Effect effect, Consequence consequence, ColumnModel column) => effect switch
    {
        { Deletes: true } => false,
        UpsertEffect => consequence is Assign,
        CreateEffect create => consequence is Assign && create.Assignments.Concat(create.Scope).All(a => a.Column != column),
        CreateManyEffect many => consequence is Assign && many.Assignments.Concat(many.Scope).All(a => a.Column != column)
            && many.Members.All(m => m.Column != column),
        TransitionEffect step => step.Changed != column,
        ILinking linking => linking.Changed != column,
        _ => true,
    };

    /// <summary>Nothing can be demanded of a row that is still to be made.</summary>
    public static bool Allows(Effect effect, Precondition precondition) => effect is { Makes: false, Many: false }
        || !Rows(precondition).Any(OfMain);

    /// <summary>The effect with its rules: an argument that a rule adds to a column, or that it sets the column by, is not stored there too.</summary>
    public static Effect Settled(Effect effect, IReadOnlyList<Precondition> preconditions, IReadOnlyList<Consequence> consequences)
    {
        var ruled = consequences.Select(Own).OfType<ColumnModel>().ToHashSet();
        Effect settled = effect switch
        {
            UpdateEffect update => update with { Assignments = [.. update.Assignments.Where(a => !ruled.Contains(a.Column))] },
            UpsertEffect upsert => upsert with { Assignments = [.. upsert.Assignments.Where(a => !ruled.Contains(a.Column))] },
            TransitionEffect step => step with { Assignments = [.. step.Assignments.Where(a => !ruled.Contains(a.Column))] },
            LinkEffect link => link with { Assignments = [.. link.Assignments.Where(a => !ruled.Contains(a.Column))] },
            UnlinkEffect unlink => unlink with { Assignments = [.. unlink.Assignments.Where(a => !ruled.Contains(a.Column))] },
            _ => effect,
        };
        return settled with { Preconditions = preconditions, Consequences = consequences };
    }

    /// <summary>The column of the effect's own row that a consequence changes, or null.</summary>
    public static ColumnModel? Own(Consequence consequence) => consequence is CellConsequence { Address.IsMain: true } own ? own.Column : null;

    private static IEnumerable<RowAddress> Rows(Consequence consequence) => consequence is RowConsequence one ? one.Addresses : [];

    private static IEnumerable<RowAddress> Rows(Precondition precondition) => precondition switch
    {
        Compares compares => compares.Left.Rows.Concat(compares.Right.Rows),
        StatusIn status => [status.Address],
        FlagIs flag => [flag.Address],
        _ => [],
    };

    private static bool OfMain(RowAddress address) => address.Root.IsMain;
}
