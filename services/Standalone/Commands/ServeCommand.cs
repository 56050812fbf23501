using System.CommandLine;
using AgentScaler.Gateway;
using AgentScaler.Hosting;
using AgentScaler.Standalone.Pipeline;

namespace AgentScaler.Standalone.Commands;

/// <summary>Every service in one process, with the gateway's HTTP interface.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var workspace = CommonOptions.Workspace();
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:8080", HelpName = "URL" };
        var command = new Command("serve", "Serves the gateway over HTTP, with every service in this process.") { workspace, urls };
        command.SetBody(async (result, cancellationToken) =>
        {
            var folder = result.GetValue(workspace)!;
            Directory.CreateDirectory(folder);
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Sqlite:Path"] = Path.GetFullPath(WorkspaceFiles.StoreOf(folder)),
            });
            builder.WebHost.UseUrls(result.GetValue(urls)!.Split(';'));
            builder.AddServiceDefaults("agentscaler", Modules.Consumers);
            builder.Services.AddModules(builder.Configuration);
            var app = builder.Build();
            app.MapServiceDefaults();
            app.MapGateway();
            await app.RunAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
