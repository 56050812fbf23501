using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Never does the same work beside itself. Work that has not moved for a while is published again although it may only be slow, and a broker
/// delivers again what a lost connection had in hand; a free slot would then play the same episode or have the same domain authored a second
/// time, by a model that is paid for. The second waits for the first and finds its result.
/// </summary>
internal sealed class WorkInHandFilter<T>(WorkInHand inHand) : IFilter<ConsumeContext<T>>
    where T : class
{
    private static readonly bool IsWork = WorkQueues.Messages.Contains(typeof(T));

    public Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next) => IsWork
        ? inHand.AloneAsync(context.ReceiveContext.InputAddress, context.Message, () => next.Send(context), context.CancellationToken)
        : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("workInHand");
}
