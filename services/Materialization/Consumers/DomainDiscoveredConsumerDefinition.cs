using AgentScaler.Hosting.Bus;

namespace AgentScaler.Materialization.Consumers;

/// <summary>One domain a core: the work is computing.</summary>
public sealed class DomainDiscoveredConsumerDefinition() : WorkDefinition<DomainDiscoveredConsumer>(slots: Environment.ProcessorCount);
