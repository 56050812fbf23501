using AgentScaler.Gateway.Api;
using AgentScaler.Gateway.Consumers;
using AgentScaler.Gateway.Dashboard;
using AgentScaler.Gateway.Evaluation;
using AgentScaler.Gateway.Files;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Gateway.Reports;
using AgentScaler.Gateway.Runs;
using AgentScaler.Gateway.Security;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Pipeline;
using AgentScaler.Serving;
using MassTransit;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway;

/// <summary>Registers the gateway: it starts, watches, cancels and reports runs.</summary>
public static class GatewayModule
{
    public static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CoordinatorOptions>().Bind(configuration.GetSection(CoordinatorOptions.Section))
            .Validate(options => options.PublishAhead >= 1, "Gateway__PublishAhead must be at least 1.").ValidateOnStart();
        services.AddSingleton<StageQueries>();
        services.AddSingleton(PipelineStages.All);
        services.AddSingleton<DeadWork>();
        services.AddSingleton<ServiceWatch>();
        foreach (var driver in typeof(GatewayModule).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IStageDriver))))
        {
            services.AddSingleton(typeof(IStageDriver), driver);
        }

        services.AddSingleton<EvaluationPlanner>();
        services.AddSingleton<EvaluationEstimate>();
        services.AddSingleton<ReportBuilder>();
        services.AddSingleton<RunPlanner>();
        services.AddSingleton<RunCoordinator>();
        services.AddHostedService<CoordinatorService>();
        services.AddHostedService<RetentionService>();
        return services;
    }

    /// <summary>Registers the services that <see cref="GatewayEndpoints.MapGateway"/> uses.</summary>
    public static IServiceCollection AddGatewayEndpoints(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GatewayOptions>().Bind(configuration.GetSection(GatewayOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<GatewayOptions>>().Value);
        services.AddSingleton<RunIntake>();
        services.AddSingleton<RunLauncher>();
        services.AddSingleton<RunWatcher>();
        services.AddSingleton<RunFiles>();
        services.AddSingleton<FileDigests>();
        services.AddSingleton<DashboardPage>();
        services.ConfigureHttpJsonOptions(json => ContractForm.Apply(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        // The client learns in every environment why its request cannot be read, because only it can correct the request.
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddOptions<KestrelServerOptions>().Configure<GatewayOptions>((kestrel, gateway) => kestrel.Limits.MaxRequestBodySize = gateway.RequestBytes);
        services.AddRequestRate();
        services.AddHostedService<OpenAddressGuard>();
        services.AddOpenApi();
        services.AddGrpcDefaults();
        return services.AddServing(configuration).AddEnvironmentTools();
    }

    public static void AddGatewayConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddWork(typeof(GatewayModule).Assembly);
        bus.AddDeadWorkConsumers(PipelineStages.All);
    }

    /// <summary>Adds the consumers that write down what became of work that failed for good: two for each message of work.</summary>
    internal static void AddDeadWorkConsumers(this IBusRegistrationConfigurator bus, StageCatalog stages)
    {
        foreach (var message in stages.Messages)
        {
            bus.AddConsumer(typeof(DeadWorkConsumer<>).MakeGenericType(message), typeof(DeadWorkConsumerDefinition<>).MakeGenericType(message));
            bus.AddConsumer(typeof(DeadLetterConsumer<>).MakeGenericType(message), typeof(DeadLetterConsumerDefinition<>).MakeGenericType(message));
        }
    }
}
