using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Hosting.Tests.Bus;

internal sealed class FaultConsumer(WorkLog log) : IConsumer<Fault<RolloutRequested>>
{
    public Task Consume(ConsumeContext<Fault<RolloutRequested>> context)
    {
        log.LargestFault = Math.Max(log.LargestFault, context.ReceiveContext.Body.Length ?? 0);
        log.Faults.Add(context.Message.Exceptions[0].Message);
        return Task.CompletedTask;
    }
}
