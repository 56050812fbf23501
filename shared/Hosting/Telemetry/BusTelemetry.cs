using System.Diagnostics;
using AgentScaler.Contracts.Messages;
using MassTransit;
using MassTransit.Logging;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>What messages carry of a trace beside what MassTransit sends by itself.</summary>
internal static class BusTelemetry
{
    public static void UseTelemetry(this IBusFactoryConfigurator configurator) =>
        configurator.ConfigurePublish(publish => publish.UseExecute(Carry));

    /// <summary>
    /// A trace that is not sampled is named too, or the receiver would begin a new one; and an episode's trace is its own,
    /// linked to what asked for it.
    /// </summary>
    private static void Carry(PublishContext context)
    {
        if (Activity.Current is not { Id: { } id } current)
        {
            return;
        }

        if (!current.Recorded)
        {
            context.Headers.Set(DiagnosticHeaders.ActivityId, id);
        }
        else if (context is PublishContext<RolloutRequested>)
        {
            context.Headers.Set(DiagnosticHeaders.ActivityId, id);
            context.Headers.Set(DiagnosticHeaders.ActivityPropagation, "Link");
        }
    }
}
