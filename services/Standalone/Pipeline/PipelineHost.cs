using System.Globalization;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Stores;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.Rollout;
using MassTransit;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>Hosts all services in this process, with the bus in memory and the store in the workspace.</summary>
internal static class PipelineHost
{
    /// <param name="episodes">Number of concurrent episodes that the requested work needs.</param>
    /// <param name="consumers">Consumers in addition to those of the services.</param>
    public static IHost Build(string workspace, bool verbose, int episodes, params IReadOnlyList<Action<IBusRegistrationConfigurator>> consumers)
    {
        Directory.CreateDirectory(workspace);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bus:Transport"] = "memory",
            ["Storage:Provider"] = "sqlite",
            ["Storage:Sqlite:Path"] = Path.Combine(Path.GetFullPath(workspace), WorkspaceFiles.Store),
            ["Gateway:CheckEvery"] = "00:00:00.050",
            // A bus in memory loses messages only when the process ends, and then the next start publishes them again.
            ["Gateway:SweepAfter"] = "01:00:00",
            ["Gateway:ResumeRuns"] = "false",
            // Any earlier holder of a job was a process that has ended, so a lease can expire sooner than between machines.
            ["Training:Lease"] = "00:00:10",
            // Twice the number of concurrent units keeps the one worker busy between two checks. The bus in memory needs no more.
            ["Gateway:PublishAhead"] = Math.Max(2000, 2 * episodes).ToString(CultureInfo.InvariantCulture),
        });
        if (episodes > new RolloutWorkerOptions().Slots)
        {
            // This process is the only worker, so it must accept as many units as its one run may process at once.
            builder.Configuration["Rollout:Slots"] = episodes.ToString(CultureInfo.InvariantCulture);
        }

        if (verbose)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options =>
                options.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddBus(builder.Configuration, [.. Modules.Consumers, .. consumers]);
        builder.Services.AddTelemetry(builder.Configuration, "agentscaler");
        builder.Services.AddModules(builder.Configuration);
        return builder.Build();
    }
}
