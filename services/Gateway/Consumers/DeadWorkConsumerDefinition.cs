using AgentScaler.Hosting.Bus;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Dead work is rare; four at once.</summary>
public sealed class DeadWorkConsumerDefinition() : WorkDefinition<DeadWorkConsumer>(slots: 4);
