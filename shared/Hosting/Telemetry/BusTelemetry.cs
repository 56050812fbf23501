using System.Diagnostics;
using AgentScaler.Contracts.Messages;
using MassTransit;
using MassTransit.Logging;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>Adds trace headers to messages beyond those that MassTransit sends.</summary>
internal static class BusTelemetry
{
    public static void UseTelemetry(this IBusFactoryConfigurator configurator) =>
        configurator.ConfigurePublish(publish => publish.UseExecute(Carry));

    /// <summary>
    /// Passes an unsampled trace on too, because the receiver would otherwise start a new one. An episode gets a trace of its own, linked to the span
    /// that requested it.
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
