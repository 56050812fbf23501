using AgentScaler.Hosting.Bus;

namespace AgentScaler.Collection.Consumers;

/// <summary>One run at a time: one collection uses every processor by itself.</summary>
public sealed class PipelineRequestedConsumerDefinition() : WorkDefinition<PipelineRequestedConsumer>(slots: 1);
