using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Keeps this process from doing the same work twice at the same time. Work that seems stuck is published again although it may only be slow, and a
/// broker redelivers what a lost connection was working on. Without this filter a free slot would play the same episode, or pay a model for the
/// same domain, a second time. The second message waits for the first and then finds its result.
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
