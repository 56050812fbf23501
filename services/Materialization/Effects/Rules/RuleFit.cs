namespace AgentScaler.Materialization.Effects;

/// <summary>Which rules an effect can have, and what of the effect gives way to them.</summary>
internal static class RuleFit
{
    private const string Unmade = "the row is still to be made";

    public static bool Allows(Effect effect, Consequence consequence) => Against(effect, consequence) is null;

    public static bool Allows(Effect effect, Precondition precondition) => Against(effect, precondition) is null;

    /// <summary>Why an effect cannot have a consequence, in a clause; null where it can.</summary>
    public static string? Against(Effect effect, Consequence consequence) => Own(consequence) is { } column ? AgainstOwn(effect, consequence, column)
        : effect is UpsertEffect && consequence is RowConsequence other && other.Addresses.Any(OfMain) ? Unmade
        : null;

    /// <summary>Why an effect cannot have a precondition, in a clause; null where it can.</summary>
    public static string? Against(Effect effect, Precondition precondition) => !precondition.Addresses.Any(OfMain) ? null
        : effect.Makes ? Unmade
        : effect.Many ? "it is about any number of rows"
        : null;

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

    private static string? AgainstOwn(Effect effect, Consequence consequence, ColumnModel column) => effect switch
    {
        { Deletes: true } => "the row is deleted",
        { Makes: true } when consequence is not Assign => $"a new row has no {column.Name} to change",
        CreateEffect create when create.Assignments.Concat(create.Scope).Any(a => a.Column == column) => Filled(column),
        CreateManyEffect many when many.Assignments.Concat(many.Scope).Select(a => a.Column).Concat(many.Members.Select(m => m.Column)).Contains(column) =>
            Filled(column),
        TransitionEffect step when step.Changed == column => Changed(column),
        ILinking linking when linking.Changed == column => Changed(column),
        _ => null,
    };

    private static string Filled(ColumnModel column) => $"an argument fills the {column.Name}";

    private static string Changed(ColumnModel column) => $"the tool itself changes the {column.Name}";

    private static bool OfMain(RowAddress address) => address.Root.IsMain;
}
