using AgentScaler.Hosting.Bus;

namespace AgentScaler.Gateway.Consumers;

/// <summary>One at a time: there is one a run.</summary>
public sealed class EvaluationRequestedConsumerDefinition() : WorkDefinition<EvaluationRequestedConsumer>(slots: 1);
