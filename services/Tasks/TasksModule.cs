using AgentScaler.Hosting.Bus;
using AgentScaler.LanguageModels;
using AgentScaler.Tasks.Rewriting;
using MassTransit;

namespace AgentScaler.Tasks;

/// <summary>The service's parts, the same in one process and in a cluster.</summary>
public static class TasksModule
{
    public static IServiceCollection AddTasks(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<TaskGenerator>().AddSingleton(_ => new IntentAuthors(new AuthorClients(ModelConnections.Create(), TimeProvider.System)));

    public static void AddTasksConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(TasksModule).Assembly);
}
