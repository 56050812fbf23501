using AgentScaler.Filtering.Datasets;
using AgentScaler.Filtering.Endpoints;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Judging;
using MassTransit;

namespace AgentScaler.Filtering;

/// <summary>The funnel and the datasets that come out of it.</summary>
public static class FilteringModule
{
    public static IServiceCollection AddFiltering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TrajectoryJudge>();
        services.AddSingleton<DatasetBuilder>();
        services.AddSingleton<RealismMeasure>();
        return services;
    }

    /// <summary>What <see cref="MapFiltering"/> needs.</summary>
    public static IServiceCollection AddFilteringEndpoints(this IServiceCollection services) => services.AddGrpcDefaults();

    /// <summary>gRPC: the stream of accepted trajectories.</summary>
    public static void MapFiltering(this IEndpointRouteBuilder app) => app.MapGrpcService<TrajectoryGrpcService>();

    public static void AddFilteringConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(FilteringModule).Assembly);
}
