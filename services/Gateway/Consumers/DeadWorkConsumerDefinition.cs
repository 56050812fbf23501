using AgentScaler.Hosting.Bus;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Handles four units at once; dead work is rare.</summary>
public sealed class DeadWorkConsumerDefinition() : WorkDefinition<DeadWorkConsumer>(slots: 4);
