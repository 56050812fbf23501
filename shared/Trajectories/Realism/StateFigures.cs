namespace AgentScaler.Trajectories.Realism;

/// <summary>What initial states look like as data.</summary>
/// <param name="Nulls">Share of nullable values that are null.</param>
/// <param name="Skew">One minus the mean normalised entropy of enumerated columns: 0 all values equally often.</param>
/// <param name="Order">Share of rows in which an end does not come before its start.</param>
/// <param name="Totals">Share of rows in which a total is what its parts come to: quantity times unit price, or subtotal and tax.</param>
/// <param name="References">Share of references that lead to a row.</param>
public sealed record StateFigures(double Nulls, double Skew, double Order, double Totals, double References);
