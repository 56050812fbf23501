using System.Reflection;
using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Serving.Sessions;
using AgentScaler.Trajectories.Conversations;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AgentScaler.Serving.Mcp;

/// <summary>Makes each MCP session one session of a domain's environment: its tools are the domain's, its state its own.</summary>
internal sealed class McpEnvironments(EnvironmentSessions sessions)
{
    /// <summary>
    /// The header of the first response that names the environment session, by which gRPC shows and judges it. It goes to the
    /// client's program and not to the agent.
    /// </summary>
    public const string SessionHeader = "AgentScaler-Session";

    private static readonly string Version = typeof(McpEnvironments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>
    /// Opens the environment that the address names: <c>/mcp/DOMAIN</c>, of the newest run that has it, or of <c>?run=ID</c>; with
    /// <c>?task=ID</c> about this task.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such run, domain or task.</exception>
    public async Task ConfigureAsync(HttpContext http, McpServerOptions options, CancellationToken cancellationToken)
    {
        string Asked(string name) => http.Request.Query[name].FirstOrDefault() ?? "";
        var opened = await sessions.OpenAsync(Asked("run"), (string)http.Request.RouteValues["domain"]!, Asked("task"), cancellationToken);
        var definition = opened.Environment.Definition;
        var tools = definition.Tools.Select(Describe).ToList();
        http.Response.Headers[SessionHeader] = opened.Id;
        options.ServerInfo = new Implementation { Name = $"agentscaler-{opened.Domain}", Version = Version };
        options.ServerInstructions = definition.Policy;
        options.Handlers.ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = tools });
        options.Handlers.CallToolHandler = async (request, stop) =>
        {
            var call = await sessions.CallAsync(opened.Run, opened.Id, null, request.Params!.Name, Arguments(request.Params.Arguments), stop);
            return Answer(call.Result!);
        };
    }

    private static Tool Describe(EnvironmentTool tool) => new()
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = tool.Parameters,
    };

    private static string Arguments(IDictionary<string, JsonElement>? arguments) => arguments is null ? "{}" : JsonSerializer.Serialize(arguments);

    /// <summary>The text of the contract's tool message; an error is marked as one.</summary>
    private static CallToolResult Answer(ToolResult result) => new()
    {
        IsError = !result.Ok,
        Content = [new TextContentBlock { Text = ToolMessages.Text(result) }],
    };
}
