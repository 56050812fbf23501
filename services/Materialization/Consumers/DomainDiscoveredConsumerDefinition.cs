using AgentScaler.Hosting.Bus;

namespace AgentScaler.Materialization.Consumers;

/// <summary>One domain a core at once: materializing computes, it does not wait.</summary>
public sealed class DomainDiscoveredConsumerDefinition() : WorkDefinition<DomainDiscoveredConsumer>(slots: Environment.ProcessorCount);
