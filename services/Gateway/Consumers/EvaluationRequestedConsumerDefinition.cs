using AgentScaler.Hosting.Bus;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Handles one message at a time; a run has one evaluation.</summary>
public sealed class EvaluationRequestedConsumerDefinition() : WorkDefinition<EvaluationRequestedConsumer>(slots: 1);
