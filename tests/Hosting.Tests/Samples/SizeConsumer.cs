using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Runs;
using MassTransit;

namespace AgentScaler.Hosting.Tests.Samples;

#region sample
public sealed class SizeConsumer(RunRepository runs, SizeStage stage) : IConsumer<DomainDiscovered>
{
    public async Task Consume(ConsumeContext<DomainDiscovered> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);

        // Is it wanted? Null means that the run is cancelled, has ended, or does not go as far as this stage.
        if (await runs.WantedAsync(message.RunId, PipelineStage.Materialize, stop) is not { } run)
        {
            return;
        }

        var size = await stage.RunAsync(run, message.DomainId, stop);

        // Announce the result. The message leaves only after this method has succeeded (in-memory outbox).
        await context.Publish(new DomainSized(run.Id, message.DomainId, size.Tools), stop);
    }
}
#endregion
