namespace AgentScaler.Gateway.Runs;

/// <summary>Thrown when an order cannot be carried out. The message names the place and the remedy.</summary>
public sealed class OrderException(string message) : ArgumentException(message);
