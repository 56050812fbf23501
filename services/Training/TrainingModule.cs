using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Training.Endpoints;
using AgentScaler.Training.Jobs;
using AgentScaler.Training.Policies;
using AgentScaler.Training.Scale;
using AgentScaler.Trajectories.Policies;
using MassTransit;

namespace AgentScaler.Training;

/// <summary>Training jobs, and policies in this process.</summary>
public static class TrainingModule
{
    public static IServiceCollection AddTraining(this IServiceCollection services, IConfiguration configuration)
    {
        var options = OptionsOf(configuration);
        services.AddSingleton(options);
        services.AddSingleton<CheckpointStore>();
        services.AddSingleton<TrainingJobs>();
        services.AddSingleton<TrainingJobRunner>();
        services.AddSingleton<ExternalEngine>();
        services.AddSingleton<IPolicyGenerator>(provider =>
            new PolicyLibrary(provider.GetRequiredService<CheckpointStore>(), options.PolicySlots, options.PolicyThreads));
        if (options.TakesJobs)
        {
            services.AddHostedService<TrainingWorker>();
        }
        // Not tagged ready: a service without the engine still accepts jobs for the external one.
        services.AddHealthChecks().AddCheck<TorchHealthCheck>("embedded-engine", tags: ["engine"]);
        return services;
    }

    public static void AddTrainingConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(TrainingModule).Assembly);

    /// <summary>Registers the services that <see cref="MapTraining"/> needs.</summary>
    public static IServiceCollection AddTrainingEndpoints(this IServiceCollection services)
    {
        services.AddGrpcDefaults();
        return services;
    }

    /// <summary>Maps gRPC for training and policies, and OpenAI's <c>/v1/chat/completions</c> and <c>/v1/models</c>.</summary>
    public static void MapTraining(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<PolicyGrpcService>();
        app.MapGrpcService<TrainingGrpcService>();
        app.MapPost("/v1/chat/completions", ChatCompletions.CompleteAsync);
        app.MapGet("/v1/models", ModelList.ListAsync);
        app.MapGet("/v1/models/{**model}", ModelList.GetAsync);
    }

    private static TrainingServiceOptions OptionsOf(IConfiguration configuration)
    {
        var options = new TrainingServiceOptions
        {
            // On one machine the folder survives its worker; behind a broker the next worker may be another machine.
            ShareResumePoints = !string.Equals(configuration["Bus:Transport"] ?? "memory", "memory", StringComparison.OrdinalIgnoreCase),
        };
        configuration.GetSection(TrainingServiceOptions.Section).Bind(options);
        options.Folder ??= configuration["Storage:Sqlite:Path"] is { Length: > 0 } database
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "training")
            : Path.Combine(Path.GetTempPath(), "agentscaler-training");
        return options;
    }
}
