namespace AgentScaler.Trajectories.Realism;

/// <summary>Figures on initial states as data.</summary>
/// <param name="Nulls">Share of nullable values that are null.</param>
/// <param name="Skew">One minus the mean normalised entropy of enumerated columns: 0 if all values are equally frequent.</param>
/// <param name="Order">Share of rows in which an end does not come before its start.</param>
/// <param name="Totals">Share of rows in which a total equals the sum or product of its parts: quantity times unit price, or subtotal and tax.</param>
/// <param name="References">Share of references that lead to a row.</param>
public sealed record StateFigures(double Nulls, double Skew, double Order, double Totals, double References);
