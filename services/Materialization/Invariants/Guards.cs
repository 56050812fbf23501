using AgentScaler.Environments.Schema;

namespace AgentScaler.Materialization.Invariants;

/// <summary>What a tool must ask of its arguments so that an invariant of the row that it writes is kept.</summary>
internal static class Guards
{
    /// <summary>The effect with a guard for each invariant that its arguments could break.</summary>
    public static Effect Guarded(Effect effect, IReadOnlyList<Invariant> invariants)
    {
        if (effect is not TableEffect { Writes: true } own)
        {
            return effect;
        }

        List<Precondition> guards = [.. invariants.Where(i => i.Table == own.Table.Name).SelectMany(i => Of(own, i))];
        return guards.Count == 0 ? effect : effect with { Preconditions = [.. effect.Preconditions.Concat(guards).OrderBy(p => p.KeptByDatabase)] };
    }

    /// <summary>Whether an effect cannot break an invariant of its own row, or is refused where it would.</summary>
    public static bool Keeps(TableEffect effect, RowInvariant invariant) => Touched(effect, invariant).All(c => NextValues.Of(effect, c) is not null)
        && Of(effect, invariant).All(g => effect.Preconditions.Contains(g));

    private static IEnumerable<Compares> Of(TableEffect effect, Invariant invariant) => invariant switch
    {
        InOrder pair => Ordered(effect, pair),
        NotNegative one => Floor(effect, one),
        _ => [],
    };

    private static IEnumerable<Compares> Ordered(TableEffect effect, InOrder pair)
    {
        if (effect.Table.Column(pair.Lower) is not { } low || effect.Table.Column(pair.Upper) is not { } high || !AreComparable(low, high)
            || NextValues.Of(effect, low) is not { } lower || NextValues.Of(effect, high) is not { } upper)
        {
            yield break;
        }

        if (lower.Parameters.Concat(upper.Parameters).Any(p => !IsKey(effect, p)) && !IsNothing(lower) && !IsNothing(upper) && lower != upper)
        {
            yield return new Compares(lower, Comparison.AtMost, upper) { Basis = pair.Basis };
        }
    }

    private static IEnumerable<Compares> Floor(TableEffect effect, NotNegative one)
    {
        if (effect is IAssigning assigning && effect.Table.Column(one.Column) is { } column && NextValues.Of(effect, column) is not null
            && assigning.Assignments.FirstOrDefault(a => a.Column == column) is { Parameter: { Node.Minimum: null or < 0 } given }
            && !effect.Consequences.OfType<Adjust>().Any(a => a.Amount.Parameters.Contains(given)))
        {
            yield return new Compares(new ArgumentTerm(given), Comparison.AtLeast, new ConstantTerm(0)) { Basis = one.Basis };
        }
    }

    private static IEnumerable<ColumnModel> Touched(TableEffect effect, Invariant invariant)
    {
        IReadOnlyList<string> names = invariant switch { InOrder pair => [pair.Lower, pair.Upper], NotNegative one => [one.Column], _ => [] };
        return names.Select(effect.Table.Column).OfType<ColumnModel>();
    }

    private static bool IsKey(TableEffect effect, ToolParameter parameter) => effect is IKeyed { Key: { } key } && key.Parameter == parameter;

    private static bool IsNothing(Term term) => term is ConstantTerm { Value.IsNull: true };

    /// <summary>Whether the texts of two columns are in order exactly when their times are.</summary>
    private static bool AreComparable(ColumnModel low, ColumnModel high) => low.Type == high.Type
        && (low.Numeric || (low.Type is ColumnType.Date or ColumnType.Datetime && low.TimeForm == high.TimeForm));
}
