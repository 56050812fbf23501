using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Hosting.Tests.Bus;

internal sealed class AnnouncementConsumer(WorkLog log) : IConsumer<TrajectoryRecorded>
{
    public Task Consume(ConsumeContext<TrajectoryRecorded> context)
    {
        log.Announced.Add(context.Message.TrajectoryId);
        return Task.CompletedTask;
    }
}
