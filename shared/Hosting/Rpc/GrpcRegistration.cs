using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentScaler.Hosting.Rpc;

/// <summary>Registers the parts that every gRPC service has: one mapping of errors, the health service, and reflection in Development.</summary>
public static class GrpcRegistration
{
    /// <summary>Adds gRPC with the error mapping and the health service. Further calls have no effect.</summary>
    public static IServiceCollection AddGrpcDefaults(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(GrpcErrorInterceptor)))
        {
            return services;
        }

        services.AddSingleton<GrpcErrorInterceptor>();
        services.AddGrpc(options => options.Interceptors.Add<GrpcErrorInterceptor>());
        // The same checks as /health/ready, run on request.
        services.AddGrpcHealthChecks(options => options.Services.Map("", check => check.Tags.Contains("ready")));
        services.AddGrpcReflection();
        return services;
    }

    /// <summary>Maps <c>grpc.health.v1.Health</c>, and the reflection service in Development.</summary>
    public static WebApplication MapGrpcDefaults(this WebApplication app)
    {
        app.MapGrpcHealthChecksService();
        if (app.Environment.IsDevelopment())
        {
            app.MapGrpcReflectionService();
        }

        return app;
    }
}
