using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The table that holds rates of exchange: from one currency to another, or of each currency against one that all share.</summary>
/// <param name="From">The column of the currency that is given or, without <paramref name="To"/>, of the currency that a row is about.</param>
/// <param name="Rate">How much of the other currency one unit gives.</param>
public sealed record ExchangeRates(TableModel Table, ColumnModel From, ColumnModel? To, ColumnModel Rate)
{
    /// <summary>How much one unit of a currency gives of another; null where no row says it. Codes are compared as they are written.</summary>
    public double? Of(Situation situation, Value from, Value to)
    {
        if (from == to)
        {
            return 1;
        }

        if (To is not { } target)
        {
            return Found(situation, r => r[From.Name] == to) / Found(situation, r => r[From.Name] == from);
        }

        return Found(situation, r => r[From.Name] == from && r[target.Name] == to)
            ?? (1 / Found(situation, r => r[From.Name] == to && r[target.Name] == from));
    }

    private double? Found(Situation situation, Func<ObjectValue, bool> isWanted) =>
        situation.Rows(Table.Name).FirstOrDefault(isWanted) is { } row && row[Rate.Name] is { IsNumber: true, AsNumber: > 0 } rate ? rate.AsNumber : null;
}
