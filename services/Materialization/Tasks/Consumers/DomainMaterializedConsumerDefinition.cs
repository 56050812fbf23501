using AgentScaler.Hosting.Bus;

namespace AgentScaler.Materialization.Tasks.Consumers;

public sealed class DomainMaterializedConsumerDefinition() : WorkDefinition<DomainMaterializedConsumer>(slots: Environment.ProcessorCount);
