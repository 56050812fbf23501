using AgentScaler.Hosting.Bus;

namespace AgentScaler.Clustering.Consumers;

/// <summary>One run at a time in a process: clustering uses every core by itself.</summary>
public sealed class ScenariosCollectedConsumerDefinition() : WorkDefinition<ScenariosCollectedConsumer>(slots: 1);
