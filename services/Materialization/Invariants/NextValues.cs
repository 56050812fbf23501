using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Invariants;

/// <summary>What a column of the row that an effect writes holds afterwards, as far as its records tell.</summary>
internal static class NextValues
{
    /// <summary>The value as a term. Null where the records do not tell it.</summary>
    public static Term? Of(TableEffect effect, ColumnModel column)
    {
        if (effect.Many || effect is UpsertEffect or UpdateEffect { Choice: not null } || effect is ILinking linking && linking.Changed == column)
        {
            return effect.Deletes ? new ConstantTerm(Value.Null) : null;
        }

        if (effect.Consequences.OfType<Assign>().FirstOrDefault(a => a.Address.IsMain && a.Column == column) is { } assign)
        {
            return assign.Value;
        }

        var before = Before(effect, column);
        if (effect.Consequences.OfType<Adjust>().Any(a => a.Address.IsMain && a.Column == column))
        {
            // An adjustment has its own precondition where it could go too far.
            return before;
        }

        if (effect.Consequences.OfType<StampClock>().FirstOrDefault(s => s.Column == column) is { } stamp)
        {
            return stamp.Unless is { } given ? new EitherTerm(new ArgumentTerm(given), Clock(column)) : Clock(column);
        }

        if (effect is UpdateEffect update && update.Sets.Any(s => s.Column == column))
        {
            return null;
        }

        var bound = effect.Scope.Concat(effect is IAssigning assigning ? assigning.Assignments : []).FirstOrDefault(b => b.Column == column);
        return bound is null ? before
            : EffectDraft.IsAlwaysGiven(column, bound.Parameter) ? new ArgumentTerm(bound.Parameter)
            : ColumnTypes.Of(bound.Parameter.Node) != column.Type || before is null ? null
            : before is ConstantTerm { Value.IsNull: true } ? new ArgumentTerm(bound.Parameter)
            : new EitherTerm(new ArgumentTerm(bound.Parameter), before);
    }

    /// <summary>What the column holds where the call says nothing of it.</summary>
    private static Term? Before(TableEffect effect, ColumnModel column) => effect switch
    {
        { Deletes: true } => new ConstantTerm(Value.Null),
        CreateEffect => column.Born switch
        {
            NoValue => new ConstantTerm(Value.Null),
            FixedValue born => new ConstantTerm(born.Value),
            ClockValue => Clock(column),
            _ => null,
        },
        _ => effect.Preconditions.OfType<RowExists>().Select(p => p.Address).FirstOrDefault(a => a.IsMain) is { } row ? new CellTerm(row, column) : null,
    };

    private static ClockTerm Clock(ColumnModel column) => new(column.Type == ColumnType.Date);
}
