using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Health;
using AgentScaler.Hosting.Stores;
using AgentScaler.Hosting.Telemetry;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Hosting;

/// <summary>Registers the parts that every service has: store, bus, telemetry, health.</summary>
public static class ServiceDefaults
{
    /// <param name="service">The service's name in traces, for example <c>agentscaler-collection</c>.</param>
    public static WebApplicationBuilder AddServiceDefaults(
        this WebApplicationBuilder builder, string service, params IReadOnlyList<Action<IBusRegistrationConfigurator>> consumers)
    {
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddHostedService<BrokerTopology>();
        builder.Services.AddBus(builder.Configuration, consumers);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PresenceService>(provider, service));
        builder.Services.AddTelemetry(builder.Configuration, service);
        builder.Services.AddHealthChecks().AddCheck<StoreHealthCheck>("store", tags: ["ready"]);
        return builder;
    }

    /// <summary>
    /// Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (store and bus answer too), and lets no request delay the end of the
    /// service. Call this before anything else is mapped.
    /// </summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseMiddleware<RequestDrain>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        return app;
    }
}
