using AgentScaler.Hosting.Bus;

namespace AgentScaler.Tasks.Consumers;

public sealed class DomainMaterializedConsumerDefinition() : WorkDefinition<DomainMaterializedConsumer>(slots: Environment.ProcessorCount);
