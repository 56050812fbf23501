using AgentScaler.Clustering;
using AgentScaler.Collection;
using AgentScaler.Filtering;
using AgentScaler.Gateway;
using AgentScaler.Materialization;
using AgentScaler.Rollout;
using AgentScaler.Tasks;
using AgentScaler.Training;
using MassTransit;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>Registers all services in one process.</summary>
internal static class Modules
{
    public static IReadOnlyList<Action<IBusRegistrationConfigurator>> Consumers { get; } =
    [
        bus => bus.AddCollectionConsumers(),
        bus => bus.AddClusteringConsumers(),
        bus => bus.AddMaterializationConsumers(),
        bus => bus.AddTasksConsumers(),
        bus => bus.AddRolloutConsumers(),
        bus => bus.AddFilteringConsumers(),
        bus => bus.AddTrainingConsumers(),
        bus => bus.AddGatewayConsumers(),
    ];

    public static IServiceCollection AddModules(this IServiceCollection services, IConfiguration configuration) => services
        .AddCollection(configuration)
        .AddClustering(configuration)
        .AddMaterialization(configuration)
        .AddTasks(configuration)
        .AddRollout(configuration)
        .AddFiltering(configuration)
        .AddTraining(configuration)
        .AddGateway(configuration);
}
