namespace AgentScaler.Effects;

/// <summary>A unit of measure: a value times <paramref name="Factor"/> plus <paramref name="Offset"/> is the value in the base of its dimension.</summary>
/// <param name="Dimension">What is measured: "length", "mass", ...</param>
/// <param name="Names">Its names and symbols in lower case, the first of which is its own.</param>
/// <param name="Factor">An exact decimal. The base of temperature is a ninth of a kelvin, so that degrees of Fahrenheit are whole.</param>
public sealed record Unit(string Dimension, IReadOnlyList<string> Names, decimal Factor, decimal Offset = 0);
