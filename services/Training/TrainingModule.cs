using AgentScaler.Training.Consumers;
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
        services.AddSingleton<IPolicyGenerator>(provider => new PolicyLibrary(provider.GetRequiredService<CheckpointStore>(), options.PolicySlots, options.PolicyThreads));
        if (options.TakesJobs) services.AddHostedService<TrainingWorker>();
        // Not tagged ready: a service without the engine still accepts jobs for the external one.
        services.AddHealthChecks().AddCheck<TorchHealthCheck>("embedded-engine", tags: ["engine"]);
        return services;
    }

    public static void AddTrainingConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<TrainingRequestedConsumer, TrainingRequestedConsumerDefinition>();

    private static TrainingServiceOptions OptionsOf(IConfiguration configuration)
    {
        var options = new TrainingServiceOptions
        {
            // On one machine the folder survives its worker; behind a broker the next worker may be another machine.
            ShareResumePoints = !string.Equals(configuration["Bus:Transport"] ?? "memory", "memory", StringComparison.OrdinalIgnoreCase),
        };
        configuration.GetSection("Training").Bind(options);
        options.Folder ??= configuration["Storage:Sqlite:Path"] is { Length: > 0 } database
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, "training")
            : Path.Combine(Path.GetTempPath(), "agentscaler-training");
        return options;
    }
}
