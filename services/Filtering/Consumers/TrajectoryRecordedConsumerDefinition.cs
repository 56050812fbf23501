using AgentScaler.Hosting.Bus;

namespace AgentScaler.Filtering.Consumers;

/// <summary>Handles more messages at once than there are processors, because judging mostly waits for the store.</summary>
public sealed class TrajectoryRecordedConsumerDefinition() : WorkDefinition<TrajectoryRecordedConsumer>(slots: 32 * Environment.ProcessorCount);
