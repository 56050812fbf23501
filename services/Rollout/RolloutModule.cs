using AgentScaler.LanguageModels;
using AgentScaler.Rollout.Consumers;
using AgentScaler.Trajectories.Policies;
using MassTransit;

namespace AgentScaler.Rollout;

/// <summary>The rollout service.</summary>
public static class RolloutModule
{
    public static IServiceCollection AddRollout(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RolloutWorkerOptions>().Bind(configuration.GetSection("Rollout"))
            .Validate(o => o.Slots is >= 1 and <= 100_000, "Rollout:Slots must be 1 to 100000.").ValidateOnStart();
        services.AddSingleton<EpisodeRunner>();
        services.AddSingleton<EpisodeGate>();
        services.AddSingleton(provider => new EpisodeFactory(ModelConnections.Create(), TimeProvider.System, provider.GetService<IPolicyGenerator>()));
        return services;
    }

    public static void AddRolloutConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<RolloutRequestedConsumer, RolloutRequestedConsumerDefinition>();
}
