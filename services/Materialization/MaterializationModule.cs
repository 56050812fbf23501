using AgentScaler.Hosting.Bus;
using AgentScaler.LanguageModels;
using AgentScaler.Materialization.Traffic;
using MassTransit;

namespace AgentScaler.Materialization;

/// <summary>The service's parts, the same in one process and in a cluster.</summary>
public static class MaterializationModule
{
    public static IServiceCollection AddMaterialization(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<DomainMaterializer>().AddSingleton<MaterializationStage>().AddSingleton<RunTraffic>()
            .AddSingleton(_ => new AuthorClients(ModelConnections.Create(), TimeProvider.System));

    public static void AddMaterializationConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(MaterializationModule).Assembly);
}
