using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Standalone;
using AgentScaler.Standalone.Commands;
using Microsoft.AspNetCore.Builder;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary><c>serve</c> in this process on free ports, with a store of its own.</summary>
public sealed class ServedStack : IAsyncLifetime
{
    private readonly Journey _journey = new();
    private WebApplication _app = null!;

    /// <summary>Where HTTP is served.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Where gRPC is served.</summary>
    public string GrpcUrl { get; private set; } = "";

    public HttpClient Http { get; private set; } = null!;

    public string Configuration => _journey.Configuration;

    public string Place(string name) => _journey.Place(name);

    public async ValueTask InitializeAsync()
    {
        _app = ServeCommand.Build(_journey.Workspace, "http://127.0.0.1:0", "http://127.0.0.1:0");
        await _app.StartAsync();
        (GrpcUrl, Url) = (_app.Urls.First(), _app.Urls.Last());
        Http = new HttpClient { BaseAddress = new Uri(Url) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _journey.Dispose();
    }

    /// <summary>One command line against this gateway.</summary>
    public async Task<CommandOutcome> CommandAsync(IEnumerable<string> args, CancellationToken cancellationToken)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await CommandLine.InvokeAsync([.. args, "--gateway", Url], output, error, cancellationToken);
        return new CommandOutcome(exit, output.ToString(), error.ToString());
    }

    /// <summary>A configuration file: the small one with one stage's section replaced.</summary>
    public string ConfigurationWith(string name, string section)
    {
        var configuration = JsonNode.Parse(Journey.SmallConfiguration)!.AsObject();
        configuration[name] = JsonNode.Parse(section);
        var file = _journey.Place(Guid.NewGuid().ToString("N") + ".json");
        File.WriteAllText(file, configuration.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return file;
    }
}
