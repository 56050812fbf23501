using AgentScaler.Hosting.Bus;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Handles two domains at once, because the consumer only publishes messages.</summary>
public sealed class TasksGeneratedConsumerDefinition() : WorkDefinition<TasksGeneratedConsumer>(slots: 2);
