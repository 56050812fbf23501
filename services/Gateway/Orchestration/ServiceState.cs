namespace AgentScaler.Gateway.Orchestration;

/// <summary>Whether a kind of service is there.</summary>
/// <param name="Service">For example <c>agentscaler-collection</c>; <c>agentscaler</c> is every service in one process.</param>
/// <param name="Answers">False where no process of it has given a sign of life for 20 seconds.</param>
public sealed record ServiceState(string Service, bool Answers);
