using System.CommandLine;
using System.Text.Json;
using AgentScaler.Filtering;
using AgentScaler.Gateway;
using AgentScaler.Gateway.Runs;
using AgentScaler.Hosting;
using AgentScaler.Hosting.Rpc;
using AgentScaler.Standalone.Configuration;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Training;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace AgentScaler.Standalone.Commands;

/// <summary>Every service in one process: gateway, dashboard, gRPC, MCP, and policies in OpenAI's form.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var workspace = CommonOptions.Workspace();
        var urls = new Option<string>("--urls")
        {
            Description = "Where HTTP is served; several are separated by ';'.",
            DefaultValueFactory = _ => "http://127.0.0.1:8080",
            HelpName = "URL"
        };
        var grpc = new Option<string>("--grpc-url")
        {
            Description = "Where gRPC is served: without TLS it needs a port of its own.",
            DefaultValueFactory = _ => "http://127.0.0.1:8081",
            HelpName = "URL"
        };
        var command = new Command("serve", "Serves the gateway, the dashboard, gRPC and MCP, with every service in this process.") { workspace, urls, grpc };
        command.SetBody(async (result, cancellationToken) =>
        {
            try
            {
                await using var app = Build(result.GetValue(workspace)!, result.GetValue(urls)!, result.GetValue(grpc)!);
                await app.StartAsync(cancellationToken);
                var error = result.InvocationConfiguration.Error;
                await error.WriteLineAsync($"serving {string.Join(", ", app.Urls)}; dashboard at /, HTTP API at /scalar, MCP at /mcp/DOMAIN. Ctrl-C ends.");
                await app.WaitForShutdownAsync(cancellationToken);
                return ExitCode.Done;
            }
            catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException or IOException)
            {
                throw CommandException.Usage(exception.Message);
            }
        });
        return command;
    }

    /// <summary>Builds the whole product in one process without starting it.</summary>
    public static WebApplication Build(string workspace, string urls, string grpcUrl)
    {
        Directory.CreateDirectory(workspace);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Sqlite:Path"] = Path.GetFullPath(WorkspaceFiles.StoreOf(workspace)),
            // HTTP/1.1 and HTTP/2 share a port under TLS only.
            ["Kestrel:Endpoints:Grpc:Url"] = grpcUrl,
            ["Kestrel:Endpoints:Grpc:Protocols"] = "Http2",
        };
        foreach (var (index, url) in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
        {
            settings[$"Kestrel:Endpoints:Http{index}:Url"] = url;
        }

        // One log line per request is too much by default.
        settings["Logging:LogLevel:Microsoft.AspNetCore"] = builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] ?? "Warning";
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddServiceDefaults("agentscaler", Modules.Consumers);
        builder.Services.AddModules(builder.Configuration);
        builder.Services.AddGatewayEndpoints(builder.Configuration).AddFilteringEndpoints().AddTrainingEndpoints();
        builder.Services.AddSingleton<OptionsCheck>(Check);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcDefaults();
        app.MapGateway();
        app.MapFiltering();
        app.MapTraining();
        return app;
    }

    private static void Check(IReadOnlyDictionary<string, JsonElement> sections)
    {
        try
        {
            StageSettings.Validate(sections);
        }
        catch (CommandException exception)
        {
            throw new OrderException($"options: {exception.Message}");
        }
    }
}
