using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Journeys.Tests;

/// <summary>Publishes every message of the pipeline a second time.</summary>
public sealed class EchoConsumer :
    IConsumer<PipelineRequested>,
    IConsumer<ScenariosCollected>,
    IConsumer<DomainDiscovered>,
    IConsumer<DomainMaterialized>,
    IConsumer<TasksGenerated>,
    IConsumer<RolloutRequested>,
    IConsumer<TrajectoryRecorded>,
    IConsumer<DatasetRequested>
{
    private const string Mark = "echo";
    private static int echoed;

    public static int Echoed => echoed;

    public static void Register(IBusRegistrationConfigurator bus) => bus.AddConsumer<EchoConsumer>();

    public Task Consume(ConsumeContext<PipelineRequested> context) => EchoAsync(context);

    public Task Consume(ConsumeContext<ScenariosCollected> context) => EchoAsync(context);

    public Task Consume(ConsumeContext<DomainDiscovered> context) => EchoAsync(context);

    public Task Consume(ConsumeContext<DomainMaterialized> context) => EchoAsync(context);

    public Task Consume(ConsumeContext<TasksGenerated> context) => EchoAsync(context);

    public Task Consume(ConsumeContext<RolloutRequested> context) => EchoAsync(context);

    public Task Consume(ConsumeContext<TrajectoryRecorded> context) => EchoAsync(context);

    public Task Consume(ConsumeContext<DatasetRequested> context) => EchoAsync(context);

    private static async Task EchoAsync<T>(ConsumeContext<T> context)
        where T : class
    {
        // The echo of an echoed message's consequences is an echo too, else a chain would double without end.
        if (!context.Headers.TryGetHeader(Mark, out _))
        {
            Interlocked.Increment(ref echoed);
            await context.Publish(context.Message, publish => publish.Headers.Set(Mark, true), context.CancellationToken);
        }
    }
}
