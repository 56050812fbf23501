namespace AgentScaler.LanguageModels;

/// <summary>The configured budget of an endpoint is spent.</summary>
public sealed class BudgetExceededException(string message) : Exception(message);
