using AgentScaler.Gateway.Consumers;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Orchestration.Stages;
using AgentScaler.Gateway.Reports;
using MassTransit;

namespace AgentScaler.Gateway;

/// <summary>Runs: start, watch, cancel, report.</summary>
public static class GatewayModule
{
    public static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CoordinatorOptions>().Bind(configuration.GetSection(CoordinatorOptions.Section)).ValidateOnStart();
        services.AddSingleton<StageQueries>();
        services.AddSingleton<IStageDriver, CollectDriver>();
        services.AddSingleton<IStageDriver, ClusterDriver>();
        services.AddSingleton<IStageDriver, MaterializeDriver>();
        services.AddSingleton<IStageDriver, TasksDriver>();
        services.AddSingleton<IStageDriver, RolloutDriver>();
        services.AddSingleton<IStageDriver, FilterDriver>();
        services.AddSingleton<IStageDriver, TrainDriver>();
        services.AddSingleton<IStageDriver, EvaluateDriver>();
        services.AddSingleton<EvaluationPlanner>();
        services.AddSingleton<EvaluationEstimate>();
        services.AddSingleton<ReportBuilder>();
        services.AddProblemDetails();
        services.AddOpenApi();
        services.AddSingleton<RunPlanner>();
        services.AddSingleton<RunCoordinator>();
        services.AddHostedService<CoordinatorService>();
        return services;
    }

    public static void AddGatewayConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<TasksGeneratedConsumer, TasksGeneratedConsumerDefinition>();
        bus.AddConsumer<DeadWorkConsumer, DeadWorkConsumerDefinition>();
        bus.AddConsumer<EvaluationRequestedConsumer, EvaluationRequestedConsumerDefinition>();
    }
}
