using AgentScaler.Clustering.Endpoints;
using AgentScaler.Hosting.Bus;
using MassTransit;

namespace AgentScaler.Clustering;

/// <summary>Registers the parts of the service, the same in one process and in a cluster.</summary>
public static class ClusteringModule
{
    public static IServiceCollection AddClustering(this IServiceCollection services, IConfiguration configuration) =>
        services.AddHttpClient(ModelEndpoints.ClientName, client => client.Timeout = TimeSpan.FromMinutes(5)).Services
            .AddSingleton<ToolClusterer>().AddSingleton<ClusteringStage>();

    public static void AddClusteringConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(ClusteringModule).Assembly);
}
