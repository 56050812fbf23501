using AgentScaler.Hosting.Bus;

namespace AgentScaler.Clustering.Consumers;

/// <summary>Handles one run at a time in a process, because clustering uses every core.</summary>
public sealed class ScenariosCollectedConsumerDefinition() : WorkDefinition<ScenariosCollectedConsumer>(slots: 1);
