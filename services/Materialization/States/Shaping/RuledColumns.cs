namespace AgentScaler.Materialization.States.Shaping;

/// <summary>
/// The columns whose numbers the rules of a domain compare, move or sum, and those by which its lists stand in order: a first row that lacks one
/// would have no rule, and no place.
/// </summary>
internal static class RuledColumns
{
    public static HashSet<ColumnModel> Of(DomainModel model) =>
    [
        .. model.Tools.Select(t => t.Effect).SelectMany(Of).Where(c => c.Numeric),
        .. model.Tools.Select(t => t.Effect).OfType<ListEffect>().Select(l => l.Order?.Column ?? Usual(l.Sorting)).OfType<ColumnModel>(),
    ];

    /// <summary>The column by which a list stands in order where the caller does not choose one.</summary>
    private static ColumnModel? Usual(Sorting? sorting) => sorting?.Parameter.Node.Default is { IsString: true } usual
        ? sorting.Choices.FirstOrDefault(c => c.Value == usual.AsString)?.Column
        : null;

    private static IEnumerable<ColumnModel> Of(Effect effect) =>
    [
        .. effect.Preconditions.OfType<Compares>().SelectMany(c => In(c.Left).Concat(In(c.Right))),
        .. effect.Consequences.OfType<Adjust>().SelectMany(a => In(a.Amount).Append(a.Column)),
        .. effect.Consequences.OfType<Assign>().SelectMany(a => In(a.Value)),
    ];

    private static IEnumerable<ColumnModel> In(Term term) => term switch
    {
        CellTerm cell => [cell.Column],
        SumTerm sum => sum.Times is { } times ? [sum.Column, times] : [sum.Column],
        PairTerm pair => In(pair.Left).Concat(In(pair.Right)),
        _ => [],
    };
}
