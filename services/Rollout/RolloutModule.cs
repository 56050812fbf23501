using AgentScaler.Contracts.Policy.V1;
using AgentScaler.Hosting.Bus;
using AgentScaler.LanguageModels;
using AgentScaler.Rollout.Policies;
using AgentScaler.Trajectories.Policies;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentScaler.Rollout;

/// <summary>The rollout service.</summary>
public static class RolloutModule
{
    public static IServiceCollection AddRollout(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RolloutWorkerOptions>().Bind(configuration.GetSection(RolloutWorkerOptions.Section))
            .Validate(o => o.Slots is >= 1 and <= 100_000, "Rollout__Slots must be 1 to 100000.")
            .Validate(o => string.IsNullOrEmpty(o.PolicyAddress)
                || Uri.TryCreate(o.PolicyAddress, UriKind.Absolute, out _), "Rollout__PolicyAddress must be an http or https address.")
            .ValidateOnStart();
        if (configuration["Rollout:PolicyAddress"] is { Length: > 0 } address)
        {
            services.AddGrpcClient<PolicyService.PolicyServiceClient>(client => client.Address = new Uri(address));
            services.TryAddSingleton<IPolicyGenerator, RemotePolicyGenerator>();
        }

        services.AddSingleton<EpisodeRunner>();
        services.AddSingleton<EpisodeGate>();
        services.AddSingleton(provider => new EpisodeFactory(ModelConnections.Create(), TimeProvider.System, provider.GetService<IPolicyGenerator>()));
        return services;
    }

    public static void AddRolloutConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(RolloutModule).Assembly);
}
