using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Hosting.Tests.Bus;

internal sealed class WorkConsumer(WorkLog log) : IConsumer<RolloutRequested>
{
    public async Task Consume(ConsumeContext<RolloutRequested> context)
    {
        await context.Publish(new TrajectoryRecorded(context.Message.RunId, context.Message.TaskId), context.CancellationToken);
        await log.WorkAsync(context.Message);
        log.Handled.Add(context.Message.TaskId);
    }
}
