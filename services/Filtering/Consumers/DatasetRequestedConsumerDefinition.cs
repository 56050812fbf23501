using AgentScaler.Hosting.Bus;

namespace AgentScaler.Filtering.Consumers;

public sealed class DatasetRequestedConsumerDefinition() : WorkDefinition<DatasetRequestedConsumer>(slots: 1);
