using AgentScaler.Clustering;
using AgentScaler.Gateway;
using MassTransit;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>Every service, in one process.</summary>
internal static class Modules
{
    public static IReadOnlyList<Action<IBusRegistrationConfigurator>> Consumers { get; } =
    [
        bus => bus.AddClusteringConsumers(),
        bus => bus.AddGatewayConsumers(),
    ];

    public static IServiceCollection AddModules(this IServiceCollection services, IConfiguration configuration) => services
        .AddClustering(configuration)
        .AddGateway(configuration);
}
