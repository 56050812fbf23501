using AgentScaler.Hosting.Rpc;
using AgentScaler.Judging;
using AgentScaler.Serving.Rpc;
using AgentScaler.Serving.Mcp;
using AgentScaler.Serving.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;

namespace AgentScaler.Serving;

/// <summary>Registers and maps live environments, with one kind of session over gRPC and MCP.</summary>
public static class ServingModule
{
    /// <summary>Registers the sessions, and <c>EnvironmentService</c> for <see cref="MapEnvironmentService"/>.</summary>
    public static IServiceCollection AddServing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ServingOptions>()
            .Configure(options => Earlier(options, configuration))
            .Bind(configuration.GetSection(ServingOptions.Section))
            .Validate(options => options.Sessions >= 1, "Serving__Sessions must be at least 1.")
            .Validate(options => options.Idle > TimeSpan.Zero, "Serving__Idle must be longer than nothing.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TrajectoryJudge>();
        services.AddSingleton<RunChoice>();
        services.AddSingleton<SessionMemory>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionJudge>();
        services.AddSingleton<EnvironmentSessions>();
        return services.AddGrpcDefaults();
    }

    /// <summary>Registers the MCP servers for <see cref="MapEnvironmentTools"/>, in addition to <see cref="AddServing"/>.</summary>
    public static IServiceCollection AddEnvironmentTools(this IServiceCollection services)
    {
        services.AddSingleton<McpEnvironments>();
        services.AddMcpServer().WithHttpTransport();
        services.AddOptions<HttpServerTransportOptions>().Configure<McpEnvironments, IOptions<ServingOptions>>((mcp, environments, serving) =>
        {
            // An environment needs a session. The protocol's newest revision has none, so clients use the revision before it.
            mcp.SessionMode = HttpServerSessionMode.Stateful;
            mcp.ConfigureSessionOptions = environments.ConfigureAsync;
#pragma warning disable MCP9006 // Advises against sessions at all.
            mcp.IdleTimeout = serving.Value.Idle;
            mcp.MaxIdleSessionCount = serving.Value.Sessions;
#pragma warning restore MCP9006
        });
        return services;
    }

    /// <summary>Maps the gRPC service <c>EnvironmentService</c>.</summary>
    public static void MapEnvironmentService(this IEndpointRouteBuilder app) => app.MapGrpcService<EnvironmentGrpcService>();

    /// <summary>Maps one MCP server per domain, at <c>/mcp/DOMAIN</c>.</summary>
    public static void MapEnvironmentTools(this IEndpointRouteBuilder app) => app.MapMcp("/mcp/{domain}");

    /// <summary>The earlier names of these settings, from the time when only MCP had them.</summary>
    private static void Earlier(ServingOptions options, IConfiguration configuration)
    {
        options.Idle = configuration.GetValue("Gateway:McpIdle", options.Idle);
        options.Sessions = configuration.GetValue("Gateway:McpSessions", options.Sessions);
    }
}
