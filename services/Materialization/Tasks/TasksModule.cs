using AgentScaler.Materialization.Tasks.Consumers;
using AgentScaler.Materialization.Tasks.Rewriting;
using MassTransit;

namespace AgentScaler.Materialization.Tasks;

/// <summary>The tasks stage, hosted by the materialization service.</summary>
public static class TasksModule
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services.AddSingleton<TaskGenerator>().AddSingleton<IntentAuthors>();

    public static void AddTasksConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<DomainMaterializedConsumer, DomainMaterializedConsumerDefinition>();
}
