using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments;
using AgentScaler.Environments.Sessions;
using AgentScaler.Serving.Sessions;
using AgentScaler.Trajectories.Conversations;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AgentScaler.Serving.Mcp;

/// <summary>Gives each MCP session its own session of a domain's environment, with the domain's tools and a separate state.</summary>
internal sealed class McpEnvironments(EnvironmentSessions sessions)
{
    /// <summary>
    /// The header of the first response with the id of the environment session, under which gRPC shows and judges it. The client's program receives it, and
    /// the agent does not.
    /// </summary>
    public const string SessionHeader = "AgentScaler-Session";

    private static readonly string Version =
        typeof(McpEnvironments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>
    /// Opens the environment that the address names. <c>/mcp/DOMAIN</c> takes the newest run that has the domain, and <c>?run=ID</c> chooses another.
    /// <c>?task=ID</c> opens a session for this task.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The run, domain or task does not exist.</exception>
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
        options.Filters.Message.IncomingFilters.Add(next => (message, stop) =>
            message.JsonRpcMessage is JsonRpcRequest { Method: RequestMethods.ToolsCall } call && HasOtherArguments(call)
                ? throw new McpProtocolException("The arguments of a tool call are a JSON object.", McpErrorCode.InvalidParams)
                : next(message, stop));
        options.Handlers.CallToolHandler = async (request, stop) =>
        {
            var call = await sessions.CallAsync(opened.Run, opened.Id, null, request.Params!.Name, Arguments(request.Params.Arguments), stop);
            return Answer(call.Result!);
        };
    }

    private static bool HasOtherArguments(JsonRpcRequest call) =>
        call.Params is JsonObject given && given["arguments"] is not (null or JsonObject);

    private static Tool Describe(EnvironmentTool tool) => new()
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = tool.Parameters,
    };

    private static string Arguments(IDictionary<string, JsonElement>? arguments) => arguments is null ? "{}" : JsonSerializer.Serialize(arguments);

    /// <summary>Returns the text of the contract's tool message. An error is also marked as one.</summary>
    private static CallToolResult Answer(ToolResult result) => new()
    {
        IsError = !result.Ok,
        Content = [new TextContentBlock { Text = ToolMessages.Text(result) }],
    };
}
