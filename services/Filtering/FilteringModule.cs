using AgentScaler.Filtering.Consumers;
using AgentScaler.Filtering.Datasets;
using MassTransit;

namespace AgentScaler.Filtering;

/// <summary>The funnel and the datasets that come out of it.</summary>
public static class FilteringModule
{
    public static IServiceCollection AddFiltering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<EnvironmentCatalog>();
        services.AddSingleton<TrajectoryJudge>();
        services.AddSingleton<DatasetBuilder>();
        services.AddSingleton<RealismMeasure>();
        return services;
    }

    public static void AddFilteringConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<TrajectoryRecordedConsumer, TrajectoryRecordedConsumerDefinition>();
        bus.AddConsumer<DatasetRequestedConsumer, DatasetRequestedConsumerDefinition>();
    }
}
