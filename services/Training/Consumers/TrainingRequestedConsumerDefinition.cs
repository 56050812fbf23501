using AgentScaler.Hosting.Bus;

namespace AgentScaler.Training.Consumers;

public sealed class TrainingRequestedConsumerDefinition() : WorkDefinition<TrainingRequestedConsumer>(slots: 1);
