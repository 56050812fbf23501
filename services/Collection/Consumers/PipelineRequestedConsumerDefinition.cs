using AgentScaler.Hosting.Bus;

namespace AgentScaler.Collection.Consumers;

/// <summary>Handles one run at a time, because one collection uses every processor.</summary>
public sealed class PipelineRequestedConsumerDefinition() : WorkDefinition<PipelineRequestedConsumer>(slots: 1);
