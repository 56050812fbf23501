using AgentScaler.Hosting.Bus;

namespace AgentScaler.Hosting.Tests.Bus;

internal sealed class WorkConsumerDefinition() : WorkDefinition<WorkConsumer>(Slots)
{
    public const int Slots = 3;
}
