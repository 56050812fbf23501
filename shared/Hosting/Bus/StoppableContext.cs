using MassTransit;
using MassTransit.Context;

namespace AgentScaler.Hosting.Bus;

/// <summary>A message's context with another cancellation token.</summary>
internal sealed class StoppableContext<T>(ConsumeContext<T> context, CancellationToken cancellationToken) : ConsumeContextProxy<T>(context)
    where T : class
{
    public override CancellationToken CancellationToken => cancellationToken;
}
