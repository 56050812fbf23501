using AgentScaler.Contracts.Messages;
using MassTransit;

namespace AgentScaler.Journeys.Tests;

/// <summary>Publishes every message of the pipeline a second time, at some later time, so that the second come out of order.</summary>
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
    private static int _echoed;

    private static long _largest;

    public static int Echoed => _echoed;

    /// <summary>Bytes of the largest message seen, with its envelope.</summary>
    public static long LargestBody => _largest;

    public static void Register(IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<EchoConsumer>().Endpoint(endpoint => (endpoint.PrefetchCount, endpoint.ConcurrentMessageLimit) = (256, 256));

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
        _largest = Math.Max(_largest, context.ReceiveContext.Body.Length ?? 0);
        // The echo of an echoed message's consequences is an echo too, else a chain would double without end.
        if (!context.Headers.TryGetHeader(Mark, out _))
        {
            Interlocked.Increment(ref _echoed);
            await Task.Delay(Random.Shared.Next(0, 500), context.CancellationToken);
            await context.Publish(context.Message, publish => publish.Headers.Set(Mark, true), context.CancellationToken);
        }
    }
}
