using AgentScaler.Hosting.Bus;

namespace AgentScaler.Filtering.Consumers;

/// <summary>Judging waits for the store more than it computes, so that more run at once than there are processors.</summary>
public sealed class TrajectoryRecordedConsumerDefinition() : WorkDefinition<TrajectoryRecordedConsumer>(slots: 32 * Environment.ProcessorCount);
