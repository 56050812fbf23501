namespace AgentScaler.Effects;

/// <summary>How the caller chooses the order of a list.</summary>
/// <param name="Direction">The parameter that turns the order round, or null.</param>
public sealed record Sorting(ToolParameter Parameter, ToolParameter? Direction, IReadOnlyList<SortChoice> Choices);
