using AgentScaler.Gateway.Api;
using AgentScaler.Gateway.Dashboard;
using AgentScaler.Gateway.Rpc;
using AgentScaler.Gateway.Security;
using AgentScaler.Serving;
using Scalar.AspNetCore;

namespace AgentScaler.Gateway;

/// <summary>Maps the HTTP API, the gRPC services, the MCP servers and the dashboard.</summary>
public static class GatewayEndpoints
{
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        // Before the key is checked, so that a client cannot try many keys quickly.
        app.UseRateLimiter();
        app.UseMiddleware<ApiKeyMiddleware>();
        var api = app.MapGroup("/api/v1");
        RunEndpoints.Map(api);
        FileEndpoints.Map(api);
        ErrorEndpoints.Map(api);
        ServiceEndpoints.Map(api);
        UploadEndpoints.Map(api, app.Services.GetRequiredService<GatewayOptions>());
        DocumentEndpoints.Map(api);
        app.MapOpenApi("/openapi/v1.json");
        // Its assets are the package's own; nothing is fetched from elsewhere.
        app.MapScalarApiReference(scalar => scalar.WithTitle("AgentScaler").DisableDefaultFonts());
        app.MapEnvironmentTools();
        app.MapEnvironmentService();
        app.MapGrpcService<RunGrpcService>();
        app.MapGet("/", (DashboardPage page, HttpResponse response) => page.Show(response)).ExcludeFromDescription();
        return app;
    }
}
