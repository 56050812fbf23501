using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Hosting.Tests.Samples;

#region sample
public static class SizeModule
{
    public static IServiceCollection AddSizes(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<SizeStage>();

    public static void AddSizeConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<SizeConsumer, SizeConsumerDefinition>();
}
#endregion
