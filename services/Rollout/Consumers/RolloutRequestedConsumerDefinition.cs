using AgentScaler.Hosting.Bus;
using Microsoft.Extensions.Options;

namespace AgentScaler.Rollout.Consumers;

public sealed class RolloutRequestedConsumerDefinition(IOptions<RolloutWorkerOptions> options)
    : WorkDefinition<RolloutRequestedConsumer>(options.Value.Slots);
