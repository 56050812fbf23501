using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Gateway.Api;
using AgentScaler.Hosting;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Trajectories.Conversations;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AgentScaler.Gateway.Mcp;

/// <summary>Gives each MCP session its own session of a domain's environment, with the domain's tools and a separate state.</summary>
internal sealed class McpSessions(EnvironmentCache environments, RunRepository runs)
{
    /// <summary>
    /// Opens the environment that the address names. <c>/mcp/DOMAIN</c> takes the newest run that has the domain, and <c>?run=ID</c> chooses another.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No run has the domain.</exception>
    public async Task ConfigureAsync(HttpContext http, McpServerOptions options, CancellationToken cancellationToken)
    {
        var domain = (string)http.Request.RouteValues["domain"]!;
        var run = await RunOfAsync(domain, http.Request.Query["run"].FirstOrDefault(), cancellationToken);
        var environment = await environments.GetAsync(run, domain, cancellationToken);
        var session = environment.Open();
        var tools = environment.Definition.Tools.Select(Describe).ToList();
        var turn = new SemaphoreSlim(1, 1);
        options.ServerInfo = new Implementation { Name = $"agentscaler-{domain}", Version = ProductVersion.Text };
        options.ServerInstructions = environment.Definition.Policy;
        options.Handlers.ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = tools });
        options.Handlers.CallToolHandler = async (request, stop) =>
        {
            // Only one call at a time may use a session.
            await turn.WaitAsync(stop);
            try
            {
                return Answer(session.Call(request.Params!.Name, Arguments(request.Params.Arguments)));
            }
            finally
            {
                turn.Release();
            }
        };
    }

    private async Task<string> RunOfAsync(string domain, string? run, CancellationToken cancellationToken)
    {
        if (run is not null)
        {
            await RunEndpoints.FindAsync(runs, run, cancellationToken);
            return await environments.HasAsync(run, domain, cancellationToken)
                ? run
                : throw new KeyNotFoundException($"Run '{run}' has no materialized domain '{domain}'; GET /api/v1/domains?run={run} lists its domains.");
        }

        var newest = await runs.NewestAsync(candidate => environments.HasAsync(candidate.Id, domain, cancellationToken), cancellationToken);
        return newest?.Id ?? throw new KeyNotFoundException($"No run has a materialized domain '{domain}'; GET /api/v1/domains lists them.");
    }

    private static Tool Describe(EnvironmentTool tool) => new()
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = tool.Parameters,
    };

    private static Value Arguments(IDictionary<string, JsonElement>? arguments) => arguments is null
        ? Value.Object()
        : Value.Parse(JsonSerializer.Serialize(arguments));

    /// <summary>Returns the text of the contract's tool message. An error is also marked as one.</summary>
    private static CallToolResult Answer(ToolResult result) => new()
    {
        IsError = !result.Ok,
        Content = [new TextContentBlock { Text = ToolMessages.Text(result) }],
    };
}
