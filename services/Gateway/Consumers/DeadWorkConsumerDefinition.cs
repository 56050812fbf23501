using AgentScaler.Contracts;
using AgentScaler.Hosting.Bus;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Handles the faults of one message in the queue of all of them, four units at once; dead work is rare.</summary>
public sealed class DeadWorkConsumerDefinition<T>() : SharedWorkDefinition<DeadWorkConsumer<T>>(WorkQueues.DeadWork, slots: 4)
    where T : class, IWork;
