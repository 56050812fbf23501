namespace AgentScaler.LanguageModels;

/// <summary>Thrown when the configured budget of an endpoint is used up.</summary>
public sealed class BudgetExceededException(string message) : Exception(message);
