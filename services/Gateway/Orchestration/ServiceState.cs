namespace AgentScaler.Gateway.Orchestration;

/// <summary>Whether one kind of service is running.</summary>
/// <param name="Service">For example <c>agentscaler-collection</c>; <c>agentscaler</c> stands for all services in one process.</param>
/// <param name="Answers">False if no process of this kind has given a sign of life for 20 seconds.</param>
public sealed record ServiceState(string Service, bool Answers);
