using System.Globalization;
using AgentScaler.Hosting.Bus;
using AgentScaler.Hosting.Stores;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.Rollout;
using MassTransit;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>All services in this process: bus in memory, store in the workspace.</summary>
internal static class PipelineHost
{
    /// <param name="episodes">Episodes in flight that the work to come asks for.</param>
    /// <param name="consumers">Consumers beside those of the services.</param>
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
            // Nothing is lost on a bus in memory but with the process, and then the next start publishes it again.
            ["Gateway:SweepAfter"] = "01:00:00",
            ["Gateway:ResumeRuns"] = "false",
            // Who held a job before this process did is dead; the next start need not wait as long as another machine would.
            ["Training:Lease"] = "00:00:10",
            // Twice what may be in flight keeps the one worker busy between two looks; the bus in memory holds no more.
            ["Gateway:PublishAhead"] = Math.Max(2000, 2 * episodes).ToString(CultureInfo.InvariantCulture),
        });
        if (episodes > new RolloutWorkerOptions().Slots)
        {
            // This process is the only worker: it must take on as much as its one run may have in flight.
            builder.Configuration["Rollout:Slots"] = episodes.ToString(CultureInfo.InvariantCulture);
        }

        if (verbose)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddBus(builder.Configuration, [.. Modules.Consumers, .. consumers]);
        builder.Services.AddTelemetry(builder.Configuration, "agentscaler");
        builder.Services.AddModules(builder.Configuration);
        return builder.Build();
    }
}
