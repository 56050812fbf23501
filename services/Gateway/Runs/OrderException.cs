namespace AgentScaler.Gateway.Runs;

/// <summary>An order that cannot be carried out; the message names the place and the remedy.</summary>
public sealed class OrderException(string message) : ArgumentException(message);
