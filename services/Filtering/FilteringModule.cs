using AgentScaler.Filtering.Datasets;
using AgentScaler.Filtering.Endpoints;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Judging;
using MassTransit;

namespace AgentScaler.Filtering;

/// <summary>Registers the service that judges trajectories and builds datasets.</summary>
public static class FilteringModule
{
    public static IServiceCollection AddFiltering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TrajectoryJudge>();
        services.AddSingleton<DatasetBuilder>();
        services.AddSingleton<RealismMeasure>();
        return services;
    }

    /// <summary>Registers the services that <see cref="MapFiltering"/> uses.</summary>
    public static IServiceCollection AddFilteringEndpoints(this IServiceCollection services) => services.AddGrpcDefaults();

    /// <summary>Maps the gRPC service that streams accepted trajectories.</summary>
    public static void MapFiltering(this IEndpointRouteBuilder app) => app.MapGrpcService<TrajectoryGrpcService>();

    public static void AddFilteringConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(FilteringModule).Assembly);
}
