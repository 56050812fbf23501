using AgentScaler.Pipeline.Runs;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>Cancels the work of a message when its run ends. The message is then acknowledged, as if it had arrived after the end.</summary>
internal sealed class RunStopFilter<T>(RunStops stops) : IFilter<ConsumeContext<T>>
    where T : class
{
    private static readonly Func<T, string>? RunOf =
        typeof(T).GetProperty("RunId", typeof(string))?.GetMethod is { } getter ? getter.CreateDelegate<Func<T, string>>() : null;

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        if (RunOf is null)
        {
            await next.Send(context);
            return;
        }

        using var work = stops.Begin(RunOf(context.Message));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, work.Ended);
        try
        {
            await next.Send(new StoppableContext<T>(context, stop.Token));
        }
        catch (OperationCanceledException) when (work.Ended.IsCancellationRequested)
        {
            // The result is no longer wanted.
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("runStop");
}
