using AgentScaler.Hosting.Bus;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Handles two domains at once; the work is publishing.</summary>
public sealed class TasksGeneratedConsumerDefinition() : WorkDefinition<TasksGeneratedConsumer>(slots: 2);
