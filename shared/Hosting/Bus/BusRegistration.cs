using AgentScaler.Contracts;
using AgentScaler.Hosting.Telemetry;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AgentScaler.Hosting.Bus;

/// <summary>Registers the bus. The consumers are the same in memory and on RabbitMQ.</summary>
public static class BusRegistration
{
    /// <summary>Registers the bus with the consumers of the given services.</summary>
    public static IServiceCollection AddBus(
        this IServiceCollection services, IConfiguration configuration, params IReadOnlyList<Action<IBusRegistrationConfigurator>> consumers)
    {
        services.AddOptions<BusOptions>().Bind(configuration.GetSection(BusOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BusOptions>, BusOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<WorkInHand>();
        var transport = configuration.GetSection(BusOptions.Section).Get<BusOptions>() ?? new BusOptions();
        // A message published before its queue exists would be lost, so nothing starts before the bus has.
        services.AddOptions<MassTransitHostOptions>().Configure(options =>
        {
            options.WaitUntilStarted = true;
            options.StartTimeout = TimeSpan.FromMinutes(2);
            options.StopTimeout = TimeSpan.FromSeconds(25);
            options.ConsumerStopTimeout = TimeSpan.FromSeconds(20);
        });
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumeObserver<ConsumeTelemetry>();
            bus.SetKebabCaseEndpointNameFormatter();
            foreach (var add in consumers)
            {
                add(bus);
            }

            if (transport.UsesRabbitMq)
            {
                UseRabbitMq(bus);
            }
            else
            {
                bus.UsingInMemory((context, configurator) =>
                {
                    configurator.UseWorkFilters(context);
                    configurator.UseTelemetry();
                    configurator.LeaveOutInterfaces();
                    configurator.ConfigureEndpoints(context);
                });
            }
        });
        return services;
    }

    private static void UseRabbitMq(IBusRegistrationConfigurator bus)
    {
        bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
        {
            if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
            {
                foreach (var (argument, value) in BrokerTopology.ArgumentsOf(name, context.GetRequiredService<IOptions<BusOptions>>().Value.RabbitMq))
                {
                    queue.SetQueueArgument(argument, value);
                }

                var logger = context.GetRequiredService<ILogger<ForgottenConsumerFilter>>();
                queue.ConfigureChannel(channel => channel.UseFilter(new ForgottenConsumerFilter(name, logger)));
            }
        });
        bus.UsingRabbitMq((context, configurator) =>
        {
            configurator.Host(new Uri(context.GetRequiredService<IOptions<BusOptions>>().Value.RabbitMq.Uri!));
            configurator.UseWorkFilters(context);
            configurator.UseTelemetry();
            configurator.LeaveOutInterfaces();
            configurator.ConfigureEndpoints(context);
        });
    }

    /// <summary>Nobody subscribes to the interfaces of messages: they get no exchange of their own.</summary>
    private static void LeaveOutInterfaces(this IBusFactoryConfigurator configurator)
    {
        configurator.Publish<IWork>(topology => topology.Exclude = true);
        configurator.Publish<IEpisodeWork>(topology => topology.Exclude = true);
        configurator.Publish<Fault<IWork>>(topology => topology.Exclude = true);
        configurator.Publish<Fault<IEpisodeWork>>(topology => topology.Exclude = true);
    }

    /// <summary>Adds the filters around every consumer, the outermost first: work that waits for the same work is also stopped when its run ends.</summary>
    private static void UseWorkFilters(this IBusFactoryConfigurator configurator, IBusRegistrationContext context)
    {
        configurator.UseConsumeFilter(typeof(RunStopFilter<>), context);
        configurator.UseConsumeFilter(typeof(WorkInHandFilter<>), context);
    }
}
